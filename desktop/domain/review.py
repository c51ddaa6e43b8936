"""What a person says of reviews: ratings, days of their own choice, interviews."""

from dataclasses import dataclass
from datetime import date, datetime

from desktop.domain.rating import Rating


@dataclass(frozen=True, slots=True)
class PointReview:
    """A missed point written anew; `point` is its text in the rubric, `text` what was written."""

    uuid: str
    question_key: str
    point: str
    text: str
    rating: Rating
    active_s: float
    reviewed_at: datetime


@dataclass(frozen=True, slots=True)
class ReviewDraft:
    """What is being written in the review of a point, and for how many seconds."""

    text: str
    active_s: float


@dataclass(frozen=True, slots=True)
class ReviewDay:
    """When a thing is to be seen, until its next review.

    `see_on` None means by the schedule, or never if `is_suspended`.
    """

    question_key: str
    point: str
    see_on: date | None
    set_at: datetime
    is_suspended: bool = False


@dataclass(frozen=True, slots=True)
class Interview:
    """An interview to prepare for: its local day, its rounds (none means all), the company."""

    uuid: str
    held_on: date
    rounds: tuple[str, ...] = ()
    company: str = ""
