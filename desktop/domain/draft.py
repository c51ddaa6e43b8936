"""What is being written now."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The answer in progress to one question.

    `cursor` counts UTF-16 code units, as the editor does. `revealed` names the parts opened
    before sealing (`Part` names). `text_at_budget` is the text as it stood when the budget ran
    out, None before. Datetimes are UTC-aware; `digest` is that of the question text answered.
    """

    question_key: str
    digest: str
    text: str
    started_at: datetime
    saved_at: datetime
    cursor: int = 0
    budget_s: float = 0.0
    active_s: float = 0.0
    revealed: tuple[str, ...] = ()
    text_at_budget: str | None = None


@dataclass(frozen=True, slots=True)
class DraftCopy:
    """One kept moment of a draft: its text at a time and at so much active time."""

    saved_at: datetime
    active_s: float
    text: str
