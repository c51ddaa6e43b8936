"""A strip that shows what each half minute of an answer went into."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.answer_timeline import STEP_S, Pace
from desktop.ui.page.page_style import PageStyle
from desktop.ui.theme import SMALL_FONT_PX

BAR_PX = 18
GAP_PX = 1.0
SIDE_PX = 7
"""Half the width of the slider's handle below, so that both show the same time."""

TICK_STEPS = 5 * 60 // STEP_S
TICK_PX = 4


class PaceStrip(QWidget):
    """Planning is hatched, writing is full, stalled is a line; a tick stands at each 5 minutes."""

    def __init__(self, page_style: PageStyle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paceStrip")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._style = page_style
        self._paces: tuple[Pace, ...] = ()
        font = self.font()
        font.setPixelSize(SMALL_FONT_PX)
        self.setFont(font)

    def show_paces(self, paces: Sequence[Pace]) -> None:
        """Show these half minutes, the first on the left."""
        self._paces = tuple(paces)
        self.update()

    def set_style(self, page_style: PageStyle) -> None:
        """Take other colours."""
        self._style = page_style
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, BAR_PX + TICK_PX + self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._paces:
            return
        painter = QPainter(self)
        step_px = (self.width() - 2 * SIDE_PX) / len(self._paces)
        gap_px = GAP_PX if step_px > 4 * GAP_PX else 0.0
        for number, pace in enumerate(self._paces):
            place = QRectF(SIDE_PX + number * step_px, 0, step_px - gap_px, BAR_PX)
            painter.fillRect(*self._fill(pace, place))
        painter.setPen(QColor(self._style.muted))
        for number in range(TICK_STEPS, len(self._paces) + 1, TICK_STEPS):
            self._paint_tick(painter, SIDE_PX + number * step_px, number * STEP_S // 60)

    def _paint_tick(self, painter: QPainter, x_px: float, minutes: int) -> None:
        painter.drawLine(QPointF(x_px, BAR_PX + 1), QPointF(x_px, BAR_PX + TICK_PX))
        height_px = self.fontMetrics().height()
        room = QRectF(x_px - 30, BAR_PX + TICK_PX, 60, height_px)
        room.moveRight(min(room.right(), float(self.width()) + 20))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, f"{minutes} min")

    def _fill(self, pace: Pace, place: QRectF) -> tuple[QRectF, QBrush]:
        accent = QColor(self._style.accent)
        if pace is Pace.WRITING:
            return place, QBrush(accent)
        if pace is Pace.PLANNING:
            return place, QBrush(accent, Qt.BrushStyle.BDiagPattern)
        return place.adjusted(0, place.height() - 3, 0, 0), QBrush(QColor(self._style.muted))
