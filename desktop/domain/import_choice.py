"""What is to become of each question of an import."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.import_batch import BatchQuestion


class ImportChoice(StrEnum):
    """What a person says of one question; the value is how a program writes it."""

    KEEP = "keep"
    REPLACE = "replace"
    SKIP = "skip"


class Likeness(StrEnum):
    """How a question is like one that is there already; the value is how it reads on screen."""

    SAME = "the same as"
    SAME_ID = "has the id of"
    SIMILAR = "similar to"
    TWICE = "stands twice, first in"


@dataclass(frozen=True, slots=True)
class Duplicate:
    """The question that one is like: its key, "" for one of the same import, and its title."""

    likeness: Likeness
    key: str
    title: str

    def __str__(self) -> str:
        return f"{self.likeness} “{self.title}”" + (f" ({self.key})" if self.key else "")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question that could be imported, and the question there already that is likest to it."""

    question: BatchQuestion
    duplicate: Duplicate | None = None

    @property
    def usual_choice(self) -> ImportChoice:
        """What is done where the person says nothing: what is there already is passed over."""
        is_there = self.duplicate and self.duplicate.likeness in {Likeness.SAME, Likeness.TWICE}
        return ImportChoice.SKIP if is_there else ImportChoice.KEEP

    @property
    def can_replace(self) -> bool:
        """Whether there is a question whose place it could take."""
        return self.duplicate is not None and bool(self.duplicate.key)
