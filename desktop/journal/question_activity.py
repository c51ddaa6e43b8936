"""What a person has done with one question."""

from datetime import datetime
from typing import NamedTuple


class QuestionActivity(NamedTuple):
    """The draft and the attempts of a question in numbers; those in the bin do not count.

    `revealed` names the parts opened since the newest attempt; `reviews` counts what was said of
    reviews. Moments are UTC-aware, None where there is nothing of the kind.
    """

    has_draft: bool = False
    attempts: int = 0
    last_sealed_at: datetime | None = None
    revealed: tuple[str, ...] = ()
    marks: int = 0
    last_marked_at: datetime | None = None
    reviews: int = 0
    last_reviewed_at: datetime | None = None

    @property
    def is_with_help(self) -> bool:
        """Whether an attempt sealed now would be one with help."""
        return bool(self.revealed)
