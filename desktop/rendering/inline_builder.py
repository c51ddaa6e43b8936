"""From what the Markdown parser found in lines of text to the inlines of a page tree."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from desktop.rendering.page_tree import (
    Code,
    Emphasis,
    FootnoteMark,
    Image,
    Inline,
    LineBreak,
    Link,
    Math,
    Strike,
    Strong,
    Text,
    plain_text,
)

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

DEEPEST_INLINE = 12
"""Of what is nested deeper than this only the text is kept; it also bounds our recursion."""

_SAFE_LINK = re.compile(r"(?:https?://|mailto:)[^\s]+", re.IGNORECASE)
_BARE_ADDRESS = re.compile(r"https?://[^\s<>\"'`]*[^\s<>\"'`.,;:!?)\]}]", re.IGNORECASE)
_IMAGE_NAME = re.compile(r"(?!/)(?!.*\.\.)[\w./ -]+\.(?:png|jpe?g|gif|webp|svg)", re.IGNORECASE)
_LINE_END = re.compile(r"(?<! ) *+\n *+")


class InlineBuilder:
    """Builds the inlines in elements; what is nested too deep loses its marks, never its text."""

    def __init__(self, footnote_numbers: Mapping[str, int]) -> None:
        self._footnote_numbers = footnote_numbers

    def inlines(self, element: "Element", depth: int = 0) -> tuple[Inline, ...]:
        """All inlines in an element, neighbouring text joined; `depth` counts those around it."""
        found: list[Inline] = [_text(element.text)]
        for child in element:
            found.extend(self._inline(child, depth + 1))
            found.append(_text(child.tail))
        return _joined(found)

    def _inline(self, element: "Element", depth: int) -> tuple[Inline, ...]:
        text = element.text or ""
        match element.tag:
            case "code":
                return (Code(text),)
            case "math":
                return (Math(text),)
            case "br":
                return (LineBreak(),)
            case "sup":
                label = element.get("label", "")
                number = self._footnote_numbers.get(label)
                return (FootnoteMark(number) if number else Text(f"[^{label}]"),)
        if depth > DEEPEST_INLINE:
            return (_text("".join(element.itertext())),)
        return _wrapped(element, self.inlines(element, depth))


def _text(text: str | None) -> Text:
    return Text(_LINE_END.sub(" ", text or ""))


def _wrapped(element: "Element", children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    match element.tag:
        case "em":
            return (Emphasis(children),)
        case "strong":
            return (Strong(children),)
        case "del":
            return (Strike(children),)
        case "a" if _SAFE_LINK.fullmatch(target := element.get("href", "")):
            return (Link(target, _without_links(children)),)
        case "img" if _IMAGE_NAME.fullmatch(name := element.get("src", "")):
            return (Image(name, plain_text(children)),)
    return children


def _joined(inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    """The inlines with neighbouring text as one, and bare web addresses as links."""
    joined: list[Inline] = []
    run = ""
    for inline in inlines:
        if isinstance(inline, Text):
            run += inline.text
            continue
        joined.extend(_linked(run))
        run = ""
        joined.append(inline)
    joined.extend(_linked(run))
    return tuple(joined)


def _linked(text: str) -> Iterator[Inline]:
    position = 0
    for match in _BARE_ADDRESS.finditer(text) if "://" in text else ():
        if match.start() > position:
            yield Text(text[position : match.start()])
        yield Link(match[0], (Text(match[0]),))
        position = match.end()
    if position < len(text):
        yield Text(text[position:])


def _without_links(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """A link's own words; an address among them is no second link."""
    if not any(isinstance(inline, Link) for inline in inlines):
        return inlines
    return tuple(
        child
        for inline in inlines
        for child in (inline.children if isinstance(inline, Link) else (inline,))
    )
