"""How much was practised by day and by week."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from desktop.domain.practice_facts import AttemptFact
from desktop.domain.progress_table import Table

WEEKS_SHOWN = 53
ONE_WEEK = timedelta(weeks=1)


class DatedFact(NamedTuple):
    """An attempt with the local day of its seal, which is worth finding only once."""

    day: date
    fact: AttemptFact


class Practice(NamedTuple):
    """What was practised from a day on: one day long in a calendar, a week from its Monday."""

    begins_on: date
    attempts: int = 0
    minutes: float = 0.0

    def joined(self, other: "Practice") -> "Practice":
        """Both together, from this one's first day."""
        attempts, minutes = self.attempts + other.attempts, self.minutes + other.minutes
        return Practice(self.begins_on, attempts, minutes)


@dataclass(frozen=True, slots=True)
class PracticeCalendar:
    """Every day of 53 weeks, the first a Monday, the last today."""

    days: tuple[Practice, ...]

    @property
    def table(self) -> Table:
        rows = ((f"{one.begins_on}", round(one.minutes, 1), one.attempts) for one in self.days)
        return Table("Practice by day", ("Day", "Minutes", "Attempts"), tuple(rows))


@dataclass(frozen=True, slots=True)
class PracticeWeeks:
    """Every week from the first to the last, those without an attempt too."""

    weeks: tuple[Practice, ...]

    @property
    def table(self) -> Table:
        rows = (
            (week_name(one.begins_on), f"{one.begins_on}", round(one.minutes, 1), one.attempts)
            for one in self.weeks
        )
        columns = ("ISO week", "Monday", "Minutes", "Attempts")
        return Table("Practice by week", columns, tuple(rows))


def practised_days(facts: Iterable[DatedFact]) -> tuple[Practice, ...]:
    """The days on which something was practised, in the order of the facts."""
    attempts: Counter[date] = Counter()
    seconds: defaultdict[date, float] = defaultdict(float)
    for day, fact in facts:
        attempts[day] += 1
        seconds[day] += fact.active_s
    return tuple(Practice(day, count, seconds[day] / 60) for day, count in attempts.items())


def practice_calendar(practised: Iterable[Practice], last: date) -> PracticeCalendar:
    """The calendar that ends on a day."""
    first = monday_of(last) - (WEEKS_SHOWN - 1) * ONE_WEEK
    found = {one.begins_on: one for one in practised}
    days = (first + timedelta(number) for number in range((last - first).days + 1))
    return PracticeCalendar(tuple(found.get(day, Practice(day)) for day in days))


def practice_weeks(practised: Iterable[Practice], first: date, last: date) -> PracticeWeeks:
    """The weeks from that of one day to that of another, and wherever else was practised."""
    found: dict[date, Practice] = {}
    for day in practised:
        monday = monday_of(day.begins_on)
        found[monday] = found.get(monday, Practice(monday)).joined(day)
    begin, end = min((monday_of(first), *found)), max((monday_of(last), *found))
    weeks = (begin + number * ONE_WEEK for number in range((end - begin) // ONE_WEEK + 1))
    return PracticeWeeks(tuple(found.get(week, Practice(week)) for week in weeks))


def monday_of(day: date) -> date:
    return day - timedelta(day.weekday())


def week_name(day: date) -> str:
    """The ISO week of a day: "2026-W48"."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"
