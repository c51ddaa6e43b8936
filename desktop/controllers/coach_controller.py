"""The coach at work: which point it is at, what came, and how it ended."""

from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.controllers.system_clock import Clock
from desktop.controllers.task_runner import TaskRunner
from desktop.domain.errors import AppError

if TYPE_CHECKING:
    from desktop.coach.open_call import OpenCall
    from desktop.domain.point_comment import PointComment
    from desktop.journal.journal import Journal
    from desktop.journal.journal_writer import JournalWriter
    from desktop.services.ask_coach import AskCoach
    from desktop.services.compare_attempt import Comparison

COACH_LANE = "coach"
SHOWN_EVERY_MS = 60
"""A comment that grows is shown so often; a fast model writes more often than one can see."""

STOPPED = "Stopped."


class CoachState(NamedTuple):
    """Whether the coach is at work, and on which point; else how it ended, in words."""

    is_asking: bool = False
    point: int = 0
    points: int = 0
    told: str = ""


class CoachController(QObject):
    """One attempt is asked about at a time; every whole comment is one write to the journal."""

    commented = Signal(object)
    state_changed = Signal(object)
    _arrived = Signal(int, object)

    def __init__(
        self,
        coach: "Callable[[], AskCoach]",
        writer: "Callable[[], JournalWriter]",
        runner: TaskRunner,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._coach = coach
        self._writer = writer
        self._runner = runner
        self._clock = clock
        self._attempt = ""
        self._call: OpenCall | None = None
        self._turns = count(1)
        self._turn = 0
        self._unfinished: PointComment | None = None
        self._state = CoachState()
        self._write_numbers = count()
        self._arrived.connect(self._take)
        self._showing = QTimer(self)
        self._showing.setSingleShot(True)
        self._showing.setInterval(SHOWN_EVERY_MS)
        self._showing.timeout.connect(self._show_unfinished)

    @property
    def state(self) -> CoachState:
        return self._state

    def ask(self, address: str, model: str, comparison: "Comparison") -> None:
        """Ask about every point of an attempt, one after another."""
        from desktop.coach.open_call import OpenCall  # noqa: PLC0415 - when it is asked for

        self.stop()
        call = self._call = OpenCall()
        turn = self._turn = next(self._turns)
        self._attempt = comparison.attempt.uuid
        question, answer, coach = comparison.question, comparison.attempt.text, self._coach

        def tell(comment: "PointComment") -> None:
            self._arrived.emit(turn, comment)

        def work() -> int:
            coach().ask(address, model, question, answer, tell, call)
            return turn

        self._runner.run(COACH_LANE, work, self._finish, self._give_up)
        self._show(CoachState(is_asking=True, points=len(question.points)))

    def refuse(self, error: AppError) -> None:
        """Say why nothing was asked."""
        self._show(CoachState(told=str(error)))

    def stop(self) -> None:
        """End what is under way, if anything is."""
        if self._state.is_asking:
            self._end(STOPPED)

    def forget(self) -> None:
        """End what is under way and say nothing more of it."""
        self.stop()
        if self._state.told:
            self._show(CoachState())

    def _take(self, turn: int, comment: "PointComment") -> None:
        if turn != self._turn or not self._state.is_asking:
            return
        if comment.is_whole:
            self._unfinished = None
            self._showing.stop()
            self._keep(comment)
            self.commented.emit(comment)
        elif comment.text:
            self._unfinished = comment
            if not self._showing.isActive():
                self._showing.start()
        following = comment.point + comment.is_whole
        if self._state.point != following < self._state.points:
            self._show(self._state._replace(point=following))

    def _show_unfinished(self) -> None:
        if self._unfinished is not None:
            self.commented.emit(self._unfinished)

    def _finish(self, turn: int) -> None:
        if turn == self._turn and self._state.is_asking:
            self._end("")

    def _give_up(self, error: AppError) -> None:
        if self._state.is_asking:
            self._end(str(error))

    def _end(self, told: str) -> None:
        self._runner.drop(COACH_LANE)
        if self._call is not None:
            self._call.cancel()
        self._showing.stop()
        broken_off = self._unfinished
        self._call = self._unfinished = None
        self._show(CoachState(told=told))
        if broken_off is not None:
            self._keep(broken_off)
            self.commented.emit(broken_off)

    def _keep(self, comment: "PointComment") -> None:
        uuid, at = self._attempt, self._clock.now()

        def write(journal: "Journal") -> None:
            journal.notes.put_comment(uuid, comment, at)

        future = self._writer().submit(write)
        self._runner.run(f"write comment {next(self._write_numbers)}", future.result, _settle)

    def _show(self, state: CoachState) -> None:
        self._state = state
        self.state_changed.emit(state)


def _settle(_result: object) -> None:
    """The journal tells of the change itself."""
