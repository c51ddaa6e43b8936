"""A timed mock run: where it stands, and the steps by which it goes on."""

from dataclasses import dataclass, replace
from enum import StrEnum

from desktop.domain.moment import Moment

GAP_S = 10.0
"""Time without a tick that is more than any stall of a live window: a crash, a closed lid."""

WARNINGS_S = (300.0, 60.0)
"""Seconds before the end of a part at which the person is warned."""

MAIN = -1
"""The part of a task that is its main answer; its follow-ups count from 0."""


class Stage(StrEnum):
    """What the person is doing in a run."""

    ANSWERING = "answering"
    REPLYING = "replying"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class MockTask:
    """One question of a run with its budgets in seconds.

    `digest` is that of the question's text, `most_follow_ups` how many may be asked.
    """

    question_key: str
    digest: str
    budget_s: float
    follow_up_budget_s: float = 0.0
    most_follow_ups: int = 0


@dataclass(frozen=True, slots=True)
class PartTime:
    """How long a part took: the main answer to a task, or the reply to one of its follow-ups."""

    task: int
    follow_up: int
    budget_s: float
    used_s: float

    @property
    def overtime_s(self) -> float:
        return max(0.0, self.used_s - self.budget_s)

    @property
    def is_main(self) -> bool:
        return self.follow_up == MAIN


@dataclass(frozen=True, slots=True)
class Break:
    """Time that did not count: a pause, or a gap (a crash, sleep) that was left out."""

    began: Moment
    seconds: float
    is_gap: bool = False


@dataclass(frozen=True, slots=True)
class MockRun:
    """The state of a run; each step gives a new one. Times are counted seconds.

    `seen` is the last moment that is accounted for, `part_began` that at which the current part
    was begun. `to_ask` are the follow-ups of the current
    task still to be answered, the current one first. `gap_s` is time of which the person has not
    said whether it counts; until then the clock stands. `is_sealed` says that the text of the
    current part was sealed when its time ran out; what is written after that is overtime.
    """

    tasks: tuple[MockTask, ...]
    seen: Moment
    part_began: Moment
    task: int = 0
    stage: Stage = Stage.ANSWERING
    to_ask: tuple[int, ...] = ()
    part_s: float = 0.0
    is_sealed: bool = False
    is_paused: bool = False
    gap_s: float = 0.0
    gap_began: Moment | None = None
    parts: tuple[PartTime, ...] = ()
    breaks: tuple[Break, ...] = ()

    @classmethod
    def begun(cls, tasks: tuple[MockTask, ...], at: Moment) -> "MockRun":
        """A run at its first question; there is at least one task."""
        return cls(tasks, seen=at, part_began=at)

    @property
    def is_ended(self) -> bool:
        return self.stage is Stage.ENDED

    @property
    def is_held(self) -> bool:
        """Whether the clock stands: ended, paused, or a gap is not settled."""
        return self.is_ended or self.is_paused or self.gap_began is not None

    @property
    def is_whole(self) -> bool:
        """Whether the run ended after its last task, not before."""
        return self.is_ended and self.task == len(self.tasks)

    @property
    def follow_up(self) -> int:
        """The follow-up being answered, `MAIN` in the main answer."""
        return self.to_ask[0] if self.stage is Stage.REPLYING else MAIN

    @property
    def budget_s(self) -> float:
        """The budget of the current part."""
        if self.is_ended:
            return 0.0
        task = self.tasks[self.task]
        return task.budget_s if self.stage is Stage.ANSWERING else task.follow_up_budget_s

    @property
    def remaining_s(self) -> float:
        """Seconds left of the current part; negative in overtime."""
        return self.budget_s - self.part_s

    @property
    def is_time_up(self) -> bool:
        """Whether the current part's text is to be sealed now."""
        return not self.is_held and not self.is_sealed and self.remaining_s <= 0

    @property
    def run_s(self) -> float:
        """Counted seconds of the whole run so far."""
        return sum(part.used_s for part in self.parts) + self.part_s

    @property
    def run_budget_s(self) -> float:
        """The seconds of all tasks with all their follow-ups."""
        return sum(
            task.budget_s + task.most_follow_ups * task.follow_up_budget_s for task in self.tasks
        )

    def ticked(self, at: Moment) -> "MockRun":
        """Account for the time since `seen`; a long silence becomes a gap to be settled."""
        passed_s = at.seconds_since(self.seen)
        if self.is_ended:
            return self
        if self.is_paused:
            return replace(self, seen=at, breaks=_longer(self.breaks, passed_s))
        if self.gap_began is not None or passed_s > GAP_S:
            began = self.gap_began or self.seen
            return replace(self, seen=at, gap_s=self.gap_s + passed_s, gap_began=began)
        return replace(self, seen=at, part_s=self.part_s + passed_s)

    def paused(self, at: Moment) -> "MockRun":
        """Stop the clock; the pause is written into the record."""
        now = self.ticked(at)
        if now.is_held:
            return now
        return replace(now, is_paused=True, breaks=(*now.breaks, Break(at, 0.0)))

    def resumed(self, at: Moment) -> "MockRun":
        """Let the clock go on after a pause."""
        return replace(self.ticked(at), is_paused=False)

    def settled(self, at: Moment, *, counts: bool) -> "MockRun":
        """Say whether the gap counts; the time it took to say so belongs to it."""
        now = self.ticked(at)
        if now.gap_began is None:
            return now
        settled = replace(now, gap_s=0.0, gap_began=None)
        if counts:
            return replace(settled, part_s=now.part_s + now.gap_s)
        gap = Break(now.gap_began, now.gap_s, is_gap=True)
        return replace(settled, breaks=(*now.breaks, gap))

    def sealed(self, at: Moment) -> "MockRun":
        """Seal the text of the current part because its time is up; writing may go on."""
        now = self.ticked(at)
        return replace(now, is_sealed=True) if now.is_time_up else now

    def went_on(self, at: Moment, follow_ups: tuple[int, ...] = ()) -> "MockRun":
        """Leave the current part for the next; after a main answer `follow_ups` may be asked.

        There is no way back. Of the follow-ups the first so many are taken as the task allows.
        """
        now = self.ticked(at)
        if now.is_held:
            return now
        part = PartTime(now.task, now.follow_up, now.budget_s, now.part_s)
        to_ask = (
            now.to_ask[1:]
            if now.stage is Stage.REPLYING
            else follow_ups[: now.tasks[now.task].most_follow_ups]
        )
        left = replace(
            now,
            parts=(*now.parts, part),
            part_began=at,
            part_s=0.0,
            is_sealed=False,
            to_ask=to_ask,
        )
        if to_ask:
            return replace(left, stage=Stage.REPLYING)
        is_last = now.task + 1 == len(now.tasks)
        stage = Stage.ENDED if is_last else Stage.ANSWERING
        return replace(left, task=now.task + 1, stage=stage)

    def stopped(self, at: Moment) -> "MockRun":
        """End the run before its last task; the time of the part it stood in is kept.

        A gap that was not settled is left out.
        """
        now = self.settled(at, counts=False)
        if now.is_ended:
            return now
        part = PartTime(now.task, now.follow_up, now.budget_s, now.part_s)
        return replace(
            now,
            stage=Stage.ENDED,
            parts=(*now.parts, part),
            part_s=0.0,
            to_ask=(),
            is_sealed=False,
            is_paused=False,
        )

    def warning_since(self, before: "MockRun") -> float | None:
        """The warning that became due since an earlier state of the same part, in seconds."""
        is_same = (before.task, before.follow_up) == (self.task, self.follow_up)
        if self.is_ended or not is_same:
            return None
        due = [
            warning_s
            for warning_s in WARNINGS_S
            if warning_s < self.budget_s and self.remaining_s <= warning_s < before.remaining_s
        ]
        return min(due, default=None)


def _longer(breaks: tuple[Break, ...], seconds: float) -> tuple[Break, ...]:
    *earlier, last = breaks
    return (*earlier, replace(last, seconds=last.seconds + seconds))
