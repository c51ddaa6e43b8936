"""Connects the attempts of the question on show: the short list, all of them, notes and stars."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.app.compare_wiring import CompareWiring
from desktop.app.parts import Parts

if TYPE_CHECKING:
    from desktop.domain.answer_timeline import AnswerTimeline
    from desktop.rendering.page_tree import Page
    from desktop.services.attempt_changes import AttemptChanges
    from desktop.services.attempt_list import AttemptList
    from desktop.services.open_question import OpenedQuestion
    from desktop.ui.attempts_dialog import AttemptsDialog

SETTLE_MS = 300
"""Notes are written at every key; the list is read again when they come no more."""


class AttemptsWiring(QObject):
    """Makes the dialog when it is asked for, and keeps the lists as the journal has them."""

    def __init__(self, parts: Parts, comparing: CompareWiring) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._comparing = comparing
        self._dialog: AttemptsDialog | None = None
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE_MS)
        self._settling.timeout.connect(self._read)
        parts.question.opened.connect(self._show_opened)
        parts.journal_watch.notes_changed.connect(self._read_soon)
        parts.journal_watch.practice_changed.connect(self._read_soon)
        parts.attempts.listed.connect(self._show)
        parts.attempts.answer_rendered.connect(self._show_page)
        parts.attempts.changes_found.connect(self._show_changes)
        parts.attempts.timeline_found.connect(self._show_timeline)
        parts.attempts.points_found.connect(self._show_points)
        parts.window.detail.note_written.connect(self._note_question)
        parts.window.detail.all_attempts_requested.connect(self.open)
        parts.window.closing.connect(self._settling.stop)

    def open(self) -> None:
        """Show all attempts of the question on show, unless a new answer is being written."""
        opened = self._parts.question.question
        if opened is None or self._dialog is not None or not self._comparing.can_look_back():
            return
        self._dialog = self._new_dialog(opened)
        self._dialog.open()
        self._parts.attempts.read(opened.sheet.key)

    def _new_dialog(self, opened: "OpenedQuestion") -> "AttemptsDialog":
        from desktop.ui.attempts_dialog import AttemptsDialog  # noqa: PLC0415 - at its first use

        parts = self._parts
        dialog = AttemptsDialog(
            opened.sheet.title,
            parts.window.detail.images,
            parts.appearance.page_style,
            parts.formulas,
            parts.window,
        )
        dialog.attempt_chosen.connect(parts.attempts.render)
        dialog.star_requested.connect(parts.attempts.toggle_star)
        dialog.note_written.connect(parts.attempts.note_attempt)
        dialog.changes_requested.connect(parts.attempts.compare)
        dialog.timeline_requested.connect(parts.attempts.replay)
        dialog.rubric_requested.connect(self._comparing.look_back)
        dialog.finished.connect(self._forget)
        return dialog

    def _forget(self) -> None:
        """What was noted in the dialog shows in an open comparison as well."""
        self._dialog = None
        comparison = self._parts.compare.comparison
        if comparison is not None:
            self._parts.compare.open(comparison.attempt.uuid)

    def _show_opened(self, opened: "OpenedQuestion") -> None:
        self._show(opened.listed)

    def _read_soon(self, question_key: str) -> None:
        if question_key == self._parts.question.key:
            self._settling.start()

    def _read(self) -> None:
        self._parts.attempts.read(self._parts.question.key)

    def _show(self, listed: "AttemptList") -> None:
        from desktop.ui.attempt_words import attempt_row  # noqa: PLC0415 - after the first paint
        from desktop.ui.history_words import history_text  # noqa: PLC0415 - as above

        if listed.question_key != self._parts.question.key:
            return
        detail = self._parts.window.detail
        detail.show_attempts([attempt_row(entry) for entry in listed.entries])
        detail.show_history(history_text(listed, self._parts.reviews.day()))
        detail.show_note(listed.note)
        if self._dialog is not None:
            self._dialog.show_list(listed)

    def _show_page(self, uuid: str, page: "Page") -> None:
        if self._dialog is not None:
            self._dialog.show_page(uuid, page)

    def _show_changes(self, changes: "AttemptChanges") -> None:
        if self._dialog is not None:
            self._dialog.show_changes(changes)

    def _show_timeline(self, uuid: str, timeline: "AnswerTimeline") -> None:
        if self._dialog is not None:
            self._dialog.show_timeline(uuid, timeline)

    def _show_points(self, uuid: str, page: "Page") -> None:
        if self._dialog is not None:
            self._dialog.show_points(uuid, page)

    def _note_question(self, text: str) -> None:
        self._parts.attempts.note_question(self._parts.question.key, text)
