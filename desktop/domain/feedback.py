"""What a method of feedback says of an answer, point by point, with the passage that shows it."""

from dataclasses import dataclass
from enum import StrEnum

RULE = "rule"
SEMANTIC = "semantic"


class Band(StrEnum):
    """How near the answer's wording comes to a point; all that is shown on screen."""

    FOUND = "found"
    MAYBE = "maybe"
    NOT_FOUND = "not found"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage of the answer: `text` stands there from `start` to `end`, in code points."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class PointFeedback:
    """What a method says of one point.

    `score` is 0 to 1; `evidence` is the passage nearest to the point, None where the band is "not
    found"; `method` names who judged.
    """

    score: float
    band: Band
    evidence: Evidence | None
    method: str


@dataclass(frozen=True, slots=True)
class TopicFeedback:
    """Whether a key topic is mentioned anywhere in the answer."""

    topic: str
    is_mentioned: bool


@dataclass(frozen=True, slots=True)
class AnswerFeedback:
    """What a method says of an answer; `overall` is 0 to 1, weighted by the points' weights."""

    points: tuple[PointFeedback, ...]
    overall: float
    topics: tuple[TopicFeedback, ...] = ()
