"""The time answers took, against their budgets."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from desktop.domain.practice_calendar import DatedFact
from desktop.domain.progress_table import Table, percent


class TimedAnswer(NamedTuple):
    """One attempt: the minutes it took and those it was given, never none."""

    day: date
    key: str
    title: str
    minutes: float
    budget_minutes: float

    @property
    def share(self) -> float:
        """The part of the budget that was used; over 1 in overtime."""
        return self.minutes / self.budget_minutes

    @property
    def is_over(self) -> bool:
        return self.minutes > self.budget_minutes


@dataclass(frozen=True, slots=True)
class Pace:
    """Every attempt that had a budget, the oldest first."""

    answers: tuple[TimedAnswer, ...]

    @property
    def over(self) -> int:
        """How many took longer than they were given."""
        return sum(one.is_over for one in self.answers)

    @property
    def table(self) -> Table:
        columns = ("Day", "Question", "Minutes", "Budget (minutes)", "Of budget (%)")
        rows = (
            (
                f"{one.day}",
                one.title,
                round(one.minutes, 1),
                round(one.budget_minutes, 1),
                percent(one.share),
            )
            for one in self.answers
        )
        return Table("Time against budget", columns, tuple(rows))


def pace_of(facts: Iterable[DatedFact]) -> Pace:
    """The pace of facts in order of time."""
    return Pace(
        tuple(
            TimedAnswer(day, fact.key, fact.title, fact.active_s / 60, fact.budget_s / 60)
            for day, fact in facts
            if fact.budget_s > 0
        )
    )
