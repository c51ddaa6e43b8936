"""HTML as a browser puts it on the clipboard, as Markdown text."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from desktop.bank.importing.markdown_writer import MarkdownWriter
from desktop.bank.importing.page_text import LONGEST_HTML, refuse_longer
from desktop.domain.forgiving_html import ForgivingHtmlParser

_HTML_START = re.compile(
    r"\s*(?:Version:[\d.]+\s[^<]*)?(?:<!--.{0,200}?-->\s*)*<(?:!doctype html|html|head|body|meta"
    r"|div|p|h[1-6]|section|article|main|header|span|font|ul|ol|dl|table|pre|blockquote|b|strong"
    r"|em|a)\b",
    re.IGNORECASE | re.DOTALL,
)
_CLOSING_TAG = re.compile(r"</[a-z][a-z0-9]*>", re.IGNORECASE)
_MARKDOWN_HEADING = re.compile(r"^#{2,6} \S", re.MULTILINE)
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr"}
)
_DROPPED = frozenset(
    {"script", "style", "noscript", "template", "head", "svg", "nav", "footer", "form", "select"}
    | {"iframe", "object", "video", "audio", "canvas", "textarea", "dialog"}
)
_BLOCKS = frozenset(
    {"p", "pre", "ul", "ol", "dl", "table", "blockquote", "section", "article", "figure", "hr"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "header", "main", "aside", "details"}
    | {"address", "body", "button", "center", "dd", "div", "dt", "fieldset", "figcaption", "html"}
    | {"legend", "li", "summary", "tbody", "td", "tfoot", "th", "thead", "tr"}
)
_CLOSED_BY_SAME = frozenset({"p", "li", "dt", "dd", "tr", "td", "th", "option"})
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_CLASS = re.compile(r"\b(?:sr-only|visually-hidden|MathJax(?:_Preview|_Display)?)\b")
_CHIP_CLASS = re.compile(r"(?:^|[\s_-])(?:chip|tag|badge|pill|label)s?(?:$|[\s_-])")
_CHIP_STYLE = re.compile(r"display\s*:\s*(?:inline-)?(?:flex|block|grid)", re.IGNORECASE)
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_PLAIN_STYLE = re.compile(r"font-weight\s*:\s*(?:normal|400)", re.IGNORECASE)
_MARKS: Mapping[str, str] = {"strong": "**", "b": "**", "em": "*", "i": "*"}
_OPEN_ANGLE = re.compile(r"<(?=[^<>]*(?:<|\Z))")
"""An angle that opens no tag; html.parser would take time by the square of their number."""

_MATH_IMAGE = re.compile(r"\b(?:math|tex|latex|mwe-math)", re.IGNORECASE)


def looks_like_html(text: str) -> bool:
    """Whether a text is HTML, and not the words of a page or Markdown with a tag in it."""
    return (
        _HTML_START.match(text) is not None
        and _CLOSING_TAG.search(text) is not None
        and _MARKDOWN_HEADING.search(text) is None
    )


def markdown_from_html(html: str) -> str:
    """The visible text of HTML as Markdown: headings, lists, code, tables, links and TeX kept.

    What is hidden, scripted or part of the site's menus is left out. Raises AppError for HTML
    that is far too long.
    """
    refuse_longer(html, LONGEST_HTML)
    reader = _HtmlReader()
    reader.feed(_OPEN_ANGLE.sub("&lt;", _without_comments(html)))
    reader.close()
    return reader.writer.markdown()


def _without_comments(html: str) -> str:
    kept, place = [], 0
    while (start := html.find("<!--", place)) >= 0:
        kept.append(html[place:start])
        end = html.find("-->", start)
        place = end + 3 if end >= 0 else start + 4
        if end < 0:
            break
    return "".join((*kept, html[place:]))


@dataclass(frozen=True, slots=True)
class _Element:
    """An open element; what hides, quotes or sets it as code goes down to what it holds."""

    tag: str
    is_hidden: bool = False
    is_literal: bool = False
    is_display: bool = False
    mark: str = ""
    href: str = ""
    is_chip: bool = False


class _HtmlReader(ForgivingHtmlParser):
    """Keeps the open elements, and tells the writer what to write."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.writer = MarkdownWriter()
        self._open: list[_Element] = []
        self._counts: Counter[str] = Counter()
        self._closed_tag = ""
        self._tex: list[str] | None = None
        self._math: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "body":
            self._close_down_to(0)
        self._close_implied(tag)
        inside = self._open[-1] if self._open else _Element("")
        if tag in _VOID:
            if not inside.is_hidden:
                self._write_void(tag, given)
            return
        element = _opened(tag, given, inside)
        self._open.append(element)
        self._counts[tag] += 1
        if _is_tex(tag, given):
            self._tex = []
        elif not element.is_hidden:
            self._start(element, given)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._counts[tag]:
            return
        place = len(self._open) - 1
        while self._open[place].tag != tag:
            place -= 1
        self._close_down_to(place)
        self._closed_tag = tag

    def handle_data(self, data: str) -> None:
        if self._tex is not None:
            self._tex.append(data)
            return
        inside = self._open[-1] if self._open else _Element("")
        if inside.is_hidden:
            return
        if self._counts["math"]:
            self._math.append(data)
            return
        if self._closed_tag in {"a", "span"} and inside.tag == self._closed_tag:
            self.writer.split_chips(data)
        if data.strip():
            self._closed_tag = ""
        self.writer.write(data, is_literal=inside.is_literal)

    def _start(self, element: _Element, given: Mapping[str, str]) -> None:
        if element.tag in _BLOCKS or element.is_chip:
            self.writer.start_block(element.tag, given)
        elif element.tag == "code" and not element.is_literal:
            self.writer.open_mark("`")
        elif element.tag == "code":
            self.writer.set_language(given.get("class", ""))
        elif element.mark or element.tag == "a":
            self.writer.open_mark(element.mark or "[")

    def _end(self, element: _Element) -> None:
        if self._tex is not None and element.tag in {"annotation", "script"}:
            self.writer.write_tex("".join(self._tex), is_display=element.is_display)
            self._tex = None
            self._math.clear()
        elif not element.is_hidden:
            self._end_visible(element)

    def _end_visible(self, element: _Element) -> None:
        if element.tag in _BLOCKS or element.is_chip:
            self.writer.end_block(element.tag)
        elif element.tag == "math":
            self.writer.write(" ".join("".join(self._math).split()))
            self._math.clear()
        elif element.tag == "code" and not element.is_literal:
            self.writer.close_mark("`")
        elif element.mark or element.tag == "a":
            self.writer.close_mark(element.mark or "[", element.href)

    def _write_void(self, tag: str, given: Mapping[str, str]) -> None:
        if tag == "img":
            alt = given.get("alt", "").strip()
            if _MATH_IMAGE.search(given.get("class", "")):
                self.writer.write_tex(alt, is_display="display" in given.get("class", ""))
            elif alt:
                self.writer.write(alt)
        elif tag in {"br", "hr"}:
            self.writer.start_block(tag, given)

    def _close_implied(self, tag: str) -> None:
        """Close what the start of `tag` closes by itself: an open paragraph, an item."""
        if not self._open:
            return
        last = self._open[-1].tag
        if (
            (tag in _CLOSED_BY_SAME and last == tag)
            or (tag in _BLOCKS and last == "p" != tag)
            or {tag, last} == {"dt", "dd"}
        ):
            self._close_down_to(len(self._open) - 1)

    def _close_down_to(self, place: int) -> None:
        while len(self._open) > place:
            element = self._open.pop()
            self._counts[element.tag] -= 1
            self._end(element)


def _opened(tag: str, given: Mapping[str, str], inside: _Element) -> _Element:
    style, names = given.get("style", ""), given.get("class", "")
    is_hidden = (
        inside.is_hidden
        or tag in _DROPPED
        or "hidden" in given
        or given.get("aria-hidden") == "true"
        or _HIDDEN_STYLE.search(style) is not None
        or _HIDDEN_CLASS.search(names) is not None
    )
    is_display = (
        inside.is_display
        or "katex-display" in names
        or given.get("display")
        in {
            "block",
            "true",
        }
        or "mode=display" in given.get("type", "")
    )
    mark = _MARKS.get(tag, "**" if tag == "span" and _BOLD_STYLE.search(style) else "")
    href = given.get("href", "") if tag == "a" else ""
    is_inline = tag in {"span", "a"} and not inside.is_literal
    return _Element(
        tag=tag,
        is_hidden=is_hidden,
        is_literal=inside.is_literal or tag == "pre",
        is_display=is_display,
        mark="" if _PLAIN_STYLE.search(style) or inside.is_literal else mark,
        href=href if href.startswith(("http://", "https://")) and not inside.is_literal else "",
        is_chip=is_inline
        and (_CHIP_CLASS.search(names) is not None or _CHIP_STYLE.search(style) is not None),
    )


def _is_tex(tag: str, given: Mapping[str, str]) -> bool:
    kind = given.get("encoding", "") if tag == "annotation" else given.get("type", "")
    return tag in {"annotation", "script"} and "tex" in kind and "text/" not in kind
