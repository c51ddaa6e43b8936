"""A line of text with its matches on a ground of their own."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QTextCharFormat, QTextLayout

if TYPE_CHECKING:
    from desktop.domain.query_match import Span

_ELLIPSIS = "… "


def paint_matched(
    painter: QPainter, place: QRect, text: str, spans: "Sequence[Span]", ground: QColor
) -> None:
    """Draw the text on one line, shortened to its place, in the painter's font and pen."""
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    layout = QTextLayout(shown, painter.font())
    end_of_text = len(shown) if shown == text else len(shown) - 1
    layout.setFormats(
        [
            _format(start, min(end, end_of_text), ground)
            for start, end in spans
            if start < end_of_text
        ]
    )
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(place.width())
    layout.endLayout()
    layout.draw(painter, QPointF(place.left(), place.top() + (place.height() - line.height()) / 2))


def starting_near_match(
    snippet: str, spans: "Sequence[Span]", width: int, metrics: QFontMetrics
) -> "tuple[str, tuple[Span, ...]]":
    """The snippet from such a word on that its first match can be seen within `width` pixels."""
    first, end = spans[0]
    start = 0
    lead = ""
    while start < first and metrics.horizontalAdvance(lead + snippet[start:end]) > width:
        start = snippet.find(" ", start, first) + 1 or first
        lead = _ELLIPSIS
    shift = len(lead) - start
    return lead + snippet[start:], tuple((a + shift, b + shift) for a, b in spans)


def _format(start: int, end: int, ground: QColor) -> QTextLayout.FormatRange:
    marked = QTextLayout.FormatRange()
    marked.start, marked.length = start, end - start
    form = QTextCharFormat()
    form.setBackground(QBrush(ground))
    marked.format = form
    return marked
