"""A list of all commands that narrows as one types."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.commands import Command, CommandBook


class CommandPalette(QDialog):
    """Finds a command by its words and runs it."""

    def __init__(self, book: CommandBook, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("commandPalette")
        self.setWindowTitle("Commands")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(480, 360)
        self._book = book
        self._field = QLineEdit(placeholderText="Type what you want to do")
        self._field.setObjectName("paletteField")
        self._list = QListWidget()
        self._list.setObjectName("paletteList")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addWidget(self._field)
        layout.addWidget(self._list)
        self._field.textChanged.connect(self._narrow)
        self._field.returnPressed.connect(self._run_chosen)
        self._list.itemClicked.connect(self._run_item)
        self._field.installEventFilter(self)
        self._narrow("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                count = max(1, self._list.count())
                self._list.setCurrentRow((self._list.currentRow() + step) % count)
                return True
        return super().eventFilter(watched, event)

    def _narrow(self, text: str) -> None:
        words = text.lower().split()
        self._list.clear()
        for command in self._book.commands:
            named = f"{command.menu} {command.title}".lower().replace("&", "")
            if command.is_enabled() and all(word in named for word in words):
                self._list.addItem(self._item(command))
        self._list.setCurrentRow(0)

    def _item(self, command: Command) -> QListWidgetItem:
        key = QKeySequence(command.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        title = command.title.replace("&", "")
        item = QListWidgetItem(f"{title}    {key}" if key else title)
        item.setData(Qt.ItemDataRole.UserRole, command.id)
        return item

    def _run_chosen(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self._run_item(item)

    def _run_item(self, item: QListWidgetItem) -> None:
        action = self._book.action(item.data(Qt.ItemDataRole.UserRole))
        self.close()
        action.trigger()
