"""What a person has done with one question."""

from datetime import datetime
from typing import NamedTuple


class QuestionActivity(NamedTuple):
    """The draft and the attempts of a question in numbers; those in the bin do not count.

    `revealed` names the parts opened since the newest attempt; `last_sealed_at` and
    `last_marked_at` are UTC-aware, None without an attempt or a mark.
    """

    has_draft: bool = False
    attempts: int = 0
    last_sealed_at: datetime | None = None
    revealed: tuple[str, ...] = ()
    marks: int = 0
    last_marked_at: datetime | None = None

    @property
    def is_with_help(self) -> bool:
        """Whether an attempt sealed now would be one with help."""
        return bool(self.revealed)
