"""The quick questions that are practised in a row."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.controllers.system_clock import Clock
from desktop.controllers.task_runner import TaskRunner
from desktop.domain.attempt import Attempt
from desktop.domain.quick_fire import QuickFire, QuickResult

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.services.library import Library
    from desktop.services.quick_fire_report import QuickFireReport

LANE = "quick-fire"


class QuickFireController(QObject):
    """Holds one run at a time; what is written and marked in it is kept as in other practice."""

    question_reached = Signal(str)
    none_found = Signal()
    ended = Signal()
    report_made = Signal(object)

    def __init__(
        self,
        library: "Callable[[], Library]",
        runner: TaskRunner,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._runner = runner
        self._clock = clock
        self._run: QuickFire | None = None
        self._sealed_uuid = ""

    @property
    def run(self) -> QuickFire | None:
        return self._run

    @property
    def sealed_uuid(self) -> str:
        """The attempt of the question at hand, "" before it is sealed."""
        return self._sealed_uuid

    def is_on(self) -> bool:
        return self._run is not None

    def begin(self, query: str) -> None:
        """Start with the quick questions a query finds, or with all."""
        seed = int(self._clock.now().timestamp())
        self._runner.run(LANE, partial(_find, self._library, query, seed), self._start)

    def go_on(self) -> None:
        """Go to the next question; after the last one the run ends."""
        if self._run is None:
            return
        self._run = self._run.moved_on()
        if self._run.key:
            self._reach()
        else:
            self.leave()

    def leave(self) -> None:
        """End the run, and tell what came of it."""
        run, self._run, self._sealed_uuid = self._run, None, ""
        if run is not None:
            self.ended.emit()
            self._runner.run(LANE, partial(_report_on, run), self._tell)

    def note_sealed(self, attempt: Attempt) -> None:
        """The answer to a question was sealed."""
        if self._run is not None and attempt.question_key == self._run.key:
            self._sealed_uuid = attempt.uuid

    def note_marks(self, result: QuickResult) -> None:
        """The answer to the question at hand was marked."""
        if self._run is not None:
            self._run = self._run.marked(result)

    def _start(self, keys: tuple[str, ...]) -> None:
        if not keys:
            self.none_found.emit()
            return
        self._run = QuickFire(keys)
        self._reach()

    def _tell(self, report: "QuickFireReport") -> None:
        self.report_made.emit(report)

    def _reach(self) -> None:
        self._sealed_uuid = ""
        if self._run is not None:
            self.question_reached.emit(self._run.key)


def _find(library: "Callable[[], Library]", query: str, seed: int) -> tuple[str, ...]:
    return library().find.quick_keys(query, seed)


def _report_on(run: QuickFire) -> "QuickFireReport":
    from desktop.services.quick_fire_report import (  # noqa: PLC0415 - on a worker thread
        report_on,
    )

    return report_on(run)
