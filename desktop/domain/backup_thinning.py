"""Which backups stay as they grow older: close ones of late, a few of long ago."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate
from pathlib import Path

HOURLY_FOR = timedelta(days=1)
DAILY_FOR = timedelta(days=14)
WEEKLY_FOR = timedelta(days=61)

JOURNALS_WORTH = 3
LEAST_LIMIT = 1_000_000_000
"""Bytes; together backups take at most three times the journal or this much."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the journal: its file, when it was made (UTC), its bytes, and what it was for.

    `reason` is empty for those made in the course of time.
    """

    path: Path
    made_at: datetime
    size: int
    reason: str = ""


def thin_out(
    backups: Iterable[Backup], now: datetime, journal_size: int
) -> tuple[tuple[Backup, ...], tuple[Backup, ...]]:
    """The backups that stay and those that may go, newest first; the newest always stays.

    Of one hour, day, week or month the newest of each reason stays; then the oldest go until
    the rest fit. Those of a later date than `now`, from a clock that was wrong, count as of now.
    """
    ordered = sorted(backups, key=_age_order, reverse=True)
    spaced: dict[tuple[object, ...], Backup] = {}
    for backup in ordered:
        spaced.setdefault((backup.reason, *_span(backup.made_at, now)), backup)
    limit = max(JOURNALS_WORTH * journal_size, LEAST_LIMIT)
    sizes = accumulate(one.size for one in spaced.values())
    fitting = sum(size <= limit for size in sizes)
    kept = tuple(spaced.values())[: max(1, fitting)]
    return kept, tuple(one for one in ordered if one not in kept)


def _age_order(backup: Backup) -> tuple[datetime, str]:
    return backup.made_at, str(backup.path)


def _span(made_at: datetime, now: datetime) -> tuple[object, ...]:
    """The hour, day, week or month of which one backup stays."""
    age = now - made_at
    if age < HOURLY_FOR:
        return "hour", made_at.date(), made_at.hour
    if age < DAILY_FOR:
        return "day", made_at.date()
    if age < WEEKLY_FOR:
        year, week, _ = made_at.isocalendar()
        return "week", year, week
    return "month", made_at.year, made_at.month
