"""The attempt that is compared: its marks, its prediction, its replies and its note."""

from collections.abc import Callable, Iterable
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.controllers.system_clock import Clock
from desktop.controllers.task_runner import TaskRunner

if TYPE_CHECKING:
    from desktop.domain.mark import Mark, Verdict
    from desktop.domain.marking import Marking
    from desktop.journal.journal_writer import JournalWriter
    from desktop.services.compare_attempt import Comparison
    from desktop.services.library import Library

COMPARE_LANE = "compare"


class CompareController(QObject):
    """Holds one comparison; every step of marking is one write to the journal."""

    comparison_opened = Signal(object)
    marking_changed = Signal(object)
    sentence_missed = Signal(int)
    """A point was to count, but nothing in the answer was shown for it."""
    closed = Signal()

    def __init__(
        self,
        writer: "Callable[[], JournalWriter]",
        library: "Callable[[], Library]",
        runner: TaskRunner,
        clock: Clock,
        find_method: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._find_method = find_method
        self._has_begun = False
        self._writer = writer
        self._library = library
        self._runner = runner
        self._clock = clock
        self._comparison: Comparison | None = None
        self._marking: Marking | None = None
        self._write_numbers = count()

    @property
    def comparison(self) -> "Comparison | None":
        return self._comparison

    @property
    def marking(self) -> "Marking | None":
        return self._marking

    @property
    def is_marking(self) -> bool:
        """Whether points are on show to be marked."""
        return self._marking is not None and self._marking.is_open and self._marking.count > 0

    def open(self, attempt_uuid: str) -> None:
        """Read an attempt with all it is compared with; the newest choice wins."""
        self._has_begun = True
        library, writer, method = self._library, self._writer, self._find_method()

        def read() -> "Comparison":
            writer().submit(_settle).result()  # what was marked and noted so far is read as well
            comparison: Comparison = library().compare.open(attempt_uuid, method)
            return comparison

        self._runner.run(COMPARE_LANE, read, self._show)

    def close(self) -> None:
        """Let the comparison go."""
        self._runner.drop(COMPARE_LANE)
        if self._comparison is not None:
            self._comparison = self._marking = None
            self.closed.emit()

    def end(self) -> None:
        """Stop comparing for good, also in the middle of it."""
        if self._has_begun:
            self._library().compare.close()

    def predict(self, covered: int) -> None:
        """Keep how many points the person thinks are covered, and show them."""
        from desktop.domain.attempt_notes import Prediction  # noqa: PLC0415 - only in comparing

        if self._marking is not None and not self._marking.is_open:
            prediction = Prediction(covered, self._marking.count, self._clock.now())
            self._write(lambda journal, uuid: journal.notes.put_prediction(uuid, prediction))
            self._step(self._marking.opened(prediction))

    def skip_prediction(self) -> None:
        """Show the points without a prediction."""
        if self._marking is not None:
            self._step(self._marking.opened())

    def go_to(self, point: int) -> None:
        """Make a point the current one."""
        if self._marking is not None:
            self._step(self._marking.moved_to(point))

    def go_by(self, points: int) -> None:
        """Go so many points down, or up."""
        if self._marking is not None:
            self.go_to(self._marking.current + points)

    def accept(self, selected: tuple[int, int] | None) -> None:
        """Mark the current point as proposed."""
        from desktop.domain.marking import PROPOSED  # noqa: PLC0415 - only in comparing

        if self._marking is not None and self.is_marking:
            band = self._marking.proposals[self._marking.current].band
            self.mark(self._marking.current, PROPOSED[band], selected)

    def mark(self, point: int, verdict: "Verdict", selected: tuple[int, int] | None) -> None:
        """Mark a point; `selected` is a stretch of the answer in code points that shows it."""
        if self._marking is None or not self.is_marking:
            return
        mark = self._marking.find_mark(point, verdict, selected, self._clock.now())
        if mark is None:
            self._step(self._marking.moved_to(point))
            self.sentence_missed.emit(point)
            return
        self._put_marks([mark])
        self._step(self._marking.marked(mark))

    def put_reply(self, follow_up: int, text: str) -> None:
        """Keep what was written in reply to a follow-up."""
        at = self._clock.now()
        self._write(lambda journal, uuid: journal.notes.put_reply(uuid, follow_up, text, at))

    def open_reply(self, follow_up: int) -> None:
        """Keep that the model reply to a follow-up was opened."""
        at = self._clock.now()
        self._write(lambda journal, uuid: journal.notes.open_reply(uuid, follow_up, at))

    def note(self, text: str) -> None:
        """Keep a note on the attempt."""
        at = self._clock.now()
        self._write(lambda journal, uuid: journal.notes.note_attempt(uuid, text, at))

    def toggle_star(self) -> None:
        """Star the attempt, or take its star away."""
        at = self._clock.now()
        self._write(lambda journal, uuid: journal.notes.toggle_attempt_star(uuid, at))

    def _show(self, comparison: "Comparison") -> None:
        self._comparison = comparison
        self._marking = comparison.marking
        self._keep_proposals(comparison)
        self.comparison_opened.emit(comparison)
        self.marking_changed.emit(self._marking)

    def _keep_proposals(self, comparison: "Comparison") -> None:
        """Keep what the feedback says, once for each method that judged."""
        from desktop.domain.mark import Mark  # noqa: PLC0415 - only in comparing
        from desktop.domain.marking import PROPOSED  # noqa: PLC0415 - as above

        kept = {(mark.point, mark.judge) for mark in comparison.notes.marks}
        proposals = [
            Mark(
                number,
                PROPOSED[one.band],
                one.method,
                one.evidence.start if one.evidence else 0,
                one.evidence.end if one.evidence else 0,
            )
            for number, one in enumerate(comparison.feedback.points)
            if (number, one.method) not in kept
        ]
        if proposals:
            self._put_marks(proposals)

    def _put_marks(self, marks: "Iterable[Mark]") -> None:
        at = self._clock.now()
        self._write(lambda journal, uuid: journal.notes.put_marks(uuid, marks, at))

    def _step(self, marking: "Marking") -> None:
        self._marking = marking
        self.marking_changed.emit(marking)

    def _write(self, operation: Callable[[Any, str], object]) -> None:
        if self._comparison is None:
            return
        uuid = self._comparison.attempt.uuid
        future = self._writer().submit(partial(_with_uuid, operation, uuid))
        self._runner.run(f"write notes {next(self._write_numbers)}", future.result, _settle)


def _with_uuid(operation: Callable[[Any, str], object], uuid: str, journal: object) -> object:
    return operation(journal, uuid)


def _settle(_: object) -> None:
    """There is nothing to do: the journal tells of each change itself."""
