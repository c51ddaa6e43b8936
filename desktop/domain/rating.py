"""How well something was recalled, and what marks and time suggest of it."""

from enum import IntEnum

from desktop.domain.mark import STRONG_FROM, WEAK_UNDER, Verdict

EASY_FROM = 0.95
EASY_WITHIN = 0.75
"""What is easy: nearly all of the rubric's weight in three quarters of the time; our choice."""


class Rating(IntEnum):
    """The four answers of the FSRS scheduler."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4

    @property
    def is_recalled(self) -> bool:
        return self is not Rating.AGAIN


def suggest_rating(
    covered: float, active_s: float, budget_s: float, *, is_with_help: bool
) -> Rating:
    """The rating of a whole answer: weak is again, strong is good.

    `covered` is the share of the rubric's weight. Time over the budget, or help, makes good hard.
    """
    if covered < WEAK_UNDER:
        return Rating.AGAIN
    if covered < STRONG_FROM or is_with_help or active_s > budget_s:
        return Rating.HARD
    is_easy = covered >= EASY_FROM and active_s <= EASY_WITHIN * budget_s
    return Rating.EASY if is_easy else Rating.GOOD


def suggest_point_rating(verdict: Verdict) -> Rating:
    """The rating of one point."""
    return {
        Verdict.COVERED: Rating.GOOD,
        Verdict.PARTLY: Rating.HARD,
        Verdict.MISSED: Rating.AGAIN,
    }[verdict]
