"""What a judge says of the rubric points of an attempt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.feedback import RULE, SEMANTIC
from desktop.domain.rubric import RubricPoint

SELF = "self"
"""The judge whose word is final: the person."""

PEER = "peer"
A_MODEL = "model"
JUDGES = (SELF, PEER, A_MODEL, SEMANTIC, RULE)
"""Whose mark counts first; a model's own name (model:NAME) says which one it was."""

WEAK_UNDER = 0.5
STRONG_FROM = 0.8
"""Shares of the rubric's weight, as the design page of the project words weak and strong."""

WEAK = "weak"
STRONG = "strong"


class Verdict(StrEnum):
    """Whether a point is covered; partly counts half."""

    COVERED = "covered"
    PARTLY = "partly"
    MISSED = "missed"

    @property
    def share(self) -> float:
        """How much of the point's weight counts."""
        return {Verdict.COVERED: 1.0, Verdict.PARTLY: 0.5, Verdict.MISSED: 0.0}[self]


@dataclass(frozen=True, slots=True)
class Mark:
    """One judge's verdict on one point of an attempt.

    `point` counts from 0 in the question text the attempt answered. `start` and `end` are the
    code points of the attempt's text that show it, equal where nothing does.
    """

    point: int
    verdict: Verdict
    judge: str = SELF
    start: int = 0
    end: int = 0
    marked_at: datetime | None = None

    @property
    def has_evidence(self) -> bool:
        return self.end > self.start


def counting_marks(marks: Iterable[Mark]) -> dict[int, Mark]:
    """The mark of each point that counts: that of the first judge in the order of `JUDGES`."""
    counting: dict[int, Mark] = {}
    for mark in sorted(marks, key=lambda one: (_precedence(one.judge), one.judge), reverse=True):
        counting[mark.point] = mark
    return counting


def coverage(points: Sequence[RubricPoint], marks: Iterable[Mark]) -> float | None:
    """The share of the rubric's weight that is covered, 0 to 1; None while a point is unmarked."""
    counting = counting_marks(marks)
    if not points or any(number not in counting for number in range(len(points))):
        return None
    gained = sum(
        point.weight * counting[number].verdict.share for number, point in enumerate(points)
    )
    return gained / sum(point.weight for point in points)


def standing(covered: float | None) -> str:
    """Whether a coverage is "weak" or "strong", "" where it is neither or not known."""
    if covered is None or WEAK_UNDER <= covered < STRONG_FROM:
        return ""
    return WEAK if covered < WEAK_UNDER else STRONG


def _precedence(judge: str) -> int:
    return JUDGES.index(judge if judge in JUDGES else A_MODEL)
