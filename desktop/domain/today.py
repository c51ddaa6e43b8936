"""What there is to do today, and in which order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop.domain.practice_facts import ReviewItem
from desktop.domain.question_summary import QuestionSummary
from desktop.domain.review import Interview
from desktop.domain.study_plan import PlanTask, StudyPlan
from desktop.domain.study_state import USUAL_MINUTES


@dataclass(frozen=True, slots=True)
class Unmarked:
    """A newest answer that was not held against the rubric yet, so that nothing of it is due."""

    key: str
    title: str
    attempt_uuid: str


@dataclass(frozen=True, slots=True)
class Today:
    """What is due on a local day, the longest due first; `plan` is None without interviews.

    `offer` is a new question for when nothing is due. `is_counted` is False while the journal is
    still being read for the first time, so that what is due is not known yet.
    """

    day: date
    due: tuple[ReviewItem, ...] = ()
    unmarked: tuple[Unmarked, ...] = ()
    interviews: tuple[Interview, ...] = ()
    plan: StudyPlan | None = None
    offer: QuestionSummary | None = None
    is_counted: bool = True

    @property
    def tasks(self) -> tuple[PlanTask, ...]:
        """What the plan has for today; without a plan, all that is due, or something new."""
        planned = self.plan.today if self.plan else None
        if planned is not None:
            return planned.tasks
        return due_tasks(self.due) if self.due else self._offered()

    @property
    def is_done(self) -> bool:
        """Whether the plan has nothing more for today, though there is more to do."""
        return bool(self.plan and self.plan.today and not self.tasks)

    @property
    def also_due(self) -> tuple[PlanTask, ...]:
        """What is due and finds no time today, by the plan."""
        chosen = {(task.key, task.point) for task in self.tasks}
        whole = {task.key for task in self.tasks if not task.point}
        return tuple(
            task
            for task in due_tasks(self.due)
            if (task.key, task.point) not in chosen and not (task.point and task.key in whole)
        )

    def _offered(self) -> tuple[PlanTask, ...]:
        if self.offer is None:
            return ()
        minutes = float(self.offer.minutes or USUAL_MINUTES)
        return (PlanTask(self.offer.key, self.offer.title, minutes, is_new=True),)

    @property
    def minutes(self) -> float:
        """How long today's tasks will take."""
        return minutes_of(self.tasks)


def due_tasks(due: Iterable[ReviewItem]) -> tuple[PlanTask, ...]:
    """What is due as tasks: question by question, the whole of it before its points."""
    items = list(due)
    first: dict[str, int] = {}
    for place, item in enumerate(items):
        first.setdefault(item.key, place)
    ordered = sorted(items, key=lambda one: (first[one.key], one.is_point))
    return tuple(
        PlanTask(one.key, one.title, one.minutes, is_new=False, point=one.point) for one in ordered
    )


def minutes_of(tasks: Iterable[PlanTask]) -> float:
    """How long tasks take; a point takes none where its whole question is written anyway."""
    chosen = tuple(tasks)
    whole = {task.key for task in chosen if not task.point}
    return sum(task.minutes for task in chosen if not (task.point and task.key in whole))
