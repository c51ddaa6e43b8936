"""What is kept beside an attempt, whose own text never changes."""

from datetime import datetime
from typing import NamedTuple

from desktop.domain.mark import Mark
from desktop.domain.point_comment import PointComment


class Prediction(NamedTuple):
    """How many of the points the person thought were covered, before any was seen."""

    covered: int
    points: int
    predicted_at: datetime


class Reply(NamedTuple):
    """A short answer to a follow-up, counted from 0.

    `opened_at` is when its model reply was first opened, None before.
    """

    follow_up: int
    text: str
    opened_at: datetime | None = None


class AttemptNotes(NamedTuple):
    """Marks by all judges, the prediction, replies to follow-ups, a note, a star, comments."""

    marks: tuple[Mark, ...] = ()
    prediction: Prediction | None = None
    replies: tuple[Reply, ...] = ()
    note: str = ""
    is_starred: bool = False
    comments: tuple[PointComment, ...] = ()
