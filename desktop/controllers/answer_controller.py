"""The answer being written: its clock, its saving, its sealing."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.controllers.system_clock import Clock
from desktop.controllers.write_end import WriteAnnouncer, WriteEnd
from desktop.domain.answer_clock import AnswerClock
from desktop.domain.attempt import Attempt
from desktop.domain.draft import Draft
from desktop.domain.errors import AppError

if TYPE_CHECKING:
    from concurrent.futures import Future

    from desktop.journal.journal_writer import JournalWriter

SAVE_DELAY_MS = 120
"""From the first unsaved key to the save: a throttle, so steady typing is saved as well.

The promise is 300 ms on disk (design, section 3); the rest is for the commit."""

HISTORY_EVERY_S = 5.0
CLOCK_SAVE_S = 5.0
"""While nothing is typed the running clock is saved this often; a crash takes no more of it."""
UNDO_MS = 10_000
TICK_MS = 1_000
SAVE_PATIENCE_S = 2.0
RETRY_MS = 2_000
"""What could not be saved is tried again this often."""


class EditorText(NamedTuple):
    """What the editor holds: its text and the cursor in UTF-16 code units."""

    text: str
    cursor: int


class AnswerController(QObject):
    """Holds the draft of one question at a time; every way out of it saves first."""

    draft_opened = Signal(object)
    clock_changed = Signal(object)
    quiet_noticed = Signal()
    draft_changed = Signal()
    draft_saved = Signal()
    draft_discarded = Signal(str)
    save_failed = Signal(object)
    save_recovered = Signal()
    seal_begun = Signal(object)
    seal_undone = Signal()
    attempt_sealed = Signal(object)
    _write_ended = Signal(object)

    def __init__(
        self,
        writer: "Callable[[], JournalWriter]",
        clock: Clock,
        parent: QObject | None = None,
        *,
        tick_ms: int = TICK_MS,
        undo_ms: int = UNDO_MS,
        retry_ms: int = RETRY_MS,
    ) -> None:
        super().__init__(parent)
        self._writer = writer
        self._clock = clock
        self._draft: Draft | None = None
        self._question_text = ""
        self._answer_clock = AnswerClock(0)
        self._read_editor: Callable[[], EditorText] = lambda: EditorText("", 0)
        self._history_at_s = 0.0
        self._saved_at_s = 0.0
        self._is_writing = False
        self._quiet_was_noticed = False
        self._save_timer = self._timer(SAVE_DELAY_MS, self._save, is_single=True)
        self._tick_timer = self._timer(tick_ms, self._tick)
        self._undo_timer = self._timer(undo_ms, self.finish_sealing, is_single=True)
        self._unsaved: dict[str, Draft] = {}
        self._retry_timer = self._timer(retry_ms, self._retry, is_single=True)
        self._write_ended.connect(self._meet_write_end)

    def set_editor(self, read_editor: Callable[[], EditorText]) -> None:
        """Say where the text is read from when it is saved."""
        self._read_editor = read_editor

    @property
    def draft(self) -> Draft | None:
        return self._draft

    @property
    def answer_clock(self) -> AnswerClock:
        return self._answer_clock

    @property
    def is_sealing(self) -> bool:
        return self._undo_timer.isActive()

    @property
    def has_text(self) -> bool:
        return self._is_writing and bool(self._read_editor().text.strip())

    def open(self, draft: Draft, *, is_kept: bool) -> None:
        """Take up a draft, kept or fresh; what was open before is saved and put away."""
        self.leave()
        self._question_text = ""
        unsaved = self._unsaved.get(draft.question_key)
        draft = self._draft = unsaved or draft
        self._is_writing = is_kept or unsaved is not None
        self._answer_clock = AnswerClock(draft.budget_s, draft.active_s)
        self._quiet_was_noticed = False
        self.draft_opened.emit(draft)
        self.clock_changed.emit(self._answer_clock)

    def note_question(self, text: str) -> None:
        """Say what the question's file says, so that the answer can be read beside it later."""
        self._question_text = text
        if self._is_writing:
            self._keep_question()

    def save_now(self) -> bool:
        """Save and wait for it; False if it did not work within two seconds."""
        self._save_timer.stop()
        saves = [self._save_again(one) for one in self._unsaved_elsewhere()]
        if self._draft is not None and self._is_writing:
            saves.append(self._save_draft(self._draft))
        try:
            for save in saves:
                save.result(SAVE_PATIENCE_S)
        except (AppError, TimeoutError):
            return False
        return True

    def keep_copy(self) -> None:
        """Put the text as it stands into the draft's history."""
        self._history_at_s = -HISTORY_EVERY_S
        self._save()

    def leave(self) -> None:
        """Save and put away what is open; a seal in its undo time becomes final."""
        if self.is_sealing:
            self.finish_sealing()
        self.pause()
        self._flush()
        self._draft = None
        self._is_writing = False

    def note_key(self) -> None:
        """The text was edited by the person: the clock runs and the text will be saved."""
        if self._draft is None or self.is_sealing:
            return
        self._begin_writing()
        self._set_clock(self._answer_clock.keyed(self._clock.monotonic_s()))
        self._ensure_ticking()
        self.draft_changed.emit()
        if not self._save_timer.isActive():
            self._save_timer.start()

    def start(self) -> None:
        """Start or resume the clock without a key."""
        if self._draft is None or self.is_sealing:
            return
        self._begin_writing()
        self._answer_clock = self._answer_clock.started(self._clock.monotonic_s())
        self._ensure_ticking()
        self._save_soon()

    def pause(self) -> None:
        """Stop the clock; the time since the last tick still counts."""
        if not self._answer_clock.is_running:
            return
        self._answer_clock = self._answer_clock.paused(self._clock.monotonic_s())
        self._tick_timer.stop()
        self.clock_changed.emit(self._answer_clock)
        self._save_soon()

    def toggle_pause(self) -> None:
        if self._answer_clock.is_running:
            self.pause()
        else:
            self.start()

    def count_quiet(self) -> None:
        """The quiet minutes count."""
        self._settle_quiet(self._answer_clock.with_quiet())

    def leave_out_quiet(self) -> None:
        """The quiet minutes do not count."""
        self._settle_quiet(self._answer_clock.without_quiet())

    def reveal(self, part_name: str) -> None:
        """Record that a part beyond the prompt was opened before sealing."""
        draft = self._draft
        if draft is None or self.is_sealing or part_name in draft.revealed:
            return
        self._draft = replace(draft, revealed=(*draft.revealed, part_name))
        at = self._clock.now()
        self._submit(lambda journal: journal.record_reveal(draft.question_key, part_name, at))
        if self._is_writing:
            self._save_soon()

    def seal(self) -> None:
        """End the answer; for ten seconds it can be undone and no attempt exists."""
        if not self.has_text or self.is_sealing:
            return
        self.pause()
        self._flush()
        self._undo_timer.start()
        self.seal_begun.emit(self._draft)

    def undo_seal(self) -> None:
        """Take the seal back within its undo time."""
        if self.is_sealing:
            self._undo_timer.stop()
            self.seal_undone.emit()

    def finish_sealing(self) -> None:
        """Make the seal final now."""
        self._undo_timer.stop()
        draft = self._draft
        if draft is None or not self._is_writing:
            return
        self._save_timer.stop()
        self._unsaved.pop(draft.question_key, None)
        self._draft = None
        self._is_writing = False
        from uuid import uuid4  # noqa: PLC0415 - brings much with it, and the first paint waits

        uuid, sealed_at = str(uuid4()), self._clock.now()
        question_text = self._question_text
        self._submit(
            lambda journal: journal.seal(
                draft, sealed_at=sealed_at, uuid=uuid, question_text=question_text
            ),
            sealing=draft,
        )

    def discard(self) -> None:
        """Throw the open draft away."""
        draft = self._draft
        if draft is None or self.is_sealing:
            return
        self._save_timer.stop()
        self._tick_timer.stop()
        self._unsaved.pop(draft.question_key, None)
        self._draft = None
        self._is_writing = False
        self._submit(lambda journal: journal.discard_draft(draft.question_key))
        self.draft_discarded.emit(draft.question_key)

    def close(self) -> None:
        """Save everything before the app ends."""
        self.leave()
        self._retry()
        self._retry_timer.stop()

    def _begin_writing(self) -> None:
        if self._is_writing or self._draft is None:
            return
        self._is_writing = True
        self._draft = replace(self._draft, started_at=self._clock.now())
        self._keep_question()

    def _keep_question(self) -> None:
        """Keep the question's text, unless its file has not been read yet."""
        text = self._question_text
        if text:
            self._submit(lambda journal: journal.keep_question_text(text))

    def _ensure_ticking(self) -> None:
        if not self._tick_timer.isActive():
            self._tick_timer.start()
            self.clock_changed.emit(self._answer_clock)

    def _tick(self) -> None:
        self._set_clock(self._answer_clock.ticked(self._clock.monotonic_s()))
        self.clock_changed.emit(self._answer_clock)
        if self._answer_clock.quiet_s and not self._quiet_was_noticed:
            self._quiet_was_noticed = True
            self.quiet_noticed.emit()
        if self._clock.monotonic_s() - self._saved_at_s >= CLOCK_SAVE_S:
            self._save_soon()

    def _set_clock(self, clock: AnswerClock) -> None:
        """Take a later clock; if the budget ran out on the way, keep the text as it stands."""
        is_new_overtime = clock.is_overtime and not self._answer_clock.is_overtime
        self._answer_clock = clock
        if is_new_overtime and self._draft is not None and self._draft.text_at_budget is None:
            self._draft = replace(self._draft, text_at_budget=self._read_editor().text)

    def _settle_quiet(self, clock: AnswerClock) -> None:
        self._answer_clock = clock
        self._quiet_was_noticed = False
        self.clock_changed.emit(clock)
        self._save_soon()

    def _save_soon(self) -> None:
        if self._is_writing and not self._save_timer.isActive():
            self._save_timer.start()

    def _flush(self) -> None:
        if self._save_timer.isActive():
            self._save_timer.stop()
            self._save()

    def _save(self) -> None:
        if self._draft is not None and self._is_writing:
            self._save_draft(self._draft)

    def _save_draft(self, before: Draft) -> "Future[None]":
        editor = self._read_editor()
        draft = self._draft = replace(
            before,
            text=editor.text,
            cursor=editor.cursor,
            active_s=self._answer_clock.active_s,
            saved_at=self._clock.now(),
        )
        now_s = self._saved_at_s = self._clock.monotonic_s()
        with_history = now_s - self._history_at_s >= HISTORY_EVERY_S
        if with_history:
            self._history_at_s = now_s
        future = self._writer().save_draft(draft, with_history=with_history)
        future.add_done_callback(WriteAnnouncer(self.announce_write, saving=draft))
        return future

    def _save_again(self, draft: Draft) -> "Future[None]":
        future = self._writer().save_draft(draft, with_history=True)
        future.add_done_callback(WriteAnnouncer(self.announce_write, saving=draft))
        return future

    def _unsaved_elsewhere(self) -> list[Draft]:
        """What could not be saved of questions that are not open any more."""
        key = self._draft.question_key if self._draft else ""
        return [one for one in self._unsaved.values() if one.question_key != key]

    def _retry(self) -> None:
        for draft in self._unsaved_elsewhere():
            self._save_again(draft)
        if self._draft is not None and self._draft.question_key in self._unsaved:
            self._save()

    def _submit(self, operation: Callable[[Any], Any], sealing: Draft | None = None) -> None:
        self._writer().submit(operation).add_done_callback(
            WriteAnnouncer(self.announce_write, sealing=sealing)
        )

    def announce_write(self, end: WriteEnd) -> None:
        """Bring the end of a write from the writer's thread to the UI thread."""
        self._write_ended.emit(end)

    def _meet_write_end(self, end: WriteEnd) -> None:
        if isinstance(end.error, AppError):
            self._meet_refusal(end, end.error)
        elif end.error is not None:
            raise end.error
        elif isinstance(end.result, Attempt):
            self.attempt_sealed.emit(end.result)
        else:
            self._note_saved(end.saving)

    def _meet_refusal(self, end: WriteEnd, error: AppError) -> None:
        """Say it, keep what was to be written, and try again later; a row of them is said once."""
        is_news = not self._unsaved or end.sealing is not None
        unsaved = end.sealing or end.saving
        if unsaved is not None:
            self._unsaved[unsaved.question_key] = unsaved
            self._retry_timer.start()
        if is_news:
            self.save_failed.emit(error)
        if end.sealing is not None:
            self._take_back_seal(end.sealing)

    def _note_saved(self, draft: Draft | None) -> None:
        if draft is not None and self._unsaved.pop(draft.question_key, None) is not None:
            if self._unsaved:
                self._retry_timer.start()
            else:
                self._retry_timer.stop()
                self.save_recovered.emit()
        self.draft_saved.emit()

    def _take_back_seal(self, draft: Draft) -> None:
        if self._draft is None:
            self._draft = draft
            self._is_writing = True
            self.seal_undone.emit()

    def _timer(
        self, interval_ms: int, meet: Callable[[], None], *, is_single: bool = False
    ) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval_ms)
        timer.setSingleShot(is_single)
        timer.timeout.connect(meet)
        return timer
