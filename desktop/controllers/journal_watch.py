"""Hears of journal writes on the writer's thread and tells the UI thread."""

from PySide6.QtCore import QObject, Signal

from desktop.journal.journal_change import ChangeKind, JournalChange

PRACTICE = frozenset(
    {ChangeKind.DRAFTS, ChangeKind.ATTEMPTS, ChangeKind.MARKS, ChangeKind.REVIEWS}
)
NOTED = frozenset({ChangeKind.MARKS, ChangeKind.NOTES})
COLLECTED = frozenset({ChangeKind.STARS, ChangeKind.LISTS})
COLLECTIONS = COLLECTED | {ChangeKind.SAVED_SEARCHES}


class JournalWatch(QObject):
    """Tells which question's drafts, attempts, marks, reviews, star or lists came or went."""

    written = Signal()
    practice_changed = Signal(str)
    notes_changed = Signal(str)
    """Marks, notes or stars of the question or its attempts."""
    collected_changed = Signal(str)
    """Its question, or "" where a whole list took another name or went."""
    collections_changed = Signal()
    interviews_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.writes = 0
        """How many writes there were; it is up to date as soon as the writer has ended."""

    def note(self, change: JournalChange) -> None:
        """Meet a change; called on the thread that wrote."""
        self.writes += 1
        self.written.emit()
        if change.kinds & PRACTICE and change.question_key:
            self.practice_changed.emit(change.question_key)
        if change.kinds & NOTED and change.question_key:
            self.notes_changed.emit(change.question_key)
        if change.kinds & COLLECTED:
            self.collected_changed.emit(change.question_key or "")
        if change.kinds & COLLECTIONS:
            self.collections_changed.emit()
        if ChangeKind.INTERVIEWS in change.kinds:
            self.interviews_changed.emit()
