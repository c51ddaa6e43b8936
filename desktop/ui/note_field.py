"""A field for a note that is kept as it is typed."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

FEWEST_LINES, MOST_LINES = 2, 8
EDGE_PX = 14


class NoteField(QPlainTextEdit):
    """Markdown of a few lines; grows with its text and tells every change the person makes.

    Once the person has typed, the field is ahead of what was read of the journal: what is read
    later of the same note is passed over.
    """

    written = Signal(str)

    def __init__(
        self, name: str, title: str, placeholder: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self._is_showing = False
        self._is_typed = False
        self.textChanged.connect(self._tell)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def await_note(self) -> None:
        """Empty the field for another note; nothing can be typed until that has been read."""
        self._show("")
        self._is_typed = False
        self.setReadOnly(True)

    def show_note(self, text: str) -> None:
        """Show the note that was read."""
        if not self._is_typed:
            self._show(text)
            self.setReadOnly(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = round(self.document().size().height())
        shown = max(FEWEST_LINES, min(lines, MOST_LINES))
        self.setFixedHeight(shown * self.fontMetrics().lineSpacing() + 2 * EDGE_PX)

    def _show(self, text: str) -> None:
        if text != self.toPlainText():
            self._is_showing = True
            self.setPlainText(text)
            self._is_showing = False

    def _tell(self) -> None:
        if not self._is_showing:
            self._is_typed = True
            self.written.emit(self.toPlainText())
