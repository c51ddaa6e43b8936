"""Writes the blocks of a page into a text document."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor

from desktop.rendering.formula import FormulaKey
from desktop.rendering.page_tree import (
    Block,
    Cell,
    CodeBlock,
    CodeToken,
    DefinitionList,
    Footnotes,
    Heading,
    Inline,
    ListBlock,
    MathBlock,
    Paragraph,
    PlainText,
    Quote,
    Rule,
    Table,
    plain_text,
)
from desktop.ui.page.block_marks import CardEdge, Mark, Marker, with_bars, with_markers
from desktop.ui.page.code_lines import code_lines
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.page.image_object import ImageObject
from desktop.ui.page.inline_writer import InlineWriter
from desktop.ui.page.page_style import PageStyle
from desktop.ui.page.table_columns import ColumnMeasure
from desktop.ui.page.table_writer import table_format
from desktop.ui.page.text_direction import runs_leftwards
from desktop.ui.page.text_formats import HEADING_SCALES, SMALL_SCALE, Face, TextFormats

LINE_GAP_EM = 0.36
CODE_LINE_GAP_EM = 0.2
BLOCK_GAP_EM = 0.75
TIGHT_GAP_EM = 0.25
SHAPE_GAP_EM = 0.5
HEADING_GAP_EM = 0.35
HEADING_ABOVE_EM = (1.1, 1.1, 0.8, 0.5, 0.5, 0.5)
LIST_INDENT_EM = 1.7
MARKER_GAP_EM = 0.5
QUOTE_INDENT_EM = 1.15
CARD_PADDING_EM = 0.85
LABEL_EM = 1.35
TABLE_EDGE_PX = 4.0
"""What Qt adds to the widths of the columns."""

_BULLETS = ("disc", "circle", "square")
_LINE_DISTANCE = QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value
_FIXED_HEIGHT = QTextBlockFormat.LineHeightTypes.FixedHeight.value


class _Place(NamedTuple):
    """Where a block stands: how far in, in which quotes and lists, in which face and size."""

    left_px: float = 0.0
    bars: tuple[float, ...] = ()
    face: Face = Face.PLAIN
    scale: float = 1.0
    list_depth: int = 0


class Written(NamedTuple):
    """What a block on the page still lacks, and the room its tables would like to have."""

    awaited: frozenset[FormulaKey]
    tables_px: float


class PageWriter:
    """Writes blocks of a page at a cursor in one style."""

    def __init__(self, style: PageStyle, shelf: FormulaShelf, images: ImageObject) -> None:
        self._style = style
        self._formats = TextFormats(style)
        self._inlines = InlineWriter(self._formats, style, shelf, images)
        self._columns = ColumnMeasure(self._formats, style, shelf)

    def write_block(
        self, block: Block, cursor: QTextCursor, *, is_top: bool, is_fresh: bool
    ) -> Written:
        """Writes a block and its sentinel.

        `is_top` says that it is the first of its page, `is_fresh` that `cursor` is in an empty
        text block made for it.
        """
        self._inlines.awaited.clear()
        run = _Run(
            self._style, self._formats, self._inlines, self._columns, cursor, is_fresh=is_fresh
        )
        run.write_top_block(block, is_top=is_top)
        return Written(frozenset(self._inlines.awaited), run.tables_px)


class _Run:
    """One stretch of writing; it knows what the next text block has to carry."""

    def __init__(
        self,
        style: PageStyle,
        formats: TextFormats,
        inlines: InlineWriter,
        columns: ColumnMeasure,
        cursor: QTextCursor,
        *,
        is_fresh: bool,
    ) -> None:
        self.tables_px = 0.0
        self._style = style
        self._formats = formats
        self._inlines = inlines
        self._columns = columns
        self._cursor = cursor
        self._is_fresh = is_fresh
        self._gap_px = 0.0
        self._card_px = 0.0
        self._markers: list[Marker] = []
        self._open_bars = 0
        self._footnote = 0

    def write_top_block(self, block: Block, *, is_top: bool) -> None:
        """Writes a block of the page itself and its sentinel."""
        if isinstance(block, Heading) and not is_top:
            self._gap_px = self._style.em(HEADING_ABOVE_EM[block.level - 1])
        self._write(block, _Place())
        gap_em = HEADING_GAP_EM if isinstance(block, Heading) else BLOCK_GAP_EM
        self._write_sentinel(self._style.em(gap_em))

    def _write_sentinel(self, height_px: float) -> None:
        block_format = QTextBlockFormat()
        block_format.setLineHeight(height_px, _FIXED_HEIGHT)
        block_format.setProperty(Mark.SENTINEL, True)
        self._gap_px = 0.0
        self._open_bars = 0
        self._next_block(block_format, self._formats.text(Face.PLAIN))

    def _write(self, block: Block, place: _Place) -> None:
        match block:
            case Paragraph(children):
                self._write_text(children, place)
            case Heading(level, children):
                scaled = place._replace(scale=HEADING_SCALES[level - 1], face=Face.BOLD)
                self._write_text(children, scaled)
            case ListBlock():
                self._write_list(block, place)
            case Quote(blocks):
                self._write_quote(blocks, place)
            case CodeBlock(language, tokens):
                self._write_code(language, tokens, place)
            case Table():
                self._write_table(block, place)
            case Rule():
                self._write_rule(place)
            case _:
                self._write_rarer(block, place)

    def _write_rarer(self, block: Block, place: _Place) -> None:
        match block:
            case DefinitionList():
                self._write_definitions(block, place)
            case MathBlock(tex):
                self._write_math(tex, place)
            case Footnotes():
                self._write_footnotes(block, place)
            case PlainText(text, note):
                muted = place._replace(face=Face.MUTED, scale=SMALL_SCALE)
                self._next_text_block(muted)
                self._cursor.insertText(note, self._formats.text(muted.face, muted.scale))
                self._gap_px = self._style.em(BLOCK_GAP_EM)
                self._write_code("", (("", text),), place)

    def _write_blocks(self, blocks: Sequence[Block], place: _Place, gap_em: float) -> None:
        """Writes blocks one below the other with a gap between them."""
        for index, block in enumerate(blocks):
            if index:
                self._gap_px = self._style.em(max(gap_em, _least_gap_em(block, blocks[index - 1])))
            self._write(block, place)

    def _write_text(self, children: Sequence[Inline], place: _Place) -> None:
        block_format = self._block_format(place)
        if runs_leftwards(plain_text(children)):
            block_format.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            block_format.setRightMargin(place.left_px)
            block_format.setLeftMargin(0)
        self._next_block(block_format, self._formats.text(place.face, place.scale))
        self._inlines.write(children, self._cursor, place.face, place.scale)

    def _write_list(self, block: ListBlock, place: _Place) -> None:
        style = self._style
        numbers = [f"{number}." for number in _numbers(block)]
        digits = max(map(len, numbers), default=0)
        indent_px = style.em(LIST_INDENT_EM + 0.55 * max(0, digits - 2))
        inner = place._replace(left_px=place.left_px + indent_px, list_depth=place.list_depth + 1)
        right_px = inner.left_px - style.em(MARKER_GAP_EM)
        gap_em = BLOCK_GAP_EM if block.is_loose else TIGHT_GAP_EM
        for index, item in enumerate(block.items):
            if index:
                last_blocks = block.items[index - 1].blocks[-1:]
                least_em = max(map(_least_gap_em, last_blocks), default=0.0)
                self._gap_px = style.em(max(gap_em, least_em))
            kind = numbers[index] if numbers else _BULLETS[place.list_depth % len(_BULLETS)]
            if item.is_done is not None:
                kind = "done" if item.is_done else "open"
            self._markers.append(Marker(kind, right_px))
            if not item.blocks or isinstance(item.blocks[0], Table):
                self._next_text_block(inner)
            self._write_blocks(item.blocks, inner, gap_em)

    def _write_quote(self, blocks: Sequence[Block], place: _Place) -> None:
        inner = place._replace(
            left_px=place.left_px + self._style.em(QUOTE_INDENT_EM),
            bars=(*place.bars, place.left_px),
            face=place.face | Face.MUTED,
        )
        self._open_bars = min(self._open_bars, len(place.bars))
        if blocks:
            self._write_blocks(blocks, inner, BLOCK_GAP_EM)
        else:
            self._next_text_block(inner)

    def _write_code(self, language: str, tokens: Sequence[CodeToken], place: _Place) -> None:
        style = self._style
        padding_px = style.em(CARD_PADDING_EM)
        lines = code_lines(tokens)
        gap_px = self._gap_px + self._card_px
        widest_hang_px = style.column_px / 3
        for index, line in enumerate(lines):
            block_format = self._block_format(place)
            edge = int(CardEdge.NONE)
            self._gap_px = 0.0
            if index == 0:
                edge |= CardEdge.TOP
                label_px = style.em(LABEL_EM) if language else 0.0
                block_format.setTopMargin(gap_px + padding_px + label_px)
                if language:
                    block_format.setProperty(Mark.LABEL, language)
            if index == len(lines) - 1:
                edge |= CardEdge.BOTTOM
                block_format.setBottomMargin(padding_px - style.em(CODE_LINE_GAP_EM))
            hang_px = min((line.indent + 4) * self._formats.code_char_px, widest_hang_px)
            block_format.setLeftMargin(place.left_px + padding_px + hang_px)
            block_format.setTextIndent(-hang_px)
            block_format.setRightMargin(padding_px)
            block_format.setLineHeight(style.em(CODE_LINE_GAP_EM), _LINE_DISTANCE)
            block_format.setProperty(Mark.CARD, place.left_px)
            block_format.setProperty(Mark.CARD_EDGE, edge)
            self._next_block(block_format, self._formats.code())
            for kind, text in line.tokens:
                self._cursor.insertText(text, self._formats.code(kind))
        # Qt lets margins overlap; the lower edge of the card must not.
        self._card_px = padding_px

    def _write_table(self, block: Table, place: _Place) -> None:
        left_px = place.left_px + TABLE_EDGE_PX
        self.tables_px = max(self.tables_px, left_px + self._columns.wanted_px(block))
        fit = self._columns.fit(block, self._cursor.document().textWidth() - left_px)
        top_px = self._gap_px + self._card_px
        layout = table_format(self._style, place.left_px, top_px, fit.widths_px)
        scale = SMALL_SCALE * fit.scale
        # Qt lays out the empty blocks it keeps around a table as if they were not there.
        hidden = self._hidden_format(place)
        self._next_block(hidden, QTextCharFormat())
        columns = len(block.alignments)
        head = QTextCharFormat(self._formats.text(place.face | Face.BOLD, scale))
        head.setBackground(QColor(self._style.code_background))
        table = self._cursor.insertTable(len(block.rows) + 1, columns, layout)
        for row, cells in enumerate((block.head, *block.rows)):
            face = place.face | (Face.BOLD if row == 0 else Face.PLAIN)
            for column, cell in enumerate(cells[:columns]):
                cursor = table.cellAt(row, column).firstCursorPosition()
                self._write_cell(cell, cursor, block.alignments[column], face, scale)
                if row == 0:
                    table.cellAt(row, column).setFormat(head)
        self._cursor.setPosition(table.lastPosition() + 1)
        self._cursor.setBlockFormat(hidden)

    def _hidden_format(self, place: _Place) -> QTextBlockFormat:
        """The format of the empty blocks around a table: only the bars beside it."""
        block_format = QTextBlockFormat()
        if place.bars:
            with_bars(block_format, place.bars, self._open_bars)
            self._open_bars = len(place.bars)
        return block_format

    def _write_cell(
        self, cell: Cell, cursor: QTextCursor, alignment: str, face: Face, scale: float
    ) -> None:
        block_format = QTextBlockFormat()
        block_format.setAlignment(_ALIGNMENTS[alignment])
        block_format.setLineHeight(self._style.em(LINE_GAP_EM / 2), _LINE_DISTANCE)
        cursor.setBlockFormat(block_format)
        cursor.setBlockCharFormat(self._formats.text(face, scale))
        self._inlines.write(cell, cursor, face, scale)

    def _write_rule(self, place: _Place) -> None:
        block_format = self._block_format(place)
        block_format.setLineHeight(self._style.em(1.0), _FIXED_HEIGHT)
        block_format.setProperty(Mark.RULE, place.left_px)
        self._next_block(block_format, self._formats.text(Face.PLAIN))

    def _write_definitions(self, block: DefinitionList, place: _Place) -> None:
        inner = place._replace(left_px=place.left_px + self._style.em(LIST_INDENT_EM))
        bold = place._replace(face=place.face | Face.BOLD)
        for index, definition in enumerate(block.definitions):
            if index:
                self._gap_px = self._style.em(BLOCK_GAP_EM)
            self._write_text(definition.term, bold)
            for meaning in definition.meanings:
                self._gap_px = self._style.em(TIGHT_GAP_EM)
                self._write_blocks(meaning, inner, BLOCK_GAP_EM)

    def _write_math(self, tex: str, place: _Place) -> None:
        block_format = self._block_format(place)
        block_format.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._next_block(block_format, self._formats.text(place.face, place.scale))
        key = FormulaKey(tex, is_display=True)
        self._inlines.write_formula(key, self._cursor, place.face, place.scale)

    def _write_footnotes(self, block: Footnotes, place: _Place) -> None:
        self._write_rule(place)
        inner = place._replace(
            left_px=place.left_px + self._style.em(LIST_INDENT_EM),
            scale=SMALL_SCALE,
            face=Face.MUTED,
        )
        for note in block.notes:
            self._gap_px = self._style.em(TIGHT_GAP_EM)
            right_px = inner.left_px - self._style.em(MARKER_GAP_EM)
            self._markers.append(Marker(f"{note.number}.", right_px))
            self._footnote = note.number
            self._write_blocks(note.blocks, inner, TIGHT_GAP_EM)

    def _next_text_block(self, place: _Place) -> None:
        block_format = self._block_format(place)
        self._next_block(block_format, self._formats.text(place.face, place.scale))

    def _block_format(self, place: _Place) -> QTextBlockFormat:
        """The format of the next text block: margins, line height and the marks it carries."""
        block_format = QTextBlockFormat()
        block_format.setLeftMargin(place.left_px)
        block_format.setTopMargin(self._gap_px + self._card_px)
        block_format.setLineHeight(self._style.em(LINE_GAP_EM), _LINE_DISTANCE)
        if place.bars:
            with_bars(block_format, place.bars, self._open_bars)
        if self._markers:
            with_markers(block_format, self._markers)
            self._markers = []
        if self._footnote:
            block_format.setProperty(Mark.FOOTNOTE, self._footnote)
            self._footnote = 0
        self._open_bars = len(place.bars)
        return block_format

    def _next_block(self, block_format: QTextBlockFormat, char_format: QTextCharFormat) -> None:
        self._gap_px = self._card_px = 0.0
        if self._is_fresh:
            self._cursor.setBlockFormat(block_format)
            self._cursor.setBlockCharFormat(char_format)
            self._is_fresh = False
        else:
            self._cursor.insertBlock(block_format, char_format)


_ALIGNMENTS = {
    "": Qt.AlignmentFlag.AlignLeading,
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}


def _least_gap_em(*blocks: Block) -> float:
    """The air that blocks want around them even in a tight list."""
    is_text = all(isinstance(block, Paragraph | ListBlock) for block in blocks)
    return TIGHT_GAP_EM if is_text else SHAPE_GAP_EM


def _numbers(block: ListBlock) -> range:
    return range(0) if block.start is None else range(block.start, block.start + len(block.items))
