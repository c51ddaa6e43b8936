"""How long something is likely to be remembered, by the FSRS scheduler."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

from fsrs import Card, Scheduler, State
from fsrs import Rating as FsrsRating

from desktop.domain.rating import Rating

_SCHEDULER: Final = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
"""With its own parameters and 90 % retention. Nobody rewrites an answer of twenty minutes after
ten more, so there are no steps within a day; and a plan needs dates that do not vary by chance."""

_ANY_CARD: Final = 0


@dataclass(frozen=True, slots=True)
class Memory:
    """The state of a thing that was reviewed: FSRS stability in days and difficulty 1 to 10.

    `due` is when recall is expected to fall to 90 %; both moments are UTC-aware.
    """

    stability: float
    difficulty: float
    last_review: datetime
    due: datetime

    @property
    def due_on(self) -> date:
        """The day it comes due by the local clock."""
        return self.due.astimezone().date()

    def recall(self, at: datetime) -> float:
        """The probability, 0 to 1, of recalling it then."""
        return _SCHEDULER.get_card_retrievability(_card(self), at)


def reviewed(memory: Memory | None, rating: Rating, at: datetime) -> Memory:
    """The memory after a review, of something that was never reviewed if it is None."""
    card, _ = _SCHEDULER.review_card(_card(memory), FsrsRating(rating), at.astimezone(UTC))
    assert card.stability is not None
    assert card.difficulty is not None
    assert card.last_review is not None
    return Memory(card.stability, card.difficulty, card.last_review, card.due)


def _card(memory: Memory | None) -> Card:
    if memory is None:
        return Card(card_id=_ANY_CARD)
    return Card(
        card_id=_ANY_CARD,
        state=State.Review,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=memory.due,
        last_review=memory.last_review,
    )
