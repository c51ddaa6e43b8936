"""What a model says of a point, with the words of the answer it quotes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.domain.mark import Verdict
from desktop.domain.point_comment import PointComment

NOTHING_SAID = "It said nothing that can be read."
ONE_DROPPED = "A quote that is not in your answer was left out."
SOME_DROPPED = "{} quotes that are not in your answer were left out."
NO_CREDIT = "It quotes nothing of your answer, so it gives no credit."
NO_VERDICT = "It did not say whether the point is covered."
BROKE_OFF = "It broke off here."
WRITING = "…"


class CommentView(QWidget):
    """One comment; it grows while the model writes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("commentView")
        self._head = _label("commentHead", "small")
        self._text = _label("commentText", "")
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._quote = _label("commentQuote", "quote")
        self._said_of_it = _label("commentNote", "warning")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(4)
        for label in (self._head, self._text, self._quote, self._said_of_it):
            layout.addWidget(label)

    def show_comment(self, comment: PointComment, quote: str, *, is_growing: bool) -> None:
        """Show a comment and what it quotes; one that `is_growing` is still being written."""
        verdict = f": {comment.verdict}" if comment.verdict and comment.is_whole else ""
        self._head.setText(f"Coach, {comment.model}{verdict}")
        nothing = NOTHING_SAID if comment.is_whole else ""
        self._text.setText(f"{comment.text} {WRITING}" if is_growing else comment.text or nothing)
        self._quote.setText(f"“{' '.join(quote.split())}”")
        self._quote.setVisible(bool(quote))
        notes = _notes(comment, is_growing=is_growing)
        self._said_of_it.setText(" ".join(notes))
        self._said_of_it.setVisible(bool(notes))


def _notes(comment: PointComment, *, is_growing: bool) -> list[str]:
    notes = []
    if comment.dropped:
        notes.append(ONE_DROPPED if comment.dropped == 1 else SOME_DROPPED.format(comment.dropped))
    gives_credit = comment.verdict in (Verdict.COVERED, Verdict.PARTLY)
    if comment.is_whole and gives_credit and not comment.has_quote:
        notes.append(NO_CREDIT)
    if comment.is_whole and comment.text and comment.verdict is None:
        notes.append(NO_VERDICT)
    if not comment.is_whole and not is_growing:
        notes.append(BROKE_OFF)
    return notes


def _label(name: str, role: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
