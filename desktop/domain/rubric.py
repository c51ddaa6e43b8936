"""Rubric points and follow-ups, read from the Markdown of their parts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RubricPoint:
    """One thing the interviewer expects, checkable yes or no; `weight` is 1 to 5."""

    text: str
    weight: int = 1
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A follow-up question with its model reply ("" where the file has none)."""

    text: str
    reply: str = ""


def read_points(markdown: str) -> tuple[RubricPoint, ...]:
    """The rubric points of an expectations part, in order."""
    raise NotImplementedError


def read_follow_ups(markdown: str) -> tuple[FollowUp, ...]:
    """The follow-ups of a follow-ups part, in order."""
    raise NotImplementedError
