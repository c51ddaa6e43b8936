"""A sealed answer."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """A sealed answer; its text never changes.

    `number` counts the attempts of one question from 1, in order of sealing. Wall time is
    `sealed_at - started_at`; `active_s` has pauses and sleep taken out. `text_at_budget` is the
    text when the budget ran out, None if it did not. `revealed` names the parts that were open
    before sealing. Datetimes are UTC-aware.
    """

    uuid: str
    question_key: str
    digest: str
    text: str
    started_at: datetime
    sealed_at: datetime
    active_s: float
    budget_s: float
    revealed: tuple[str, ...] = ()
    text_at_budget: str | None = None
    number: int = 1

    @property
    def wall_s(self) -> float:
        """Seconds from the first key to the seal by the wall clock."""
        return (self.sealed_at - self.started_at).total_seconds()

    @property
    def is_with_help(self) -> bool:
        return bool(self.revealed)
