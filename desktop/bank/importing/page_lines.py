"""The lines of a pasted page: what each is, and its words without markup."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from desktop.domain.markdown_lines import LineKind as MarkdownLineKind
from desktop.domain.markdown_lines import scan_lines


class LineKind(Enum):
    """What a line is by its own markup."""

    BLANK = auto()
    TEXT = auto()
    HEADING = auto()
    ITEM = auto()
    LITERAL = auto()
    """A line of code, of display math or of a table: never read for anything else."""


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line; `text` is its Markdown without bullet or heading marks, `plain` its bare words.

    `level` is a marked heading's level, 0 elsewhere; `marker` is an item's bullet, `-` or like
    `3.`; `indent` counts the columns before it. `may_head` is True for an item whose number or
    symbol may as well stand before a heading.
    """

    kind: LineKind
    text: str = ""
    plain: str = ""
    level: int = 0
    marker: str = ""
    indent: int = 0
    may_head: bool = False

    @property
    def markdown(self) -> str:
        """The line as Markdown, with canonical marks."""
        if self.kind is LineKind.HEADING:
            return f"{'#' * self.level} {self.text}"
        if self.kind is LineKind.ITEM:
            return f"{' ' * self.indent}{self.marker} {self.text}"
        return self.text


LONGEST_HEADING = 120
"""Characters of the longest line that may be a heading."""

_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*$")
_SETEXT = re.compile(r"\s{0,3}(=+|-{3,})$")
_BULLET = re.compile(
    r"(\s*)(?:([-*+–—−]|o(?=\s+[A-Z\"'`$“(]))\s+|[•‣▪▫◦●○■□➤►▶➢➔→✓✔✅☑☐∙⁃·]\ufe0f?\s*)(?=\S)"
)
_HEADING_SYMBOLS = "■□➤►▶➢➔→✓✔✅☑☐"
_NUMBER = re.compile(
    r"(\s*)(?:(?P<n>\d{1,2})[.)]\s+|\((?P<m>\d{1,2}|[a-z]|[ivx]{1,4})\)\s+"
    r"|(?P<a>[a-z]|[ivx]{1,4})[.)]\s+|(?i:step)\s+(?P<s>\d{1,2})\s*(?:[:.)–—-]\s*))(?=\S)"
)
_FENCE_MARKS = re.compile(r"`{3,}|~{3,}")
_LONE_MARK = re.compile(r"\s*(?:[•‣▪▫◦●○■·*-]|\d{1,2}[.)])$")
_RULE = re.compile(r"\s*(?:[-*_=–—]\s*){3,}$")
_TABLE_ROW = re.compile(r"\s*\|.*\|$")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_EMPHASIS = re.compile(r"\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|`")
_DECORATION = re.compile(r"^(?:[^\w\s\"'“‘(\[$`<>%&~.,;:!?/\\|{}+=-]|\d\ufe0f?\u20e3|\ufe0f)+\s*")


def bare_words(text: str) -> str:
    """A line's words without emphasis, links, code marks, leading symbols or doubled spaces."""
    words = _EMPHASIS.sub("", _LINK.sub(r"\1", text)).replace("’", "'").replace("‘", "'")
    return " ".join(_DECORATION.sub("", words.strip()).split())


def read_lines(text: str) -> tuple[PageLine, ...]:
    """The lines of a text with plain characters; code and display math stay as they are."""
    return tuple(_joined_marks(_with_setext(_without_doubled_blanks(_scanned(text)))))


def _scanned(text: str) -> Iterator[PageLine]:
    open_fence = ""
    for line in scan_lines(text):
        if line.kind is MarkdownLineKind.PLAIN:
            yield _single_line(line.text.rstrip())
        else:
            yield PageLine(LineKind.LITERAL, line.text.rstrip())
        if line.kind is MarkdownLineKind.FENCE_OPEN:
            open_fence = "".join(_FENCE_MARKS.findall(line.text)[:1])
        elif line.kind is not MarkdownLineKind.FENCE_INSIDE:
            open_fence = ""
    if open_fence:
        yield PageLine(LineKind.LITERAL, open_fence)


def _single_line(raw: str) -> PageLine:
    if not raw.strip() or _RULE.match(raw):
        # A rule keeps its text: it may turn out to underline a heading.
        return PageLine(LineKind.BLANK, raw.strip())
    if _TABLE_ROW.match(raw):
        return PageLine(LineKind.LITERAL, raw.strip())
    heading = _HEADING.match(raw)
    if heading and bare_words(heading[2]):
        return PageLine(
            LineKind.HEADING, heading[2].strip(), bare_words(heading[2]), len(heading[1])
        )
    if marker := _NUMBER.match(raw):
        number = marker["n"] or marker["m"] or marker["a"] or marker["s"]
        mark = f"{number}." if number.isdigit() else "1."
        return _item(raw, marker, mark, may_head=True)
    if marker := _BULLET.match(raw):
        return _item(raw, marker, "-", may_head=raw.strip()[0] in _HEADING_SYMBOLS)
    indent = len(raw.expandtabs(4)) - len(raw.expandtabs(4).lstrip())
    return PageLine(LineKind.TEXT, raw.strip(), bare_words(raw), indent=indent)


def _item(raw: str, marker: re.Match[str], mark: str, *, may_head: bool) -> PageLine:
    text = raw[marker.end() :].strip()
    indent = len(marker[1].expandtabs(4))
    return PageLine(
        LineKind.ITEM, text, bare_words(text), marker=mark, indent=indent, may_head=may_head
    )


def _with_setext(lines: Iterable[PageLine]) -> Iterator[PageLine]:
    """Headings underlined by `===` or `---` as headings; other rules as blank lines."""
    before: PageLine | None = None
    for line in lines:
        is_rule = line.kind is LineKind.BLANK and bool(line.text)
        if before is not None and is_rule and _underlines(line.text, before):
            level = 1 if line.text[0] == "=" else 2
            before = replace(before, kind=LineKind.HEADING, level=level, indent=0)
            continue
        if before is not None:
            yield before
        before = PageLine(LineKind.BLANK) if is_rule else line
    if before is not None:
        yield before


def _underlines(rule: str, above: PageLine) -> bool:
    is_short_text = above.kind is LineKind.TEXT and 0 < len(above.plain) <= LONGEST_HEADING
    return is_short_text and _SETEXT.match(rule) is not None


def _without_doubled_blanks(lines: Iterable[PageLine]) -> Iterator[PageLine]:
    was_blank = False
    for line in lines:
        is_blank = line.kind is LineKind.BLANK and not line.text
        if not (is_blank and was_blank):
            yield line
        was_blank = is_blank


def _joined_marks(lines: Iterable[PageLine]) -> Iterator[PageLine]:
    """A bullet that stands alone on its line goes to the text below it."""
    mark = ""
    for line in lines:
        if line.kind is LineKind.TEXT and _LONE_MARK.match(line.text):
            mark = f"{line.text[:-1]}." if line.text[0].isdigit() else "-"
        elif not mark:
            yield line
        elif line.kind is LineKind.TEXT:
            yield replace(line, kind=LineKind.ITEM, marker=mark)
            mark = ""
        elif line.kind is not LineKind.BLANK:
            yield line
            mark = ""
