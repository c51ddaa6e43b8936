"""A question as the app knows it: the values of one question file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from desktop.domain.rubric import FollowUp, RubricPoint, read_follow_ups, read_points

QUICK = "quick"
"""The `form` of a one-minute question."""

LONG = "long"
"""What is asked for to find all others; a file need not say so."""


class Part(StrEnum):
    """A known part of a question after its prompt; the value is its canonical heading."""

    WHY = "Why it is asked"
    EXPECTATIONS = "What the interviewer expects"
    KEY_TOPICS = "Key topics"
    APPROACH = "How to approach this"
    FOLLOW_UPS = "Follow-up questions"
    SAMPLE_ANSWER = "Sample answer"
    WEAK_ANSWERS = "Weak answers sound like"


@dataclass(frozen=True, slots=True)
class OtherSection:
    """A section whose heading we do not know; it is kept and shown as it stands."""

    heading: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question; points and follow-ups are read from the Markdown of its parts, the truth.

    `minutes` is the time a prepared candidate needs; `imported` holds dates and counts as they
    came with an imported page; an empty value means the file does not say.
    """

    id: str
    title: str
    prompt: str = ""
    category: str = ""
    topics: tuple[str, ...] = ()
    difficulty: str = ""
    rounds: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    minutes: int | None = None
    companies: tuple[str, ...] = ()
    source: str = ""
    updated: str = ""
    related: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    form: str = ""
    imported: Mapping[str, str] = field(default_factory=dict)
    parts: Mapping[Part, str] = field(default_factory=dict)
    other_sections: tuple[OtherSection, ...] = ()

    @property
    def is_quick(self) -> bool:
        """Whether it is a one-minute question."""
        return self.form.lower() == QUICK

    @property
    def points(self) -> tuple[RubricPoint, ...]:
        """The rubric points, in file order."""
        return read_points(self.parts.get(Part.EXPECTATIONS, ""))

    @property
    def follow_ups(self) -> tuple[FollowUp, ...]:
        """The follow-up questions with their model replies, in file order."""
        return read_follow_ups(self.parts.get(Part.FOLLOW_UPS, ""))
