"""The copies kept while an answer was written, and one of them to read and take back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:
    from desktop.services.earlier_copies import EarlierCopy

LIST_PX = 220
KEEPS = "The text you have now is kept as a copy too, so nothing is lost by taking one back."
NONE_YET = "No earlier copies yet. One is kept every five seconds of writing."


class EarlierCopiesDialog(QDialog):
    """The copies on the left, newest first; the chosen one's text on the right."""

    copy_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("earlierCopiesDialog")
        self.setWindowTitle("Earlier copies of this answer")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(860, 520)
        self._copies: Sequence[EarlierCopy] = ()
        self._list = QListWidget()
        self._list.setObjectName("earlierCopies")
        self._list.setAccessibleName("Earlier copies, newest first")
        self._list.setFixedWidth(LIST_PX)
        self._list.currentRowChanged.connect(self._show)
        self._text = QPlainTextEdit()
        self._text.setObjectName("earlierCopyText")
        self._text.setAccessibleName("The text of the chosen copy")
        self._text.setReadOnly(True)
        self._about = QLabel(KEEPS)
        self._about.setObjectName("earlierCopiesAbout")
        self._about.setWordWrap(True)
        self._take = QPushButton("Take this one back")
        self._take.setObjectName("takeCopyBack")
        self._take.setProperty("role", "primary")
        self._take.setEnabled(False)
        self._take.clicked.connect(self._choose)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self._take, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.rejected.connect(self.reject)
        sides = QHBoxLayout()
        sides.setSpacing(12)
        sides.addWidget(self._list)
        sides.addWidget(self._text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addLayout(sides, 1)
        column.addWidget(self._about)
        column.addWidget(buttons)

    def show_copies(self, copies: "Sequence[EarlierCopy]") -> None:
        """Fill the list, and show the newest."""
        self._copies = copies
        self._list.clear()
        self._list.addItems([_row(copy) for copy in copies])
        self._about.setText(KEEPS if copies else NONE_YET)
        if copies:
            self._list.setCurrentRow(0)
        self._list.setFocus()

    def _show(self, row: int) -> None:
        is_one = 0 <= row < len(self._copies)
        self._text.setPlainText(self._copies[row].text if is_one else "")
        self._take.setEnabled(is_one)

    def _choose(self) -> None:
        self.copy_chosen.emit(self._copies[self._list.currentRow()].text)
        self.accept()


def _row(copy: "EarlierCopy") -> str:
    noun = "word" if copy.words == 1 else "words"
    return f"{copy.saved_at.astimezone():%d %b, %H:%M:%S} · {copy.words:,} {noun}"
