"""How ready one is for a round on a day, and what that is made of."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundReadiness:
    """The readiness for one round, 0 to 1: the mean over its topics of what would be said then.

    `topics_practised` of `topics` have an answer that was marked. Among those, `coverage` is the
    mean share of the rubric that the newest answers cover and `recall` the mean probability of
    recalling that on the day; both 0 where nothing was practised. `company` and `held_on` are
    those of the interview, "" and today where none is planned.
    """

    round: str
    held_on: date
    readiness: float
    topics: int
    topics_practised: int
    coverage: float
    recall: float
    company: str = ""
