"""A headed list of things to go to."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget


@dataclass(frozen=True, slots=True)
class LinkRow:
    """One row: what it leads to, its words, and small words after them."""

    id: str
    title: str
    note: str = ""


class LinkList(QWidget):
    """Rows that can be clicked or reached with Tab; hidden while there are none."""

    chosen = Signal(str)

    def __init__(self, name: str, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._rows: list[QPushButton] = []
        label = QLabel(heading)
        label.setProperty("role", "heading")
        label.setContentsMargins(8, 0, 0, 4)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 16, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(label)
        self.hide()

    def show_rows(self, rows: Sequence[LinkRow]) -> None:
        """Show these rows instead of what was there."""
        for button in self._rows:
            self._layout.removeWidget(button)
            button.deleteLater()
        self._rows = [self._new_row(row) for row in rows]
        self.setVisible(bool(rows))

    def _new_row(self, row: LinkRow) -> QPushButton:
        text = f"{row.title}    {row.note}" if row.note else row.title
        button = QPushButton(text.replace("&", "&&"))
        button.setObjectName(f"{self.objectName()}Row")
        button.setProperty("role", "row")
        button.setProperty("leadsTo", row.id)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.setToolTip(row.title)
        button.clicked.connect(self._tell)
        self._layout.addWidget(button)
        return button

    def _tell(self) -> None:
        self.chosen.emit(self.sender().property("leadsTo"))
