"""What marks and time suggest."""

import pytest

from desktop.domain.mark import Verdict
from desktop.domain.rating import Rating, suggest_point_rating, suggest_rating


@pytest.mark.parametrize(
    ("covered", "active_s", "is_with_help", "rating"),
    [
        (0.49, 10, False, Rating.AGAIN),
        (0.5, 10, False, Rating.HARD),
        (0.79, 10, False, Rating.HARD),
        (0.8, 100, False, Rating.GOOD),
        (0.8, 101, False, Rating.HARD),
        (1.0, 10, True, Rating.HARD),
        (0.94, 75, False, Rating.GOOD),
        (0.95, 75, False, Rating.EASY),
        (1.0, 76, False, Rating.GOOD),
    ],
)
def test_weak_is_again_and_strong_in_time_is_good(
    *, covered: float, active_s: float, is_with_help: bool, rating: Rating
) -> None:
    assert suggest_rating(covered, active_s, 100, is_with_help=is_with_help) is rating


def test_a_point_is_rated_by_its_verdict() -> None:
    assert [suggest_point_rating(one) for one in Verdict] == [
        Rating.GOOD,
        Rating.HARD,
        Rating.AGAIN,
    ]
