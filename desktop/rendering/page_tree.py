"""A rendered page as a tree of plain values, and its bytes for the cache."""

import json
from typing import TYPE_CHECKING, Any, TypeAlias

from desktop.rendering.tree_node import TreeNode

if TYPE_CHECKING:
    from collections.abc import Sequence

FORMAT_VERSION = 2
"""Raised whenever the tree or what fills it changes, so that cached pages are made anew."""


class Text(TreeNode):
    """Running text without line breaks."""

    text: str


class Emphasis(TreeNode):
    """Text in italics."""

    children: "tuple[Inline, ...]"


class Strong(TreeNode):
    """Text in bold."""

    children: "tuple[Inline, ...]"


class Strike(TreeNode):
    """Text struck through."""

    children: "tuple[Inline, ...]"


class Code(TreeNode):
    """Code in a line of text."""

    text: str


class Link(TreeNode):
    """A link; `target` is always an http, https or mailto address."""

    target: str
    children: "tuple[Inline, ...]"


class Math(TreeNode):
    """A formula in a line of text, as TeX without its dollars."""

    tex: str


class Image(TreeNode):
    """An image by its name in the question's own folder, never a path out of it."""

    name: str
    description: str


class LineBreak(TreeNode):
    """A line break that was asked for."""


class FootnoteMark(TreeNode):
    """The raised number that points to a footnote."""

    number: int


class Paragraph(TreeNode):
    """Text that flows."""

    children: "tuple[Inline, ...]"


class Heading(TreeNode):
    """A heading; `level` is 1 to 6."""

    level: int
    children: "tuple[Inline, ...]"


class ListItem(TreeNode):
    """An item of a list; `is_done` is None where the item is no task."""

    blocks: "tuple[Block, ...]"
    is_done: bool | None = None


class ListBlock(TreeNode):
    """A list; `start` is its first number, None for bullets; a loose one has air between items."""

    items: tuple[ListItem, ...]
    start: int | None = None
    is_loose: bool = False


class Quote(TreeNode):
    """Quoted blocks."""

    blocks: "tuple[Block, ...]"


CodeToken: TypeAlias = tuple[str, str]
"""A Pygments token type without its `Token.` ("Name.Function", "" for plain text) and its text."""


class CodeBlock(TreeNode):
    """Lines of code, coloured where the language is known."""

    language: str
    tokens: tuple[CodeToken, ...]

    @property
    def text(self) -> str:
        """The code without a final newline."""
        return "".join(text for _, text in self.tokens)


Cell: TypeAlias = "tuple[Inline, ...]"


class Table(TreeNode):
    """A table; `alignments` has "left", "center", "right" or "" for each column of every row."""

    alignments: tuple[str, ...]
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Rule(TreeNode):
    """A line across the page."""


class Definition(TreeNode):
    """A term and what it means, perhaps in several ways."""

    term: "tuple[Inline, ...]"
    meanings: "tuple[tuple[Block, ...], ...]"


class DefinitionList(TreeNode):
    """Terms and what they mean."""

    definitions: tuple[Definition, ...]


class MathBlock(TreeNode):
    """A formula on lines of its own, as TeX without its dollars."""

    tex: str


class Footnote(TreeNode):
    """The text a footnote mark points to."""

    number: int
    blocks: "tuple[Block, ...]"


class Footnotes(TreeNode):
    """The footnotes of a page, in order of their numbers; the last block of the page."""

    notes: tuple[Footnote, ...]


class PlainText(TreeNode):
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


class Page(TreeNode):
    """A rendered page."""

    blocks: tuple[Block, ...] = ()


_NODES: tuple[type[Any], ...] = (
    *(Text, Emphasis, Strong, Strike, Code, Link, Math, Image, LineBreak, FootnoteMark),
    *(Paragraph, Heading, ListBlock, ListItem, Quote, CodeBlock, Table, Rule),
    *(DefinitionList, Definition, MathBlock, Footnotes, Footnote, PlainText, Page),
)
_NODE_BY_NAME = {node.__name__: node for node in _NODES}


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
    if not isinstance(value, TreeNode):
        return value
    return {type(value).__name__: [_as_plain(part) for part in value.parts()]}


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
