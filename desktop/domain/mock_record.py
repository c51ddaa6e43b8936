"""A mock run as the journal keeps it."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from desktop.domain.mock_run import MockRun


@dataclass(frozen=True, slots=True)
class MockRecord:
    """A run with the name of its template and the seed that makes it repeatable.

    Datetimes are UTC-aware; `ended_at` is None while the run goes on.
    """

    uuid: str
    template: str
    seed: str
    started_at: datetime
    run: MockRun
    ended_at: datetime | None = None


class PartText(NamedTuple):
    """What stands in the editor in one part of a run; the cursor counts UTF-16 code units."""

    text: str
    cursor: int = 0


class MockStep(NamedTuple):
    """One line of a run's record: what was done, by both clocks."""

    step: str
    wall_at: datetime
    steady_s: float
    boot: str
