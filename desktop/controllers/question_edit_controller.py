"""Holds the question that is being edited, and keeps its text until it is saved."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.controllers.task_runner import TaskRunner
from desktop.domain.errors import AppError
from desktop.domain.question import Question

if TYPE_CHECKING:
    from desktop.services.edit_question import EditedQuestion, EditQuestion, ReadText

BEGIN_LANE = "begin edit"
READ_LANE = "read edited text"
FIELDS_LANE = "rewrite fields"
SAVE_LANE = "save edited question"

READ_DELAY_MS = 120
KEEP_DELAY_MS = 150
"""So that a text is on the disk within 300 ms, as drafts are."""


class FieldChange(NamedTuple):
    """What a form showed, and what it shows now."""

    before: Question
    after: Question


class QuestionEditController(QObject):
    """One question at a time; the text in the editor is the truth, the form follows it."""

    begun = Signal(object)
    unsaved_found = Signal(str)
    text_read = Signal(object)
    text_rewritten = Signal(str, object)
    """The text with the fields of a FieldChange rewritten."""
    saved = Signal(str)
    reverted = Signal(str)
    refused = Signal(object)

    def __init__(
        self,
        edit: "Callable[[], EditQuestion]",
        runner: TaskRunner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._edit = edit
        self._runner = runner
        self._edited: EditedQuestion | None = None
        self._read_editor: Callable[[], str] = str
        self._pending: FieldChange | None = None
        self._is_saving = False
        self._kept_number = 0
        self._reading = self._new_timer(READ_DELAY_MS, self._read)
        self._keeping = self._new_timer(KEEP_DELAY_MS, self._keep)

    @property
    def edited(self) -> "EditedQuestion | None":
        """What is being edited, as it was at the beginning."""
        return self._edited

    @property
    def has_changes(self) -> bool:
        """Whether the editor holds what was not saved."""
        return self._edited is not None and (
            self._pending is not None or self._read_editor() != self._edited.text
        )

    @property
    def is_rewriting(self) -> bool:
        """Whether fields of the form are still on their way into the text."""
        return self._pending is not None

    def look_for_unsaved(self) -> None:
        """Find out whether something was typed before and not saved."""
        edit = self._edit

        def look() -> str | None:
            return edit().find_unsaved()

        self._runner.run(BEGIN_LANE, look, self._meet_unsaved)

    def begin(self, key: str) -> None:
        """Open the question of a key, or a new one with ""."""
        edit = self._edit

        def begin() -> "EditedQuestion":
            return edit().begin(key) if key else edit().begin_new()

        self._runner.run(BEGIN_LANE, begin, self._meet_begun)

    def follow(self, read_editor: Callable[[], str]) -> None:
        """Say where the text is read from; it is read at once."""
        self._read_editor = read_editor
        self._read()

    def note_text(self) -> None:
        """The text in the editor has changed."""
        self._reading.start()
        if not self._keeping.isActive():
            self._keeping.start()

    def rewrite_fields(self, change: FieldChange) -> None:
        """Bring what was changed in the form into the text."""
        if self._edited is None:
            return
        self._pending = change
        text = self._read_editor()
        work = partial(_with_fields, self._edited, text, change)
        self._runner.run(FIELDS_LANE, work, partial(self._meet_fields, text, change))

    def save(self) -> None:
        """Write the text into the person's own folder."""
        edited = self._edited
        if edited is None or self._is_saving:
            return
        self._settle_fields()
        self._is_saving = True
        self._keep()
        edit, text = self._edit, self._read_editor()

        def save() -> str:
            return edit().save(edited, text)

        self._runner.run(SAVE_LANE, save, self._meet_saved, self._meet_refusal)

    def revert(self) -> None:
        """Move the mended copy to the bin."""
        edited = self._edited
        if edited is None or self._is_saving:
            return
        self._is_saving = True
        edit = self._edit

        def revert() -> str:
            edit().revert(edited)
            return edited.base.question.id if edited.base else ""

        self._runner.run(SAVE_LANE, revert, self._meet_reverted, self._meet_refusal)

    def discard(self) -> None:
        """Let go of the question, and of what was typed."""
        if self._edited is not None:
            self._runner.run(f"discard edit {self._edited.key}", self._edited.saving.drop, _pass)
        self._end()

    def keep_now(self) -> None:
        """Keep what was typed before the window goes; raises AppError if the disk refuses."""
        self._settle_fields()
        edited = self._edited
        try:
            if edited is not None and self.has_changes:
                self._kept_number += 1
                edited.saving.keep(self._read_editor(), edited.digest, self._kept_number)
        finally:
            self._end()

    def _meet_unsaved(self, key: str | None) -> None:
        if key is not None:
            self.unsaved_found.emit(key)

    def _meet_begun(self, edited: "EditedQuestion") -> None:
        self._edited = edited
        self._pending = None
        self._is_saving = False
        self.begun.emit(edited)

    def _read(self) -> None:
        if self._edited is not None:
            work = partial(_read_text, self._edited, self._read_editor())
            self._runner.run(READ_LANE, work, self.text_read.emit)

    def _keep(self) -> None:
        self._keeping.stop()
        edited = self._edited
        if edited is None:
            return
        self._kept_number += 1
        text, number = self._read_editor(), self._kept_number
        work = partial(edited.saving.keep, text, edited.digest, number)
        self._runner.run("keep edit", work, _pass, self.refused.emit)

    def _settle_fields(self) -> None:
        """Bring what the form holds into the text at once."""
        if self._pending is not None and self._edited is not None:
            change = self._pending
            text = _with_fields(self._edited, self._read_editor(), change)
            self._runner.drop(FIELDS_LANE)
            self._pending = None
            self.text_rewritten.emit(text, change)

    def _meet_fields(self, text: str, change: FieldChange, rewritten: str) -> None:
        if self._edited is None:
            return
        if self._read_editor() != text:
            self.rewrite_fields(change)
            return
        self._pending = None
        self.text_rewritten.emit(rewritten, change)
        self._reading.start()

    def _meet_saved(self, key: str) -> None:
        self._end()
        self.saved.emit(key)

    def _meet_reverted(self, key: str) -> None:
        self._end()
        self.reverted.emit(key)

    def _meet_refusal(self, error: AppError) -> None:
        self._is_saving = False
        self.refused.emit(error)

    def _end(self) -> None:
        for timer in (self._reading, self._keeping):
            timer.stop()
        for lane in (READ_LANE, FIELDS_LANE):
            self._runner.drop(lane)
        self._edited = None
        self._pending = None
        self._is_saving = False
        self._read_editor = str

    def _new_timer(self, delay_ms: int, run: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(delay_ms)
        timer.timeout.connect(run)
        return timer


def _read_text(edited: "EditedQuestion", text: str) -> "ReadText":
    from desktop.services.edit_question import read_text  # noqa: PLC0415 - on a worker thread

    return read_text(edited, text)


def _with_fields(edited: "EditedQuestion", text: str, change: FieldChange) -> str:
    from desktop.services.edit_question import with_fields  # noqa: PLC0415 - at its first use

    return with_fields(edited, text, change.before, change.after)


def _pass(_result: None) -> None:
    """There is nothing to do when it is done."""
