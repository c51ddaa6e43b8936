"""Hears of journal writes on the writer's thread and tells the UI thread."""

from PySide6.QtCore import QObject, Signal

from desktop.journal.journal_change import ChangeKind, JournalChange

PRACTICE = frozenset({ChangeKind.DRAFTS, ChangeKind.ATTEMPTS})


class JournalWatch(QObject):
    """Tells which question's drafts or attempts came or went."""

    practice_changed = Signal(str)

    def note(self, change: JournalChange) -> None:
        """Meet a change; called on the thread that wrote."""
        if change.kinds & PRACTICE and change.question_key:
            self.practice_changed.emit(change.question_key)
