"""A small dialog with a field and rows that narrow as one types."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)


class PaletteRow(NamedTuple):
    """One row: what it shows, and what is chosen with it."""

    title: str
    value: object
    icon: QIcon | None = None
    hint: str = ""


class Palette(QDialog):
    """Arrow keys go through the rows, Return chooses; `find_rows` gives those that fit a text."""

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        title: str,
        placeholder: str,
        find_rows: Callable[[str], Iterable[PaletteRow]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(480, 360)
        self._find_rows = find_rows
        self.field = QLineEdit(placeholderText=placeholder)
        self.field.setObjectName("paletteField")
        self.field.setAccessibleName(placeholder)
        self._list = QListWidget()
        self._list.setObjectName("paletteList")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.field)
        layout.addWidget(self._list)
        self.field.textChanged.connect(self._narrow)
        self.field.returnPressed.connect(self._choose_current)
        self._list.itemClicked.connect(self._choose)
        self.field.installEventFilter(self)
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
        self._list.clear()
        for row in self._find_rows(text):
            item = QListWidgetItem(row.title)
            item.setToolTip(row.hint)
            item.setData(Qt.ItemDataRole.UserRole, row.value)
            if row.icon is not None:
                item.setIcon(row.icon)
            self._list.addItem(item)
        self._list.setCurrentRow(0)

    def _choose_current(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self._choose(item)

    def _choose(self, item: QListWidgetItem) -> None:
        value: Any = item.data(Qt.ItemDataRole.UserRole)
        self.close()
        self.chosen.emit(value)


def has_words(typed: str, title: str) -> bool:
    """Whether a title has every word that was typed, in any case."""
    return all(word in title.lower() for word in typed.lower().split())


def fitting_rows(rows: Sequence[PaletteRow], typed: str) -> list[PaletteRow]:
    """The rows whose titles have every word that was typed."""
    return [row for row in rows if has_words(typed, row.title)]
