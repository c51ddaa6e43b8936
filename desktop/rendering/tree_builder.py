"""From the Markdown parser's tokens to the page tree."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from desktop.rendering.code_tokens import code_tokens
from desktop.rendering.page_tree import (
    Block,
    Code,
    CodeBlock,
    Definition,
    DefinitionList,
    Emphasis,
    Footnote,
    FootnoteMark,
    Heading,
    Image,
    Inline,
    LineBreak,
    Link,
    ListBlock,
    ListItem,
    Math,
    MathBlock,
    Paragraph,
    Quote,
    Rule,
    Strike,
    Strong,
    Table,
    Text,
    plain_text,
)

if TYPE_CHECKING:
    from markdown_it.token import Token

DEEPEST_INLINE = 12
"""Emphasis nested deeper than this adds nothing more; it also bounds our recursion."""

_SAFE_LINK = re.compile(r"(?:https?://|mailto:)[^\s]+", re.IGNORECASE)
_BARE_ADDRESS = re.compile(r"https?://[^\s<>\"'`]*[^\s<>\"'`.,;:!?)\]}]", re.IGNORECASE)
_IMAGE_NAME = re.compile(r"(?!/)(?!.*\.\.)[\w./ -]+\.(?:png|jpe?g|gif|webp|svg)", re.IGNORECASE)
_TASK = re.compile(r"\[([ xX])\][ \t]+")
_ALIGNMENT = re.compile(r"text-align:(left|center|right)")


class TreeBuilder:
    """Builds blocks from tokens; `footnotes` fills with those that are defined on the way."""

    def __init__(self, tokens: "Sequence[Token]", footnote_numbers: Mapping[str, int]) -> None:
        self._tokens = iter(tokens)
        self._footnote_numbers = footnote_numbers
        self.footnotes: list[Footnote] = []

    def blocks(self, until: str = "") -> tuple[Block, ...]:
        """The blocks up to the token of type `until`, or to the end."""
        found: list[Block] = []
        for token in self._tokens:
            if token.type == until:
                break
            block = self._block(token)
            if block is not None:
                found.append(block)
        return tuple(found)

    def _block(self, token: "Token") -> Block | None:
        if token.nesting == 0:
            return _leaf_block(token)
        block: Block | None = None
        match token.type:
            case "paragraph_open":
                block = Paragraph(self._inlines_until("paragraph_close"))
            case "heading_open":
                block = Heading(int(token.tag[1]), self._inlines_until("heading_close"))
            case "bullet_list_open":
                block = self._list("bullet_list_close", None)
            case "ordered_list_open":
                block = self._list("ordered_list_close", int(token.attrs.get("start", 1)))
            case "blockquote_open":
                block = Quote(self.blocks("blockquote_close"))
            case "table_open":
                block = self._table()
            case "dl_open":
                block = self._definition_list()
            case "footnote_reference_open":
                self._footnote(token.meta["label"])
        return block

    def _inlines_until(self, close: str) -> tuple[Inline, ...]:
        inlines: tuple[Inline, ...] = ()
        for token in self._tokens:
            if token.type == close:
                break
            inlines = self._inlines(token)
        return inlines

    def _inlines(self, token: "Token") -> tuple[Inline, ...]:
        return InlineBuilder(token.children or (), self._footnote_numbers).inlines()

    def _list(self, close: str, start: int | None) -> ListBlock:
        items: list[ListItem] = []
        is_loose = False
        for token in self._tokens:
            if token.type == close:
                break
            is_item_loose, blocks = self._item_blocks()
            is_loose = is_loose or is_item_loose
            items.append(_as_task(ListItem(blocks)))
        return ListBlock(tuple(items), start, is_loose)

    def _item_blocks(self) -> tuple[bool, tuple[Block, ...]]:
        """Whether a paragraph of the item stands apart (a loose list), and its blocks."""
        found: list[Block] = []
        is_loose = False
        for token in self._tokens:
            if token.type == "list_item_close":
                break
            is_loose = is_loose or (token.type == "paragraph_open" and not token.hidden)
            block = self._block(token)
            if block is not None:
                found.append(block)
        return is_loose, tuple(found)

    def _table(self) -> Table:
        alignments: list[str] = []
        rows: list[list[tuple[Inline, ...]]] = []
        for token in self._tokens:
            match token.type:
                case "table_close":
                    break
                case "tr_open":
                    rows.append([])
                case "th_open":
                    style = _ALIGNMENT.match(str(token.attrs.get("style", "")))
                    alignments.append(style[1] if style else "")
                case "inline":
                    rows[-1].append(self._inlines(token))
        return Table(tuple(alignments), tuple(rows[0]), tuple(map(tuple, rows[1:])))

    def _definition_list(self) -> DefinitionList:
        definitions: list[Definition] = []
        for token in self._tokens:
            match token.type:
                case "dl_close":
                    break
                case "dt_open":
                    definitions.append(Definition(self._inlines_until("dt_close"), ()))
                case "dd_open":
                    last = definitions[-1]
                    meanings = (*last.meanings, self.blocks("dd_close"))
                    definitions[-1] = Definition(last.term, meanings)
        return DefinitionList(tuple(definitions))

    def _footnote(self, label: str) -> None:
        blocks = self.blocks("footnote_reference_close")
        number = self._footnote_numbers.get(label)
        if number is not None:
            self.footnotes.append(Footnote(number, blocks))


class InlineBuilder:
    """Builds the inlines of one run of text; emphasis too deep loses its mark, never its text."""

    def __init__(self, tokens: "Sequence[Token]", footnote_numbers: Mapping[str, int]) -> None:
        self._tokens = iter(tokens)
        self._footnote_numbers = footnote_numbers

    def inlines(self) -> tuple[Inline, ...]:
        """All inlines, neighbouring text joined."""
        root: list[Inline] = []
        open_lists: list[tuple[list[Inline], _Wrap]] = [(root, _unwrapped)]
        for token in self._tokens:
            if token.nesting > 0:
                wrap = _wrap(token) if len(open_lists) <= DEEPEST_INLINE else _unwrapped
                open_lists.append(([], wrap))
            elif token.nesting < 0:
                children, wrap = open_lists.pop()
                open_lists[-1][0].extend(wrap(_joined(children)))
            else:
                open_lists[-1][0].extend(self._leaf(token))
        return _joined(root)

    def _leaf(self, token: "Token") -> tuple[Inline, ...]:
        match token.type:
            case "image":
                return self._image(token)
            case "footnote_ref":
                label = token.meta["label"]
                number = self._footnote_numbers.get(label)
                return (FootnoteMark(number) if number else Text(f"[^{label}]"),)
            case "softbreak":
                return (Text(" "),)
            case "hardbreak":
                return (LineBreak(),)
        kind = _LEAVES.get(token.type, Text)
        return (kind(token.content),)

    def _image(self, token: "Token") -> tuple[Inline, ...]:
        children = InlineBuilder(token.children or (), self._footnote_numbers).inlines()
        name = str(token.attrs.get("src", ""))
        if not _IMAGE_NAME.fullmatch(name):
            return children
        return (Image(name, plain_text(children)),)


_LEAVES: dict[str, type[Text | Code | Math]] = {"code_inline": Code, "math_inline": Math}

_Wrap = Callable[[tuple[Inline, ...]], tuple[Inline, ...]]


def _unwrapped(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return children


def _wrap(token: "Token") -> _Wrap:
    match token.type:
        case "em_open":
            return lambda children: (Emphasis(children),)
        case "strong_open":
            return lambda children: (Strong(children),)
        case "s_open":
            return lambda children: (Strike(children),)
        case "link_open":
            target = str(token.attrs.get("href", ""))
            if _SAFE_LINK.fullmatch(target):
                return lambda children: (Link(target, _without_links(children)),)
    return _unwrapped


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


def _leaf_block(token: "Token") -> Block:
    match token.type:
        case "hr":
            return Rule()
        case "math_block":
            return MathBlock(token.content)
        case "fence" | "code_block":
            return _code(token)
    raise ValueError(f"the parser made a token we do not know: {token.type}")


def _code(token: "Token") -> Block:
    words = token.info.split(maxsplit=1)
    language = words[0] if words else ""
    code = token.content.removesuffix("\n")
    if language == "math":
        return MathBlock(code.strip())
    return CodeBlock(language, code_tokens(code, language))


def _as_task(item: ListItem) -> ListItem:
    """The item with its `[ ]` or `[x]` read as a box."""
    match item.blocks:
        case (Paragraph((Text(text), *others)), *rest) if box := _TASK.match(text):
            paragraph = Paragraph((Text(text[box.end() :]), *others))
            return ListItem((paragraph, *rest), box[1] != " ")
    return item
