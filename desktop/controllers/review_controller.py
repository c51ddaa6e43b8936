"""What comes back: today's page, the session that works through it, ratings, days, interviews."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.controllers.system_clock import Clock
from desktop.controllers.task_runner import TaskRunner

if TYPE_CHECKING:
    from desktop.domain.progress import ProgressFacts
    from desktop.domain.rating import Rating
    from desktop.domain.review import Interview
    from desktop.domain.review_session import ReviewSession
    from desktop.domain.study_plan import PlanTask, StudyPlan
    from desktop.domain.today import Today
    from desktop.journal.journal import Journal
    from desktop.journal.journal_writer import JournalWriter
    from desktop.services.library import Library
    from desktop.services.read_practice import RatingChoices

T = TypeVar("T")

LOOK_EVERY_MS = 60_000
"""How often the date is looked at, also after the machine slept."""


class ReviewController(QObject):
    """Reads off the UI thread, after the writes asked for so far; every wish is one write."""

    due_counted = Signal(int)
    day_changed = Signal()
    today_read = Signal(object)
    progress_read = Signal(object)
    choices_found = Signal(object)
    task_reached = Signal(object)
    session_ended = Signal(object)

    def __init__(
        self,
        writer: "Callable[[], JournalWriter]",
        library: "Callable[[], Library]",
        runner: TaskRunner,
        clock: Clock,
        find_minutes: Callable[[], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._writer = writer
        self._library = library
        self._runner = runner
        self._clock = clock
        self._find_minutes = find_minutes
        self._has_planned = False
        self._today: Today | None = None
        self._session: ReviewSession | None = None
        self._day = self.day()
        self._write_numbers = count()
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_EVERY_MS)
        self._looking.timeout.connect(self._look_at_date)

    @property
    def session(self) -> "ReviewSession | None":
        return self._session

    @property
    def today(self) -> "Today | None":
        """Today's page as it was last read."""
        return self._today

    def is_on(self) -> bool:
        """Whether a session is under way."""
        return self._session is not None

    def day(self) -> date:
        """Today by the local clock."""
        return self._clock.now().astimezone().date()

    def watch(self) -> None:
        """Count what is due, and look out for the next day."""
        self._looking.start()
        self.count_due()

    def count_due(self) -> None:
        """Count what is due, and tell it."""
        self._runner.run("count due", partial(_count_due, self._library), self.due_counted.emit)

    def read_today(self) -> None:
        """Read today's page; where there are interviews the plan follows when it is made."""
        self._runner.run("today", partial(self._settled, _read_today), self._show_today)

    def read_progress(self) -> None:
        """Read all that progress is drawn from."""
        work = partial(self._settled, _read_progress)
        self._runner.run("progress", work, self.progress_read.emit)

    def begin(self) -> None:
        """Work through today's tasks."""
        from desktop.domain.review_session import ReviewSession  # noqa: PLC0415 - at its first use

        if self._today is not None and self._today.tasks:
            self._session = ReviewSession(self._today.tasks)
            self._reach()

    def begin_with(self, task: "PlanTask") -> None:
        """Work through today's tasks from one of them on, or do alone what is not among them."""
        from desktop.domain.review_session import ReviewSession  # noqa: PLC0415 - as above

        tasks = self._today.tasks if self._today else ()
        place = tasks.index(task) if task in tasks else 0
        self._session = ReviewSession(tasks if task in tasks else (task,), place)
        self._reach()

    def note_done(self, key: str, point: str = "") -> None:
        """Something was reviewed; if it is the task at hand it counts as done."""
        task = self._session.task if self._session else None
        if self._session is not None and task and (task.key, task.point) == (key, point):
            self._session = self._session.noted_done()

    def go_on(self) -> None:
        """Go to the next task; after the last one the session ends."""
        if self._session is not None:
            self._session = self._session.moved_on()
            self._reach()

    def leave(self) -> None:
        """End the session, and tell what was done in it."""
        session, self._session = self._session, None
        if session is not None:
            self.session_ended.emit(session)

    def find_choices(self, attempt_uuid: str) -> None:
        """Find how an answer is rated, once all of its points are marked."""

        def find(library: "Library") -> "RatingChoices | None":
            return library.practice.find_choices(attempt_uuid)

        self._runner.run("rating", partial(self._settled, find), self.choices_found.emit)

    def rate(self, attempt_uuid: str, rating: "Rating") -> None:
        """Keep how well an answer went."""
        at = self._clock.now()
        self._write(lambda journal: journal.reviews.rate_attempt(attempt_uuid, rating, at))

    def set_day(self, tasks: "Iterable[PlanTask]", see_on: date | None) -> None:
        """See things again on a day, or with None by the schedule."""
        self._set_days(tasks, see_on, is_suspended=False)

    def suspend(self, tasks: "Iterable[PlanTask]") -> None:
        """Let things come back no more until they are taken up again."""
        self._set_days(tasks, None, is_suspended=True)

    def put_interview(self, interview: "Interview") -> None:
        """Keep an interview."""
        at = self._clock.now()
        self._write(lambda journal: journal.reviews.put_interview(interview, at))

    def remove_interview(self, interview: "Interview") -> None:
        """Take an interview out."""
        at = self._clock.now()
        self._write(lambda journal: journal.reviews.remove_interview(interview, at))

    def close(self) -> None:
        """Look out no more, and end a plan that is being made."""
        self._looking.stop()
        if self._has_planned:
            self._library().planning.close()

    def _set_days(
        self, tasks: "Iterable[PlanTask]", see_on: date | None, *, is_suspended: bool
    ) -> None:
        from desktop.domain.review import ReviewDay  # noqa: PLC0415 - at its first use

        at = self._clock.now()
        days = [ReviewDay(one.key, one.point, see_on, at, is_suspended) for one in tasks]
        self._write(lambda journal: journal.reviews.set_days(days))

    def _reach(self) -> None:
        task = self._session.task if self._session else None
        if task is None:
            self.leave()
        else:
            self.task_reached.emit(task)

    def _show_today(self, today: "Today") -> None:
        before = self._today
        if before is not None and before.plan is not None and before.day == today.day:
            today = replace(today, plan=before.plan if today.interviews else None)
        self._take_today(today)
        if today.interviews and today.is_counted:
            self._has_planned = True
            work = partial(_plan, self._library, today.day, self._find_minutes())
            self._runner.run("plan", work, self._show_plan)

    def _show_plan(self, plan: "StudyPlan") -> None:
        if self._today is not None:
            self._take_today(replace(self._today, plan=plan))

    def _take_today(self, today: "Today") -> None:
        self._today = today
        self.today_read.emit(today)

    def _look_at_date(self) -> None:
        if self.day() != self._day:
            self._day = self.day()
            self.day_changed.emit()

    def _settled(self, work: "Callable[[Library], T]") -> T:
        """Do work once the writes asked for so far are done."""
        self._writer().submit(_touch_nothing).result()
        return work(self._library())

    def _write(self, operation: "Callable[[Journal], None]") -> None:
        future = self._writer().submit(operation)
        self._runner.run(f"write review {next(self._write_numbers)}", future.result, _settle)


def _count_due(library: "Callable[[], Library]") -> int:
    return len(library().practice.due())


def _read_today(library: "Library") -> "Today":
    return library.practice.today()


def _read_progress(library: "Library") -> "ProgressFacts":
    return library.practice.progress()


def _plan(library: "Callable[[], Library]", day: date, minutes: int) -> "StudyPlan":
    return library().planning.plan(day, minutes)


def _touch_nothing(_journal: object) -> None:
    """A write that waits for its turn and does nothing."""


def _settle(_result: object) -> None:
    """The journal tells of the change itself."""
