"""The parser's rules for what stands in lines of text."""

import re
from collections.abc import Callable
from html import unescape
from html.entities import html5
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import ETX, STX, AtomicString

from desktop.rendering.inline_patterns import (
    ADDRESS,
    BREAK,
    ENTITY,
    FOOTNOTE,
    IMAGE,
    LINK,
    VERBATIM,
)
from desktop.rendering.leaf_blocks import normal_label

_REPLACED = (
    *("backtick", "escape", "reference", "link", "image_link", "image_reference"),
    *("short_reference", "short_image_ref", "autolink", "automail", "linebreak", "html", "entity"),
)
"""The parser's own rules, those for raw HTML among them."""


def use_inline_rules(parser: Markdown) -> None:
    """Gives `parser` our rules in place of its own, emphasis apart."""
    rules = parser.inlinePatterns
    for name in _REPLACED:
        rules.deregister(name)
    rules.register(InlineRule(VERBATIM, _verbatim, parser), "verbatim", 190)
    rules.register(InlineRule(ADDRESS, _address, parser), "address", 180)
    rules.register(InlineRule(FOOTNOTE, _footnote, parser), "footnote", 170)
    rules.register(InlineRule(IMAGE, _image, parser), "image", 160)
    rules.register(InlineRule(LINK, _link, parser), "link", 150)
    rules.register(InlineRule(BREAK, _break, parser), "break", 100)
    rules.register(InlineRule(ENTITY, _entity, parser), "entity", 80)
    if parser.delimiters is not None:
        parser.delimiters.add("~", "del", double=True)


class InlineRule(InlineProcessor):
    """Reads what matches a pattern; what it can make nothing of is left to later rules."""

    def __init__(self, pattern: str, read: "_Read", parser: Markdown) -> None:
        super().__init__(pattern, parser)
        self._read = read

    def handleMatch(  # type: ignore[override]  # its stub, too, departs from its own superclass
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 - the parser's protocol
    ) -> tuple[Element | str | None, int, int]:
        """What the match means and where it starts and ends; the search goes on at the end."""
        found = self._read(self, m)
        return found, m.start(), m.start() + 1 if found is None else m.end()


_Read = Callable[[InlineRule, re.Match[str]], Element | str | None]


def _escaped(text: str) -> str:
    """The text in the parser's own spelling of what no rule may read."""
    return "".join(f"{STX}{ord(character)}{ETX}" for character in text)


def _atomic(tag: str, text: str) -> Element:
    """An element with text that no rule reads."""
    element = Element(tag)
    element.text = AtomicString(text)
    return element


def _verbatim(rule: InlineRule, match: re.Match[str]) -> Element | str:  # noqa: ARG001 - a rule's shape
    """What is read as it stands: escaped characters, code and formulas."""
    if match["break"]:
        return Element("br")
    if tex := match["tex"] or match["display"]:
        return _atomic("math", tex.strip())
    if not match["code"]:
        return _escaped(match["escaped"] or match[0])
    code = match["code"].replace("\n", " ")
    if code.startswith(" ") and code.endswith(" ") and code.strip(" "):
        code = code[1:-1]
    return _atomic("code", code)


def _address(rule: InlineRule, match: re.Match[str]) -> Element:
    """A web or mail address between angles."""
    element = _atomic("a", match[1] or match[2])
    element.set("href", rule.unescape(match[1] or f"mailto:{match[2]}"))
    return element


def _footnote(rule: InlineRule, match: re.Match[str]) -> Element:
    """The mark that points to a footnote."""
    return Element("sup", {"label": rule.unescape(match[1])})


def _break(rule: InlineRule, match: re.Match[str]) -> Element:  # noqa: ARG001 - a rule's shape
    """A line break that is asked for by spaces before it."""
    return Element("br")


def _entity(rule: InlineRule, match: re.Match[str]) -> str | None:  # noqa: ARG001 - a rule's shape
    """A character by its name or number in HTML."""
    name = match[0][1:]
    character = unescape(match[0]) if name.startswith("#") else html5.get(name)
    return None if character is None else _escaped(character)


def _image(rule: InlineRule, match: re.Match[str]) -> Element | None:
    """An image, with its description as its text."""
    return _pointing("img", "src", _target(rule, match), match["words"])


def _link(rule: InlineRule, match: re.Match[str]) -> Element | None:
    """Words that are a link."""
    return _pointing("a", "href", _target(rule, match), match["words"])


def _pointing(tag: str, attribute: str, target: str | None, words: str) -> Element | None:
    """An element with words in which rules that come later may find something."""
    if target is None:
        return None
    element = Element(tag, {attribute: target})
    element.text = words
    return element


def _target(rule: InlineRule, match: re.Match[str]) -> str | None:
    """The target behind the words, or that of the label behind them, or of them as a label."""
    target = match["bare"] if match["in_angles"] is None else match["in_angles"]
    if target is not None:
        return rule.unescape(target)
    label = normal_label(rule.unescape(match["label"] or match["words"]))
    return rule.md.references.get(label, (None, ""))[0]
