"""The list of questions: rows that can be starred, dragged and asked for a menu."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QListView, QWidget

from desktop.ui.question_row_delegate import star_target
from desktop.ui.question_rows import SUMMARY_ROLE


class QuestionListView(QListView):
    """A list view in which a click on a row's star does not choose the row."""

    star_clicked = Signal(str)
    menu_requested = Signal(str, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_on_star = False
        self.setDragEnabled(True)
        self.setDragDropMode(QListView.DragDropMode.DragOnly)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)

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

    def _meet_star(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        place = event.position().toPoint()
        index = self.indexAt(place)
        if not index.isValid() or not star_target(self.visualRect(index)).contains(place):
            return False
        self.star_clicked.emit(index.data(SUMMARY_ROLE).key)
        return True
