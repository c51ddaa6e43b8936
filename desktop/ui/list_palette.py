"""A small dialog in which the name of a list is typed."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.collection_names import MAX_NAME_LENGTH, find_list
from desktop.domain.query_fields import folded_value
from desktop.domain.question_collections import Collections, QuestionList
from desktop.ui.icons import Icons


class ListPalette(QDialog):
    """Narrows the lists as one types; a list that has the question gives it up when chosen."""

    list_chosen = Signal(str, str)
    """The question and the name of the list."""

    def __init__(self, collections: Collections, key: str, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("listPalette")
        self.setWindowTitle("Add to a list")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(400, 300)
        self._collections = collections
        self._key = key
        self._icons = icons
        self._field = QLineEdit(placeholderText="Type the name of a list, old or new")
        self._field.setObjectName("listName")
        self._field.setAccessibleName("Name of the list")
        self._field.setMaxLength(MAX_NAME_LENGTH)
        self._names = QListWidget()
        self._names.setObjectName("listNames")
        self._names.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self._field)
        layout.addWidget(self._names)
        self._field.textChanged.connect(self._narrow)
        self._field.returnPressed.connect(self._choose_current)
        self._names.itemClicked.connect(self._choose)
        self._field.installEventFilter(self)
        self._narrow("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                count = max(1, self._names.count())
                self._names.setCurrentRow((self._names.currentRow() + step) % count)
                return True
        return super().eventFilter(watched, event)

    def _narrow(self, text: str) -> None:
        typed = folded_value(text)
        self._names.clear()
        fitting = [one for one in self._collections.lists if typed in folded_value(one.name)]
        for one in sorted(fitting, key=self._has_question):
            has_it = self._has_question(one)
            item = QListWidgetItem(one.name)
            item.setIcon(self._icons.icon("check" if has_it else "list"))
            item.setToolTip("The question is on it; choosing takes it off" if has_it else "")
            item.setData(Qt.ItemDataRole.UserRole, one.name)
            self._names.addItem(item)
        if typed.strip("-") and find_list(self._collections, text) is None:
            item = QListWidgetItem(f"New list “{text.strip()}”")
            item.setIcon(self._icons.icon("plus"))
            item.setData(Qt.ItemDataRole.UserRole, text)
            self._names.addItem(item)
        self._names.setCurrentRow(0)

    def _has_question(self, one: QuestionList) -> bool:
        return self._key in one.keys

    def _choose_current(self) -> None:
        item = self._names.currentItem()
        if item is not None:
            self._choose(item)

    def _choose(self, item: QListWidgetItem) -> None:
        name = item.data(Qt.ItemDataRole.UserRole)
        self.accept()
        self.list_chosen.emit(self._key, name)
