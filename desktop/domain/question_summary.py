"""A question as one row of a list."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

DUE = "due"
"""Something of the question is to be reviewed."""

STANDINGS = (DUE, "weak", "strong")
"""What may hold beside the status."""


class Status(StrEnum):
    """Where a person stands with a question."""

    NEW = "new"
    DRAFTED = "drafted"
    ATTEMPTED = "attempted"


@dataclass(frozen=True, slots=True)
class QuestionSummary:
    """What a row shows of a question; `key` is its id, or `pack/id` where two packs share it.

    `standings` are those of due, weak and strong that hold.
    """

    key: str
    title: str
    category: str = ""
    difficulty: str = ""
    minutes: int | None = None
    rounds: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    companies: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    pack: str = ""
    status: Status = Status.NEW
    standings: tuple[str, ...] = ()
    last_answered: datetime | None = None
