"""A plan of reviews and new questions up to the interviews, so many minutes a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.domain.practice_facts import WHOLE, ReviewItem
from desktop.domain.question_summary import QuestionSummary
from desktop.domain.review import Interview
from desktop.domain.study_state import Step, StudyState

LEAST_GAIN = 0.02
"""A task must lift its topics together by at least this much of one topic to be worth its time."""

SHARE_OF_NEW = 0.5
"""While something is due, new questions take no more of the minutes than this."""

LONGEST_PLAN = timedelta(days=120)
"""Nobody plans single days further ahead; the plan is made anew each day."""


@dataclass(frozen=True, slots=True)
class PlanTask:
    """A whole question, or with `point` one missed point of it, to be done on a day."""

    key: str
    title: str
    minutes: float
    is_new: bool = False
    point: str = WHOLE


@dataclass(frozen=True, slots=True)
class PlanDay:
    """The tasks of one local day, in order."""

    day: date
    tasks: tuple[PlanTask, ...]

    @property
    def minutes(self) -> float:
        return sum(task.minutes for task in self.tasks)


@dataclass(frozen=True, slots=True)
class PlanGoal:
    """An interview, and the mean over its topics of what would be said there, 0 to 1.

    `now` is without any more work, `then` if the plan is followed and every answer goes well.
    """

    interview: Interview
    topics: int
    now: float
    then: float


@dataclass(frozen=True, slots=True)
class StudyPlan:
    """The days left, and what does not fit into them.

    `left_out` is what comes due before the last interview and finds no time; `untouched` are
    topics of its rounds that stay without an answer; `too_long` are those whose every question
    takes longer than a day has minutes.
    """

    minutes_a_day: int
    days: tuple[PlanDay, ...]
    goals: tuple[PlanGoal, ...]
    left_out: tuple[PlanTask, ...] = ()
    untouched: tuple[str, ...] = ()
    too_long: tuple[str, ...] = ()

    @property
    def today(self) -> PlanDay | None:
        """The first day."""
        return self.days[0] if self.days else None


def plan_study(
    today: date,
    interviews: Sequence[Interview],
    minutes_a_day: int,
    questions: Sequence[QuestionSummary],
    items: Sequence[ReviewItem],
    spent_minutes: float = 0.0,
) -> StudyPlan:
    """Spread reviews and new questions over the days before the last interview.

    Each task in turn is the one that lifts the topics of the coming interviews most for each of
    its minutes, as FSRS expects them to be recalled on the day; what else is due fills the rest.
    `questions` are those of the bank, `items` what comes back; a day never exceeds its minutes,
    and today those already spent are taken off.
    """
    coming = sorted(
        (one for one in interviews if one.held_on > today), key=lambda one: one.held_on
    )
    if not coming:
        return StudyPlan(minutes_a_day, (), ())
    last = min(coming[-1].held_on, today + LONGEST_PLAN)
    state = StudyState(coming, questions, items)
    before = [state.readiness(one) for one in coming]
    days: list[PlanDay] = []
    for number in range((last - today).days):
        state.begin(today + timedelta(days=number))
        minutes = minutes_a_day - (0.0 if number else spent_minutes)
        tasks = _fill(state, minutes, [task for one in days for task in one.tasks])
        days.append(PlanDay(today + timedelta(days=number), tasks))
    planned = {(task.key, task.point) for day in days for task in day.tasks}
    whole = {task.key for day in days for task in day.tasks if not task.point}
    untouched = state.untouched_topics()
    too_long = state.topics_longer_than(minutes_a_day)
    return StudyPlan(
        minutes_a_day,
        tuple(days),
        tuple(
            PlanGoal(one, len(state.topics_of(one)), now, state.readiness(one))
            for one, now in zip(coming, before, strict=True)
        ),
        tuple(
            _task(Step(item.key, item.point), item.title, item.minutes)
            for item in items
            if item.due_on is not None
            and item.due_on < last
            and (item.key, item.point) not in planned
            and not (item.is_point and item.key in whole)
        ),
        tuple(topic for topic in untouched if topic not in too_long),
        tuple(topic for topic in untouched if topic in too_long),
    )


def _fill(state: StudyState, minutes: float, before: Sequence[PlanTask]) -> tuple[PlanTask, ...]:
    """The tasks of the day at hand, question by question, after those of the days before."""
    tasks: list[PlanTask] = []
    left = float(minutes)
    while (step := _find_next(state, left, [*before, *tasks])) is not None:
        tasks.append(
            _task(step, state.title(step), state.minutes(step), is_new=state.is_new(step))
        )
        left -= state.minutes(step)
        state.take(step)
    first = {task.key: place for place, task in reversed(list(enumerate(tasks)))}
    return tuple(sorted(tasks, key=lambda task: first[task.key]))


def _find_next(state: StudyState, left: float, taken: Sequence[PlanTask]) -> Step | None:
    of_new = sum(task.minutes for task in taken if task.is_new)
    is_new_wanted = of_new <= SHARE_OF_NEW * sum(task.minutes for task in taken)
    return (
        state.find_best(left, LEAST_GAIN, is_new_wanted=is_new_wanted)
        or state.find_best(left, LEAST_GAIN, is_new_wanted=True)
        or state.find_due(left)
    )


def _task(step: Step, title: str, minutes: float, *, is_new: bool = False) -> PlanTask:
    return PlanTask(step.key, title, minutes, is_new, step.point)
