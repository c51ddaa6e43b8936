"""What a write to the journal changed."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class ChangeKind(StrEnum):
    """A kind of data in the journal."""

    DRAFT_TEXT = "draft text"
    DRAFTS = "drafts"
    """A draft came or went; saving one that was there changes its text only."""
    ATTEMPTS = "attempts"
    REVEALS = "reveals"
    QUESTION_TEXTS = "question texts"
    STARS = "stars"
    LISTS = "lists"
    SAVED_SEARCHES = "saved searches"
    MOCK_RUNS = "mock runs"
    MARKS = "marks"
    REVIEWS = "reviews"
    """Ratings, reviews of points, and the days on which things are to be seen."""
    REVIEW_TEXT = "review text"
    INTERVIEWS = "interviews"
    NOTES = "notes"
    """Predictions, replies to follow-ups, notes and stars of attempts, notes on questions."""


@dataclass(frozen=True, slots=True)
class JournalChange:
    """The kinds of data one write changed, and of which question (None: of several or none)."""

    kinds: frozenset[ChangeKind]
    question_key: str | None = None


ChangeListener = Callable[[JournalChange], None]
"""Called after the commit in the thread of the write; it hands the change over and returns."""
