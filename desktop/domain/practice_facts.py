"""What practice came to, in the numbers that reviews, plans and progress are made of."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from desktop.domain.memory import Memory

WHOLE = ""
"""In the place of a point's text: the whole question."""


class AttemptFact(NamedTuple):
    """One attempt in numbers; what is said of its question is as it stood then.

    A tuple, since progress reads ten thousand of them while somebody waits.

    `share` is the covered share of the rubric's weight, None while a point is unmarked; `covered`
    counts points covered in full. `predicted` is how many the person thought were, None without a
    prediction. `sealed_at` is UTC-aware.
    """

    uuid: str
    key: str
    title: str
    sealed_at: datetime
    active_s: float
    budget_s: float
    category: str = ""
    topics: tuple[str, ...] = ()
    rounds: tuple[str, ...] = ()
    points: int = 0
    covered: int = 0
    share: float | None = None
    predicted: int | None = None
    is_with_help: bool = False

    @property
    def sealed_on(self) -> date:
        """The day it was sealed by the local clock."""
        return self.sealed_at.astimezone().date()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewItem:
    """A whole question, or one missed point of it by its text, that comes back.

    `due_on` is a local day, None for what is suspended. `share` is the part of the rubric's weight
    that is at stake; `value` how much of that the last answer or review had, 0 to 1. `misses`
    counts the answers and reviews that lacked it. `memory` is None before its first review.
    """

    key: str
    title: str
    minutes: float
    due_on: date | None
    point: str = WHOLE
    category: str = ""
    topics: tuple[str, ...] = ()
    rounds: tuple[str, ...] = ()
    memory: Memory | None = None
    share: float = 1.0
    value: float = 0.0
    misses: int = 0
    is_suspended: bool = False

    @property
    def is_point(self) -> bool:
        return self.point != WHOLE

    def is_due(self, today: date) -> bool:
        return self.due_on is not None and self.due_on <= today
