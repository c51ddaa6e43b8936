"""A field for a note that is kept as it is typed."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

FEWEST_LINES, MOST_LINES = 2, 8
EDGE_PX = 14


class NoteField(QPlainTextEdit):
    """Markdown of a few lines; grows with its text and tells every change the person makes."""

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
        self.textChanged.connect(self._tell)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def show_note(self, text: str) -> None:
        """Show a kept note; a cursor stays where it is if the field shows it already."""
        if text != self.toPlainText():
            self._is_showing = True
            self.setPlainText(text)
            self._is_showing = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = round(self.document().size().height())
        shown = max(FEWEST_LINES, min(lines, MOST_LINES))
        self.setFixedHeight(shown * self.fontMetrics().lineSpacing() + 2 * EDGE_PX)

    def _tell(self) -> None:
        if not self._is_showing:
            self.written.emit(self.toPlainText())
