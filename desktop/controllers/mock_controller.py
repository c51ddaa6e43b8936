"""The mock run that is going on: its clock, its saving, its steps."""

from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.controllers.answer_controller import HISTORY_EVERY_S, SAVE_DELAY_MS, EditorText
from desktop.controllers.system_clock import Clock
from desktop.controllers.task_runner import TaskRunner
from desktop.domain.errors import AppError
from desktop.domain.mock_record import MockRecord, PartText
from desktop.domain.mock_run import MockRun, Stage

if TYPE_CHECKING:
    from concurrent.futures import Future

    from desktop.domain.mock_template import MockPlan
    from desktop.journal.journal_writer import JournalWriter
    from desktop.services.run_mock import MockQuestion, RunMock

TICK_MS = 1_000
QUESTION_LANE = "mock question"
SAVE_PATIENCE_S = 2.0


class MockController(QObject):
    """Holds one run; a step counts when the journal has it, and only then is the next part shown.

    Every second, and within 300 ms of a key, where the run stands and what is written is saved.
    """

    part_begun = Signal(object, str, int)
    """A part is shown: its question, the text to go on with, and the cursor (UTF-16 units)."""
    run_changed = Signal(object)
    warned = Signal(float)
    time_ran_out = Signal()
    gap_noticed = Signal(float)
    text_saved = Signal()
    write_failed = Signal(object)
    leaving_changed = Signal()
    ended = Signal(str)

    def __init__(
        self,
        writer: "Callable[[], JournalWriter]",
        service: "Callable[[], RunMock]",
        runner: TaskRunner,
        clock: Clock,
        parent: QObject | None = None,
        *,
        tick_ms: int = TICK_MS,
    ) -> None:
        super().__init__(parent)
        self._writer = writer
        self._service = service
        self._runner = runner
        self._clock = clock
        self._uuid = ""
        self._template = ""
        self._run: MockRun | None = None
        self._question: MockQuestion | None = None
        self._read_editor: Callable[[], EditorText] = lambda: EditorText("", 0)
        self._is_leaving = False
        self._saving: Future[None] | None = None
        self._history_at_s = 0.0
        self._save_timer = QTimer(self)
        self._save_timer.setSingleShot(True)
        self._save_timer.setInterval(SAVE_DELAY_MS)
        self._save_timer.timeout.connect(self._save)
        self._ticker = QTimer(self)
        self._ticker.setSingleShot(True)
        self._ticker.timeout.connect(self._tick)
        self._tick_ms = tick_ms
        self._step_numbers = count()

    def set_editor(self, read_editor: Callable[[], EditorText]) -> None:
        """Say where the text is read from when it is saved."""
        self._read_editor = read_editor

    @property
    def run(self) -> MockRun | None:
        """Where the run stands, None while there is none."""
        return self._run

    @property
    def is_on(self) -> bool:
        return self._run is not None

    @property
    def template(self) -> str:
        """The name of the run's template."""
        return self._template

    @property
    def can_write(self) -> bool:
        """Whether the text of the part may be changed now."""
        run = self._run
        return run is not None and not run.is_held and not self._is_leaving

    def begin(self, plan: "MockPlan") -> None:
        """Begin a run now."""
        if self.is_on:
            return
        from uuid import uuid4  # noqa: PLC0415 - brings much with it, and the first paint waits

        run = MockRun.begun(plan.tasks, self._clock.moment())
        record = MockRecord(str(uuid4()), plan.template, plan.seed, run.seen.wall, run)
        self._uuid, self._template = record.uuid, record.template
        self._step(lambda journal: journal.mocks.begin(record, plan.texts), run, self._show_part)

    def find_open(self) -> None:
        """Look for a run that was not ended, and go on with it where it was."""
        service = self._service
        self._runner.run("mock resume", lambda: service().find_open(), self._resume)

    def note_key(self) -> None:
        """The text was edited by the person; it will be saved."""
        if self._run is not None and not self._is_leaving and not self._save_timer.isActive():
            self._save_timer.start()

    def toggle_pause(self) -> None:
        """Stop the clock, or let it go on; both are written into the record."""
        run = self._run
        if run is None or run.gap_began is not None:
            return
        at = self._clock.moment()
        after = run.resumed(at) if run.is_paused else run.paused(at)
        name = "paused" if after.is_paused else "resumed"
        self._step(lambda journal: journal.mocks.step(self._uuid, after, name), after)

    def count_gap(self) -> None:
        """The time that was lost counts."""
        self._settle(counts=True)

    def leave_gap_out(self) -> None:
        """The time that was lost does not count."""
        self._settle(counts=False)

    def go_on(self) -> None:
        """Seal the current part, if time has not, and go on to the next; there is no way back."""
        run = self._run
        if run is None or self._is_leaving or run.is_held or self._question is None:
            return
        self._set_leaving(is_leaving=True)
        text, question = self._read_editor().text, self._question
        task = run.tasks[run.task]
        if run.stage is not Stage.ANSWERING or not text.strip() or not task.most_follow_ups:
            self._leave(())
            return
        service = self._service
        self._runner.run(
            QUESTION_LANE,
            lambda: service().choose_follow_ups(question.question, text),
            self._leave,
        )

    def stop(self) -> None:
        """End the run before its last question; what is written is sealed."""
        run = self._run
        if run is not None and not self._is_leaving:
            self._set_leaving(is_leaving=True)
            at = self._clock.moment()
            self._end_part(run.settled(at, counts=False).ticked(at), run.stopped(at))

    def save_now(self) -> bool:
        """Save and wait for it; False if it did not work within two seconds."""
        if self._run is None:
            return True
        self._save_timer.stop()
        self._run = self._run.ticked(self._clock.moment())
        try:
            self._submit_save(self._run).result(SAVE_PATIENCE_S)
        except (AppError, TimeoutError):
            return False
        return True

    def close(self) -> None:
        """Save before the app ends; the run goes on with the next start."""
        self.save_now()
        self._ticker.stop()
        self._save_timer.stop()

    def _resume(self, record: MockRecord | None) -> None:
        if record is None or self.is_on:
            return
        self._uuid, self._template, self._run = record.uuid, record.template, record.run
        self._tick()
        self._show_part()

    def _settle(self, *, counts: bool) -> None:
        run = self._run
        if run is None or run.gap_began is None:
            return
        after = run.settled(self._clock.moment(), counts=counts)
        name = "gap counted" if counts else "gap left out"
        self._step(lambda journal: journal.mocks.step(self._uuid, after, name), after)

    def _leave(self, follow_ups: tuple[int, ...]) -> None:
        if self._run is not None:
            before = self._run.ticked(self._clock.moment())
            self._end_part(before, before.went_on(before.seen, follow_ups))

    def _end_part(self, before: MockRun, after: MockRun) -> None:
        from uuid import uuid4  # noqa: PLC0415 - as in begin

        editor, attempt_uuid = self._read_editor(), str(uuid4())
        text = PartText(editor.text, editor.cursor)
        self._save_timer.stop()
        self._step(
            lambda journal: journal.mocks.go_on(self._uuid, before, after, text, attempt_uuid),
            after,
            self._show_part,
        )

    def _show_part(self) -> None:
        """Show what the run has come to: its end, or the current part with its text."""
        run, uuid, service = self._run, self._uuid, self._service
        if run is None:
            return
        if run.is_ended:
            self._run = self._question = None
            self._ticker.stop()
            self._set_leaving(is_leaving=False)
            self.ended.emit(uuid)
            return
        self._runner.run(
            QUESTION_LANE, lambda: service().read_part(uuid, run), self._show_question
        )
        self._plan_tick()

    def _show_question(self, part: "tuple[MockQuestion, PartText]") -> None:
        if self._run is None:
            return
        self._question, text = part
        self._set_leaving(is_leaving=False)
        self.part_begun.emit(self._question, text.text, text.cursor)
        self.run_changed.emit(self._run)

    def _tick(self) -> None:
        before = self._run
        if before is None:
            return
        run = self._run = before.ticked(self._clock.moment())
        is_new_gap = run.gap_began is not None and before.gap_began is None
        if is_new_gap and self._question is not None:
            self.gap_noticed.emit(run.gap_s)
        warning_s = run.warning_since(before)
        if warning_s is not None:
            self.warned.emit(warning_s)
        if run.is_time_up and not self._is_leaving and self._question is not None:
            self._seal_at_time(run)
        else:
            self._save()
        self.run_changed.emit(run)
        self._plan_tick()

    def _seal_at_time(self, run: MockRun) -> None:
        from uuid import uuid4  # noqa: PLC0415 - as in begin

        sealed, editor, attempt_uuid = run.sealed(run.seen), self._read_editor(), str(uuid4())
        text = PartText(editor.text, editor.cursor)
        self._step(
            lambda journal: journal.mocks.seal(self._uuid, sealed, text, attempt_uuid),
            sealed,
            self.time_ran_out.emit,
        )

    def _plan_tick(self) -> None:
        """Tick in a second, or sooner where the time of the part ends before that."""
        run = self._run
        if run is None:
            return
        left_ms = round(run.remaining_s * 1000) if not run.is_held and not run.is_sealed else 0
        self._ticker.start(min(self._tick_ms, left_ms) if left_ms > 0 else self._tick_ms)

    def _save(self) -> None:
        """Save where the run stands, unless the save before is still under way."""
        run = self._run
        if run is None or run.is_ended or self._is_leaving:
            return
        if self._saving is not None and not self._saving.done():
            self._save_timer.start()
            return
        self._saving = self._submit_save(run)
        self._runner.run("mock save", self._saving.result, self._note_saved, self._note_fault)

    def _submit_save(self, run: MockRun) -> "Future[None]":
        editor = self._read_editor()
        text = PartText(editor.text, editor.cursor) if self._question is not None else None
        uuid, now_s = self._uuid, self._clock.monotonic_s()
        with_history = now_s - self._history_at_s >= HISTORY_EVERY_S
        if with_history:
            self._history_at_s = now_s
        return self._writer().submit(
            lambda journal: journal.mocks.save(uuid, run, text, with_history=with_history)
        )

    def _note_saved(self, _result: None) -> None:
        self.text_saved.emit()

    def _note_fault(self, error: AppError) -> None:
        self.write_failed.emit(error)

    def _step(
        self,
        operation: Callable[[Any], object],
        after: MockRun,
        then: Callable[[], None] | None = None,
    ) -> None:
        """Write a step; the run is taken to stand there when that has worked."""
        before = self._run
        self._run = after

        def go_on(_result: object) -> None:
            self.run_changed.emit(after)
            if then is not None:
                then()

        def stay(error: AppError) -> None:
            self._run = before
            self._set_leaving(is_leaving=False)
            self.write_failed.emit(error)
            self._plan_tick()

        future = self._writer().submit(operation)
        self._runner.run(f"mock step {next(self._step_numbers)}", future.result, go_on, stay)

    def _set_leaving(self, *, is_leaving: bool) -> None:
        self._is_leaving = is_leaving
        self.leaving_changed.emit()
