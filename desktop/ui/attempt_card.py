"""One attempt in the list of all attempts."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.ui.attempt_words import note_text, points_text
from desktop.ui.sealed_view import attempt_facts, attempt_moment
from desktop.ui.star_button import STAR

if TYPE_CHECKING:
    from desktop.services.attempt_list import AttemptEntry


class AttemptCard(QWidget):
    """Number and star, when, how long and with what help, the points, the note."""

    def __init__(self, entry: "AttemptEntry", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("attemptCard")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        star = f"  {STAR}" if entry.notes.is_starred else ""
        note = note_text(entry)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(2)
        lines = [
            (f"Attempt {entry.attempt.number}{star}", "heading"),
            (attempt_moment(entry.attempt), "small"),
            (attempt_facts(entry.attempt), "small"),
            (points_text(entry), "small"),
            (f"Note: {note}" if note else "", "small"),
        ]
        shown = [(text, role) for text, role in lines if text]
        for text, role in shown:
            label = QLabel(text)
            label.setProperty("role", role)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            layout.addWidget(label)
        starred = ["starred"] if entry.notes.is_starred else []
        words = [text for text, _ in shown[1:]]
        self.spoken = ", ".join((f"Attempt {entry.attempt.number}", *starred, *words))

    def size_within(self, width_px: int) -> QSize:
        """How large the card is where its lines wrap at a width."""
        layout = self.layout()
        return QSize(width_px, layout.totalHeightForWidth(width_px) if layout else 0)
