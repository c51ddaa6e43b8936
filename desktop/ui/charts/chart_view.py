"""Shows one picture; the mouse or the arrow keys tell the numbers behind its marks."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.charts.canvas import Canvas
from desktop.ui.charts.picture import AFTER, BEFORE, Picture
from desktop.ui.theme import Theme

NO_MARK = -1
EDGE_PX = 4
KEYS = "Arrow keys go from mark to mark, T shows the table."
REACH_PX = 10
"""So far from a mark the mouse still means it."""


class ChartView(QWidget):
    """A picture with at most one current mark."""

    mark_changed = Signal(str)
    """The words of the current mark; without one, what the keys do while it has them."""
    table_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture: Picture | None = None
        self._placed: Sequence[QRectF] | None = None
        self._middles: list[tuple[float, float]] = []
        self._current = NO_MARK
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    @property
    def mark(self) -> int:
        """The number of the current mark, -1 for none."""
        return self._current

    def mark_area(self, mark: int) -> QRectF:
        """Where a mark is in this widget."""
        return self._marks[mark].translated(EDGE_PX, EDGE_PX)

    def set_picture(self, picture: Picture) -> None:
        """Show a picture that is not empty."""
        self._picture = picture
        self.setAccessibleName(f"{picture.title}. {picture.summary}")
        self._size_changed()
        self._choose(NO_MARK)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def clear_mark(self) -> None:
        """Have no current mark."""
        self._choose(NO_MARK)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._picture is None:
            return
        painter = QPainter(self)
        canvas = Canvas(painter, self._theme)
        painter.translate(EDGE_PX, EDGE_PX)
        self._picture.paint(canvas, self._room(), self._marks)
        if self._current != NO_MARK:
            canvas.frame(self._marks[self._current].adjusted(-1, -1, 2, 2), "text")
        painter.resetTransform()
        if self.hasFocus():
            canvas.frame(QRectF(self.rect()).adjusted(1, 1, -1, -1), "focus")
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size_changed()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._choose(self._mark_at(event.position() - QPointF(EDGE_PX, EDGE_PX)))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self._choose(NO_MARK)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._choose(self._current)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._choose(NO_MARK)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_T and not event.modifiers():
            self.table_requested.emit()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._marks:
            self._choose(0 if key == Qt.Key.Key_Home else len(self._marks) - 1)
        elif key in BEFORE + AFTER and self._marks:
            self._step(key)
        else:
            super().keyPressEvent(event)

    def _step(self, key: Qt.Key) -> None:
        last = len(self._marks) - 1
        if self._current == NO_MARK or self._picture is None:
            self._choose(last if key in BEFORE else 0)
            return
        wished = self._current + self._picture.step(self._current, key)
        if 0 <= wished <= last:
            self._choose(wished)

    def _choose(self, mark: int) -> None:
        if self._picture is None:
            return
        self._current = mark
        words = "" if mark == NO_MARK else self._picture.words(mark)
        self.setAccessibleDescription(words or KEYS)
        self.mark_changed.emit(words or (KEYS if self.hasFocus() else ""))
        self.update()

    def _mark_at(self, point: QPointF) -> int:
        """The mark whose middle is next to a point that is in it or near."""
        x, y = point.x(), point.y()
        marks = self._marks
        if not marks:
            return NO_MARK
        away = [(x - across) ** 2 + (y - down) ** 2 for across, down in self._middles]
        nearest = away.index(min(away))
        is_meant = away[nearest] < REACH_PX**2 or marks[nearest].contains(point)
        return nearest if is_meant else NO_MARK

    def _size_changed(self) -> None:
        """Ask for the height it takes; where the marks are then is found when they are needed."""
        if self._picture is None:
            return
        self._placed = None
        height = round(self._picture.height_within(self._room().width())) + 2 * EDGE_PX
        if height != self.minimumHeight():
            self.setMinimumHeight(height)

    @property
    def _marks(self) -> Sequence[QRectF]:
        if self._picture is None:
            return ()
        if self._placed is None:
            self._placed = self._picture.place(self._room())
            middles = (area.center() for area in self._placed)
            self._middles = [(middle.x(), middle.y()) for middle in middles]
        return self._placed

    def _room(self) -> QSizeF:
        return QSizeF(self.width() - 2 * EDGE_PX, self.height() - 2 * EDGE_PX)
