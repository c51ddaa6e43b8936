"""From the Markdown parser's elements to the blocks of a page tree."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop.rendering.code_tokens import code_tokens
from desktop.rendering.inline_builder import InlineBuilder
from desktop.rendering.page_tree import (
    Block,
    Cell,
    CodeBlock,
    Definition,
    DefinitionList,
    Footnote,
    Heading,
    ListBlock,
    ListItem,
    MathBlock,
    Paragraph,
    Quote,
    Rule,
    Table,
    Text,
)

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_TASK = re.compile(r"\[([ xX])\][ \t]+")


class TreeBuilder:
    """Builds blocks from elements; `footnotes` fills with those that are defined on the way."""

    def __init__(self, root: "Element", footnote_numbers: Mapping[str, int]) -> None:
        self._root = root
        self._footnote_numbers = footnote_numbers
        self._inline_builder = InlineBuilder(footnote_numbers)
        self.footnotes: list[Footnote] = []

    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the whole."""
        return self._blocks(self._root)

    def _blocks(self, parent: "Element") -> tuple[Block, ...]:
        blocks = map(self._block, parent)
        return tuple(block for block in blocks if block is not None)

    def _block(self, element: "Element") -> Block | None:
        block: Block | None = None
        match element.tag:
            case "p":
                block = Paragraph(self._inline_builder.inlines(element))
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                level = int(element.tag[1])
                block = Heading(level, self._inline_builder.inlines(element))
            case "ul" | "ol":
                block = self._list(element)
            case "blockquote":
                block = Quote(self._blocks(element))
            case "table":
                block = self._table(element)
            case "dl":
                block = self._definition_list(element)
            case "footnote":
                self._footnote(element)
            case _:
                block = _leaf_block(element)
        return block

    def _list(self, element: "Element") -> ListBlock:
        items = tuple(_as_task(ListItem(self._blocks(item))) for item in element)
        start = int(element.get("start", 1)) if element.tag == "ol" else None
        is_loose = element.get("loose") is not None and any(
            isinstance(block, Paragraph) for item in items for block in item.blocks
        )
        return ListBlock(items, start, is_loose)

    def _table(self, element: "Element") -> Table:
        alignments = tuple(cell.get("align", "") for cell in element[0])
        head, *rows = (self._row(row) for row in element)
        return Table(alignments, head, tuple(rows))

    def _row(self, element: "Element") -> tuple[Cell, ...]:
        return tuple(map(self._inline_builder.inlines, element))

    def _definition_list(self, element: "Element") -> DefinitionList:
        definitions: list[Definition] = []
        for child in element:
            if child.tag == "dt":
                definitions.append(Definition(self._inline_builder.inlines(child), ()))
            else:
                last = definitions[-1]
                meanings = (*last.meanings, self._blocks(child))
                definitions[-1] = Definition(last.term, meanings)
        return DefinitionList(tuple(definitions))

    def _footnote(self, element: "Element") -> None:
        blocks = self._blocks(element)
        number = self._footnote_numbers.get(element.get("label", ""))
        if number is not None:
            self.footnotes.append(Footnote(number, blocks))


def _leaf_block(element: "Element") -> Block:
    text = element.text or ""
    match element.tag:
        case "hr":
            return Rule()
        case "math":
            return MathBlock(text)
        case "pre":
            return _code(text, element.get("info", ""))
    raise ValueError(f"the parser made a block we do not know: {element.tag}")


def _code(code: str, info: str) -> Block:
    words = info.split(maxsplit=1)
    language = words[0] if words else ""
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
