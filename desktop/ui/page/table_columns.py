"""How wide the columns of a table are where they have little room."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtGui import QFontMetricsF

from desktop.rendering.formula import FormulaKey
from desktop.rendering.page_tree import Code, Image, Inline, Math, Table, Text
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.page.inline_writer import MATH_SCALE
from desktop.ui.page.page_style import PageStyle
from desktop.ui.page.table_writer import CELL_PADDING_EM
from desktop.ui.page.text_formats import SMALL_SCALE, Face, TextFormats

SMALLEST = 0.75
"""Of the usual size of a table's text; below it words are rather broken."""

LONGEST_WORD_EM = 14.0
"""Wider words are broken even where there is room for them."""


BORDERS_PX = 3.0
"""A column's borders, and what text needs beyond its measure lest it be broken."""


class Span(NamedTuple):
    """The width of a column with each word on a line of its own, and with no line broken."""

    least_px: float
    most_px: float


class TableFit(NamedTuple):
    """The size of a table's text, and the widths of its columns if they have to be told."""

    scale: float = 1.0
    widths_px: tuple[float, ...] = ()


def fit_columns(spans: Sequence[Span], size_px: int, around_px: float, room_px: float) -> TableFit:
    """Lines are whole if they fit; if words do not, the text is smaller as far as it can be read.

    `size_px` is the usual size of the text, `around_px` what each column needs beside it. Room
    left over goes to the columns whose lines are broken; where it lacks the longest words are.
    """
    text_px = room_px - around_px * len(spans)
    most_px = sum(span.most_px for span in spans)
    if text_px <= 0 or most_px <= text_px:
        return TableFit()
    least_px = sum(span.least_px for span in spans)
    smaller_px = size_px
    while least_px * smaller_px > text_px * size_px and smaller_px - 1 >= SMALLEST * size_px:
        smaller_px -= 1
    scale = smaller_px / size_px
    if least_px * scale >= text_px:
        shares = _capped([span.least_px * scale for span in spans], text_px)
    else:
        missing_px = max(1.0, (most_px - least_px) * scale)
        share = min(1.0, (text_px - least_px * scale) / missing_px)
        shares = [
            scale * (span.least_px + share * (span.most_px - span.least_px)) for span in spans
        ]
    return TableFit(scale, tuple(around_px + width_px for width_px in shares))


def _capped(widths_px: Sequence[float], room_px: float) -> list[float]:
    """Widths cut to a common limit so that they take so much room."""
    cap_px = 0.0
    for index, width_px in enumerate(sorted(widths_px)):
        cap_px = room_px / (len(widths_px) - index)
        if width_px >= cap_px:
            break
        room_px -= width_px
    return [min(width_px, cap_px) for width_px in widths_px]


class ColumnMeasure:
    """Measures the columns of tables in one style."""

    def __init__(self, formats: TextFormats, style: PageStyle, shelf: FormulaShelf) -> None:
        self._style = style
        self._shelf = shelf
        self.around_px = 2 * style.em(CELL_PADDING_EM) + BORDERS_PX
        font = formats.text(Face.PLAIN, SMALL_SCALE).font()
        self._size_px = font.pixelSize()
        self._plain = QFontMetricsF(font)
        self._bold = QFontMetricsF(formats.text(Face.BOLD, SMALL_SCALE).font())
        self._code = QFontMetricsF(formats.pill(Face.PLAIN, SMALL_SCALE).font())

    def wanted_px(self, table: Table) -> float:
        """The room that a table needs to have no line broken."""
        spans = self.spans(table)
        return sum(span.most_px for span in spans) + self.around_px * len(spans)

    def fit(self, table: Table, room_px: float) -> TableFit:
        """How a table is set where it has so much room."""
        return fit_columns(self.spans(table), self._size_px, self.around_px, room_px)

    def spans(self, table: Table) -> list[Span]:
        """The span of each column."""
        rows = (table.head, *table.rows)
        return [
            self._span(row[column] for row in rows if column < len(row))
            for column in range(len(table.alignments))
        ]

    def _span(self, cells: Iterable[Sequence[Inline]]) -> Span:
        least_px = most_px = 0.0
        for index, cell in enumerate(cells):
            pieces = list(self._pieces(cell, self._plain if index else self._bold))
            least_px = max(least_px, *(piece.least_px for piece in pieces), 0.0)
            most_px = max(most_px, sum(piece.most_px for piece in pieces))
        least_px = min(least_px, self._style.em(LONGEST_WORD_EM))
        return Span(least_px, max(least_px, most_px))

    def _pieces(self, inlines: Iterable[Inline], metrics: QFontMetricsF) -> Iterator[Span]:
        for inline in inlines:
            match inline:
                case Text(text):
                    yield _text_span(text, metrics)
                case Code(text):
                    yield _text_span(text, self._code)
                case Math(tex):
                    yield self._formula_span(tex)
                case Image():
                    yield Span(0.0, self._style.em(LONGEST_WORD_EM))
                case _:
                    yield from self._pieces(getattr(inline, "children", ()), self._bold)

    def _formula_span(self, tex: str) -> Span:
        formula = self._shelf.find(FormulaKey(tex, is_display=False))
        if formula is None or formula.fault:
            return _text_span(tex, self._code)
        width_px = formula.width_em * self._style.em(MATH_SCALE * SMALL_SCALE)
        return Span(width_px, width_px)


def _text_span(text: str, metrics: QFontMetricsF) -> Span:
    words = (metrics.horizontalAdvance(word) for word in text.split())
    return Span(max(words, default=0.0), metrics.horizontalAdvance(text))
