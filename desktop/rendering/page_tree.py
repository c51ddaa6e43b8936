"""A rendered page as a tree of plain values, and its bytes for the cache."""

import json
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

FORMAT_VERSION = 1
"""Raised whenever the tree or what fills it changes, so that cached pages are made anew."""


@dataclass(frozen=True, slots=True)
class Text:
    """Running text without line breaks."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Text in italics."""

    children: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Strong:
    """Text in bold."""

    children: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Strike:
    """Text struck through."""

    children: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Code:
    """Code in a line of text."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link; `target` is always an http, https or mailto address."""

    target: str
    children: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Math:
    """A formula in a line of text, as TeX without its dollars."""

    tex: str


@dataclass(frozen=True, slots=True)
class Image:
    """An image by its name in the question's own folder, never a path out of it."""

    name: str
    description: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line break that was asked for."""


@dataclass(frozen=True, slots=True)
class FootnoteMark:
    """The raised number that points to a footnote."""

    number: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text that flows."""

    children: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` is 1 to 6."""

    level: int
    children: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a list; `is_done` is None where the item is no task."""

    blocks: "tuple[Block, ...]"
    is_done: bool | None = None


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; `start` is its first number, None for bullets; a loose one has air between items."""

    items: tuple[ListItem, ...]
    start: int | None = None
    is_loose: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted blocks."""

    blocks: "tuple[Block, ...]"


CodeToken: TypeAlias = tuple[str, str]
"""A Pygments token type without its `Token.` ("Name.Function", "" for plain text) and its text."""


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines of code, coloured where the language is known."""

    language: str
    tokens: tuple[CodeToken, ...]

    @property
    def text(self) -> str:
        """The code without a final newline."""
        return "".join(text for _, text in self.tokens)


Cell: TypeAlias = "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `alignments` has "left", "center", "right" or "" for each column of every row."""

    alignments: tuple[str, ...]
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page."""


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and what it means, perhaps in several ways."""

    term: "tuple[Inline, ...]"
    meanings: "tuple[tuple[Block, ...], ...]"


@dataclass(frozen=True, slots=True)
class DefinitionList:
    """Terms and what they mean."""

    definitions: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class MathBlock:
    """A formula on lines of its own, as TeX without its dollars."""

    tex: str


@dataclass(frozen=True, slots=True)
class Footnote:
    """The text a footnote mark points to."""

    number: int
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The footnotes of a page, in order of their numbers; the last block of the page."""

    notes: tuple[Footnote, ...]


@dataclass(frozen=True, slots=True)
class PlainText:
    """Source shown as it stands because it is beyond what we lay out; `note` says so."""

    text: str
    note: str


Inline: TypeAlias = (
    Text | Emphasis | Strong | Strike | Code | Link | Math | Image | LineBreak | FootnoteMark
)
Block: TypeAlias = (
    Paragraph
    | Heading
    | ListBlock
    | Quote
    | CodeBlock
    | Table
    | Rule
    | DefinitionList
    | MathBlock
    | Footnotes
    | PlainText
)


@dataclass(frozen=True, slots=True)
class Page:
    """A rendered page."""

    blocks: tuple[Block, ...] = ()


_NODES: tuple[type[Any], ...] = (
    *(Text, Emphasis, Strong, Strike, Code, Link, Math, Image, LineBreak, FootnoteMark),
    *(Paragraph, Heading, ListBlock, ListItem, Quote, CodeBlock, Table, Rule),
    *(DefinitionList, Definition, MathBlock, Footnotes, Footnote, PlainText, Page),
)
_NODE_BY_NAME = {node.__name__: node for node in _NODES}
_FIELDS = {node: tuple(field.name for field in fields(node)) for node in _NODES}


def page_to_bytes(page: Page) -> bytes:
    """The page as compact JSON: each node is an object with one key, its kind."""
    data = [FORMAT_VERSION, _as_plain(page)]
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def page_from_bytes(data: bytes) -> Page:
    """The page in `data`; raises ValueError where it is damaged or of another version."""
    try:
        version, page = json.loads(data, object_hook=_as_node)
    except (TypeError, KeyError, ValueError) as error:
        raise ValueError("a cached page is damaged") from error
    if version != FORMAT_VERSION or not isinstance(page, Page):
        raise ValueError("a cached page is of another version")
    return page


def _as_plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_as_plain(each) for each in value]
    names = _FIELDS.get(type(value))
    if names is None:
        return value
    return {type(value).__name__: [_as_plain(getattr(value, name)) for name in names]}


def _as_node(data: dict[str, list[object]]) -> object:
    ((name, values),) = data.items()
    return _NODE_BY_NAME[name](*map(_as_frozen, values))


def _as_frozen(value: object) -> object:
    return tuple(map(_as_frozen, value)) if isinstance(value, list) else value


def plain_text(inlines: "Sequence[Inline]") -> str:
    """The words of inlines, with formulas as TeX."""
    return "".join(map(_inline_text, inlines))


def _inline_text(inline: Inline) -> str:
    match inline:
        case Text(text) | Code(text):
            return text
        case Math(tex):
            return f"${tex}$"
        case Image(_, description):
            return description
        case LineBreak():
            return "\n"
        case FootnoteMark(number):
            return f"[{number}]"
        case _:
            return plain_text(inline.children)
