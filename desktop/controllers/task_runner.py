"""Runs slow work off the UI thread and brings back the newest result."""

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal

from desktop.domain.errors import AppError

T = TypeVar("T")


class _Outcome(NamedTuple):
    lane: str
    ticket: int
    then: Callable[[Any], None]
    refused: Callable[[AppError], None]
    result: Any = None
    error: Exception | None = None


class TaskRunner(QObject):
    """The one runner of background work; each lane delivers only its newest result.

    `then` is called on the UI thread. An AppError goes to `refused`, or else to `failed`; any
    other exception is raised on the UI thread, where the crash handler meets it.
    """

    finished = Signal(object)
    failed = Signal(object)
    became_idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(4)
        self._tickets: dict[str, int] = {}
        self._under_way = 0
        self._held: list[Callable[[], None]] = []
        self._is_holding = False
        self._is_closed = False
        self.finished.connect(self._deliver)

    def run(
        self,
        lane: str,
        work: Callable[[], T],
        then: Callable[[T], None],
        refused: Callable[[AppError], None] | None = None,
    ) -> None:
        """Start `work`; an older result of the same lane that is still to come is dropped."""
        if self._is_closed:
            return
        ticket = self._tickets.get(lane, 0) + 1
        self._tickets[lane] = ticket
        self._under_way += 1
        waiting = _Outcome(lane, ticket, then, refused or self.failed.emit)
        # A function, since PySide never lets go of some QRunnables that end quickly.
        started = partial(self._work, work, waiting)
        if self._is_holding:
            self._held.append(started)
        else:
            self._pool.start(started)

    def hold(self) -> None:
        """Keep what is to be run until `go_on`; work beside a busy UI thread slows that down."""
        self._is_holding = True

    def go_on(self) -> None:
        """Start what was kept, in its order."""
        self._is_holding = False
        for work in self._held:
            self._pool.start(work)
        self._held.clear()

    def drop(self, lane: str) -> None:
        """Let go of the result a lane is waiting for."""
        self._tickets[lane] = self._tickets.get(lane, 0) + 1

    def close(self) -> None:
        """Let all that was begun end, also what is to be saved; nothing is delivered any more."""
        self._is_closed = True
        self._held.clear()
        self._pool.waitForDone()

    @property
    def is_idle(self) -> bool:
        return self._under_way == 0

    def _work(self, work: Callable[[], Any], waiting: _Outcome) -> None:
        try:
            outcome = waiting._replace(result=work())
        except Exception as error:  # noqa: BLE001 - carried to the UI thread and raised there
            outcome = waiting._replace(error=error)
        self.finished.emit(outcome)

    def _deliver(self, outcome: _Outcome) -> None:
        self._under_way -= 1
        try:
            if not self._is_closed and outcome.ticket == self._tickets[outcome.lane]:
                self._hand_over(outcome)
        finally:
            if self.is_idle:
                self.became_idle.emit()

    def _hand_over(self, outcome: _Outcome) -> None:
        if outcome.error is None:
            outcome.then(outcome.result)
        elif isinstance(outcome.error, AppError):
            outcome.refused(outcome.error)
        else:
            raise outcome.error
