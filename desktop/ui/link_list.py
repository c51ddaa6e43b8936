"""A headed list of things to go to."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

ROW_PADDING_PX = 8


class LinkRow(NamedTuple):
    """One row: what it leads to, its words, and lines of words after them."""

    id: str
    title: str
    note: str = ""


class _Row(QPushButton):
    """A flat button whose lines are cut with an ellipsis where the pane is narrow."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__("\n".join(lines))
        self._lines = tuple(lines)
        self.setAccessibleName(", ".join(lines))

    def resizeEvent(self, event: QResizeEvent) -> None:
        room_px = self.contentsRect().width() - 2 * ROW_PADDING_PX
        metrics = self.fontMetrics()
        cut = [
            metrics.elidedText(line, Qt.TextElideMode.ElideRight, room_px) for line in self._lines
        ]
        self.setText("\n".join(cut).replace("&", "&&"))
        super().resizeEvent(event)


class LinkList(QWidget):
    """Rows that can be clicked or reached with Tab; hidden while there are none."""

    chosen = Signal(str)

    def __init__(self, name: str, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._rows: list[QPushButton] = []
        self._is_locked = False
        self._lock_note = QLabel()
        self._lock_note.setObjectName(f"{name}LockNote")
        self._lock_note.setProperty("role", "small")
        self._lock_note.setWordWrap(True)
        self._lock_note.hide()
        label = QLabel(heading)
        label.setProperty("role", "heading")
        label.setContentsMargins(0, 0, 0, 4)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 16, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(label)
        self._layout.addWidget(self._lock_note)
        self.hide()

    def show_rows(self, rows: Sequence[LinkRow]) -> None:
        """Show these rows instead of what was there."""
        for button in self._rows:
            self._layout.removeWidget(button)
            button.deleteLater()
        self._rows = [self._new_row(row) for row in rows]
        self.setVisible(bool(rows))

    def set_locked(self, reason: str) -> None:
        """Keep the rows from being chosen and say why, or with "" let them be chosen again."""
        self._is_locked = bool(reason)
        self._lock_note.setText(reason)
        self._lock_note.setVisible(self._is_locked)
        for button in self._rows:
            button.setEnabled(not self._is_locked)

    def _new_row(self, row: LinkRow) -> QPushButton:
        button = _Row([line for line in (row.title, *row.note.split("\n")) if line])
        button.setObjectName(f"{self.objectName()}Row")
        button.setProperty("role", "row")
        button.setProperty("leadsTo", row.id)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.setToolTip(row.title)
        button.setEnabled(not self._is_locked)
        button.clicked.connect(self._tell)
        self._layout.addWidget(button)
        return button

    def _tell(self) -> None:
        self.chosen.emit(self.sender().property("leadsTo"))
