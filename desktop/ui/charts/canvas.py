"""Draws in the colours of a theme, crisply at any scale."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

from desktop.ui.theme import SANS_FAMILIES, SMALL_FONT_PX, Theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
AREA_OPACITY = 0.3


class Canvas:
    """What is straight is drawn without antialiasing, so that it ends where a pixel does."""

    def __init__(self, painter: QPainter, theme: Theme) -> None:
        self._painter = painter
        self._theme = theme
        self._font = chart_font()
        self._metrics = QFontMetricsF(self._font)

    def width_of(self, text: str) -> float:
        return self._metrics.horizontalAdvance(text)

    def fill(self, area: QRectF, colour: str) -> None:
        self._smooth(is_smooth=False)
        self._painter.fillRect(area, self._tint(colour))

    def frame(self, area: QRectF, colour: str) -> None:
        """A thin outline just outside of an area."""
        self._smooth(is_smooth=False)
        self._painter.setPen(self._pen(colour, 1))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(area.adjusted(-1, -1, 0, 0))

    def line(self, start: QPointF, end: QPointF, colour: str, *, is_dashed: bool = False) -> None:
        self._smooth(is_smooth=is_dashed and start.x() != end.x() and start.y() != end.y())
        pen = self._pen(colour, 1)
        pen.setStyle(Qt.PenStyle.DashLine if is_dashed else Qt.PenStyle.SolidLine)
        self._painter.setPen(pen)
        self._painter.drawLine(start, end)

    def curve(self, points: Sequence[QPointF], colour: str) -> None:
        self._smooth(is_smooth=True)
        self._painter.setPen(QPen(self._tint(colour), 1.5))
        self._painter.drawPolyline(QPolygonF(points))

    def dots(self, points: Sequence[QPointF], colour: str, size_px: float) -> None:
        self._smooth(is_smooth=True)
        round_pen = QPen(self._tint(colour), size_px)
        round_pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self._painter.setPen(round_pen)
        self._painter.drawPoints(QPolygonF(points))

    def triangles(self, points: Sequence[QPointF], colour: str, size_px: float) -> None:
        """Hollow triangles around some points."""
        half = size_px / 2
        path = QPainterPath()
        for point in points:
            x, y = point.x(), point.y()
            path.moveTo(x, y - half)
            path.lineTo(x + half, y + half)
            path.lineTo(x - half, y + half)
            path.closeSubpath()
        self._smooth(is_smooth=True)
        self._painter.setPen(QPen(self._tint(colour), 1.25))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPath(path)

    def bubble(self, area: QRectF, colour: str) -> None:
        """A disc that lets others shine through."""
        inside = self._tint(colour)
        inside.setAlphaF(AREA_OPACITY)
        self._smooth(is_smooth=True)
        self._painter.setPen(QPen(self._tint(colour), 1))
        self._painter.setBrush(inside)
        self._painter.drawEllipse(area)

    def text(
        self,
        area: QRectF,
        text: str,
        colour: str = "muted",
        align: Qt.AlignmentFlag = LEFT,
        *,
        is_bold: bool = False,
    ) -> None:
        """One line of text, cut off with an ellipsis where the area ends."""
        font = chart_font(is_bold=is_bold)
        metrics = QFontMetricsF(font) if is_bold else self._metrics
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        self._painter.setFont(font)
        self._painter.setPen(self._tint(colour))
        self._painter.drawText(area, align | Qt.TextFlag.TextSingleLine, shown)

    def _tint(self, colour: str) -> QColor:
        return QColor(self._theme[colour])

    def _pen(self, colour: str, width_px: float) -> QPen:
        pen = QPen(self._tint(colour), width_px)
        pen.setCosmetic(True)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        return pen

    def _smooth(self, *, is_smooth: bool) -> None:
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, is_smooth)


def chart_font(*, is_bold: bool = False) -> QFont:
    """The font of all that is written in a chart."""
    font = QFont(list(SANS_FAMILIES))
    font.setPixelSize(SMALL_FONT_PX)
    font.setWeight(QFont.Weight.DemiBold if is_bold else QFont.Weight.Normal)
    return font
