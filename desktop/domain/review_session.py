"""The things of a day, done one after another; each step gives a new value."""

from dataclasses import dataclass, replace

from desktop.domain.study_plan import PlanTask


@dataclass(frozen=True, slots=True)
class ReviewSession:
    """The tasks, which of them it is, and those that were done."""

    tasks: tuple[PlanTask, ...]
    place: int = 0
    done: tuple[PlanTask, ...] = ()

    @property
    def task(self) -> PlanTask | None:
        """The task at hand; None when all are through."""
        return self.tasks[self.place] if self.place < len(self.tasks) else None

    @property
    def count_text(self) -> str:
        """Which of how many: "3 of 12"."""
        return f"{self.place + 1} of {len(self.tasks)}"

    @property
    def is_last(self) -> bool:
        return self._next_place() >= len(self.tasks)

    @property
    def left(self) -> tuple[PlanTask, ...]:
        """What was not done; the points of a question that was written whole are done with it."""
        return tuple(
            task for task in self.tasks if task not in self.done and not self._is_in_whole(task)
        )

    def noted_done(self) -> "ReviewSession":
        """The task at hand was done."""
        task = self.task
        if task is None or task in self.done:
            return self
        return replace(self, done=(*self.done, task))

    def moved_on(self) -> "ReviewSession":
        """Go to the next task; points of a question that was written whole are passed over."""
        return replace(self, place=self._next_place())

    def _next_place(self) -> int:
        places = range(self.place + 1, len(self.tasks))
        fresh = (place for place in places if not self._is_in_whole(self.tasks[place]))
        return next(fresh, len(self.tasks))

    def _is_in_whole(self, task: PlanTask) -> bool:
        """Whether it is a point of a question that was written whole."""
        written = {one.key for one in self.done if not one.point}
        return bool(task.point) and task.key in written
