"""The list of questions: rows that can be starred, dragged and asked for a menu."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QListView, QWidget

from desktop.ui.question_row_delegate import star_target
from desktop.ui.question_rows import KEY_FORMAT, SUMMARY_ROLE


class QuestionListView(QListView):
    """A list view in which a click on a row's star does not choose the row."""

    star_clicked = Signal(str)
    row_moved = Signal(str, str)
    menu_requested = Signal(str, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_on_star = False
        self._drop_row: int | None = None
        self.setDragEnabled(True)
        self.setDragDropMode(QListView.DragDropMode.DragOnly)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)

    def set_movable(self, *, is_movable: bool) -> None:
        """Let rows be dragged to another place of the list, or only out of it."""
        mode = QListView.DragDropMode
        self.setDragDropMode(mode.DragDrop if is_movable else mode.DragOnly)
        self.setAcceptDrops(is_movable)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._take_own(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._take_own(event)
        self._drop_row = self._row_for(event.position().toPoint())
        self.viewport().update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop_row = None
        self.viewport().update()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop_row = None
        self.viewport().update()
        self._take_own(event)
        if event.isAccepted():
            key = bytes(event.mimeData().data(KEY_FORMAT).data()).decode()
            before = self._key_at(self._row_for(event.position().toPoint()))
            if key != before:
                self.row_moved.emit(key, before)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drop_row is not None:
            self._paint_drop_line(self._drop_row)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._is_on_star = self._meet_star(event)
        if not self._is_on_star:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._is_on_star = self._meet_star(event)
        if not self._is_on_star:
            super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._is_on_star:
            super().mouseReleaseEvent(event)
        self._is_on_star = False

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        is_by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if is_by_key else self.indexAt(event.pos())
        if index.isValid():
            place = self.visualRect(index).center() if is_by_key else event.pos()
            key = index.data(SUMMARY_ROLE).key
            self.menu_requested.emit(key, self.viewport().mapToGlobal(place))

    def _take_own(self, event: QDropEvent) -> None:
        """Take rows while they can be moved; nothing else has a place in the order."""
        if self.acceptDrops() and event.mimeData().hasFormat(KEY_FORMAT):
            event.acceptProposedAction()
        else:
            event.ignore()

    def _row_for(self, place: QPoint) -> int:
        """The row before which something dropped there comes."""
        index = self.indexAt(place)
        if not index.isValid():
            return self.model().rowCount()
        return index.row() + (place.y() > self.visualRect(index).center().y())

    def _key_at(self, row: int) -> str:
        """The key of a row, "" below the last."""
        summary = self.model().index(row, 0).data(SUMMARY_ROLE)
        return summary.key if summary else ""

    def _paint_drop_line(self, row: int) -> None:
        rows = self.model().rowCount()
        near = self.visualRect(self.model().index(min(row, rows - 1), 0))
        y = near.top() if row < rows else near.bottom()
        painter = QPainter(self.viewport())
        painter.fillRect(near.left(), y - 1, near.width(), 2, self.palette().highlight())

    def _meet_star(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        place = event.position().toPoint()
        index = self.indexAt(place)
        if not index.isValid() or not star_target(self.visualRect(index)).contains(place):
            return False
        self.star_clicked.emit(index.data(SUMMARY_ROLE).key)
        return True
