"""What comes back of a question follows from its answers, the reviews and the chosen days."""

from datetime import UTC, date, datetime, timedelta

from fsrs import Card, Scheduler
from fsrs import Rating as FsrsRating

from desktop.domain.mark import Verdict
from desktop.domain.practice_facts import WHOLE, AttemptFact, ReviewItem
from desktop.domain.rating import Rating
from desktop.domain.review import PointReview, ReviewDay
from desktop.domain.review_items import JudgedAnswer, review_items
from desktop.domain.rubric import RubricPoint

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)
POINTS = (RubricPoint("One", 3), RubricPoint("Two", 1))
C, P, M = Verdict.COVERED, Verdict.PARTLY, Verdict.MISSED


def answer(
    day: int,
    *verdicts: Verdict,
    rating: Rating | None = None,
    points: tuple[RubricPoint, ...] = POINTS,
) -> JudgedAnswer:
    """An answer so many days after the first, marked in order."""
    weight = sum(point.weight for point in points)
    gained = sum(p.weight * v.share for p, v in zip(points, verdicts, strict=False))
    fact = AttemptFact(
        uuid=f"a{day}",
        key="ridge",
        title="Ridge",
        sealed_at=NOON + timedelta(days=day),
        active_s=900,
        budget_s=1200,
        points=len(points),
        share=gained / weight if len(verdicts) == len(points) else None,
    )
    return JudgedAnswer(fact, points, dict(enumerate(verdicts)), rating)


def written(day: int, point: str, rating: Rating) -> PointReview:
    at = NOON + timedelta(days=day)
    return PointReview(f"r{day}", "ridge", point, "It was.", rating, 30, at)


def chosen(day: int, point: str, see_on: date | None, *, never: bool = False) -> ReviewDay:
    return ReviewDay("ridge", point, see_on, NOON + timedelta(days=day), never)


def by_point(items: tuple[ReviewItem, ...]) -> dict[str, ReviewItem]:
    return {item.point: item for item in items}


def fsrs_due(*reviews: tuple[int, int]) -> date:
    """What the library says by itself of ratings on days after the first."""
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card = Card(card_id=1)
    for day, rating in reviews:
        at = NOON + timedelta(days=day)
        card, _ = scheduler.review_card(card, FsrsRating(rating), at)
    return card.due.astimezone().date()


def test_nothing_comes_back_before_an_answer_or_its_marks() -> None:
    assert review_items([]) == ()
    assert review_items([answer(0)]) == ()
    assert review_items([answer(0, C)]) == ()


def test_the_whole_question_comes_due_as_the_library_says() -> None:
    weak, strong = answer(0, M, M), answer(3, C, C)
    item = by_point(review_items([weak, strong]))[WHOLE]
    assert item.due_on == fsrs_due((0, 1), (3, 4))
    assert item.value == 1.0
    assert item.minutes == 20


def test_ones_own_rating_counts_before_the_suggested_one() -> None:
    items = review_items([answer(0, C, C, rating=Rating.HARD)])
    assert items[0].due_on == fsrs_due((0, 2))
    unmarked = review_items([answer(0, rating=Rating.GOOD)])
    assert unmarked[0].due_on == fsrs_due((0, 3))


def test_missed_points_come_back_until_an_answer_covers_them() -> None:
    first = by_point(review_items([answer(0, M, P)]))
    assert first["One"].share == 0.75
    assert first["Two"].share == 0.125
    assert first["Two"].due_on == fsrs_due((0, 2))
    later = by_point(review_items([answer(0, M, P), answer(5, C, M)]))
    assert "One" not in later
    assert later["Two"].misses == 2
    assert later["Two"].due_on == fsrs_due((0, 2), (5, 1))


def test_a_review_of_a_point_moves_it_on() -> None:
    reviewed = by_point(review_items([answer(0, M, C)], [written(1, "One", Rating.GOOD)]))
    assert reviewed["One"].due_on == fsrs_due((0, 1), (1, 3))
    assert reviewed["One"].value == 1.0
    failed = by_point(review_items([answer(0, M, C)], [written(1, "One", Rating.AGAIN)]))
    assert (failed["One"].misses, failed["One"].value) == (2, 0.0)


def test_a_review_of_a_point_that_was_covered_since_says_nothing() -> None:
    items = review_items([answer(0, M, C), answer(1, C, C)], [written(2, "One", Rating.AGAIN)])
    assert [item.point for item in items] == [WHOLE]


def test_a_point_the_rubric_no_longer_has_is_gone() -> None:
    other = (RubricPoint("Three", 1), RubricPoint("Two", 1))
    items = by_point(review_items([answer(0, M, M), answer(4, M, C, points=other)]))
    assert set(items) == {WHOLE, "Three"}


def test_a_chosen_day_holds_until_the_next_review() -> None:
    day = date(2026, 12, 24)
    held = review_items([answer(0, C, C)], days={WHOLE: chosen(1, WHOLE, day)})
    assert held[0].due_on == day
    after = review_items([answer(0, C, C), answer(2, C, C)], days={WHOLE: chosen(1, WHOLE, day)})
    assert after[0].due_on == fsrs_due((0, 4), (2, 4))


def test_what_is_suspended_is_never_due_until_it_is_taken_up() -> None:
    never = review_items([answer(0, C, C)], days={WHOLE: chosen(1, WHOLE, None, never=True)})
    assert never[0].is_suspended
    assert never[0].due_on is None
    again = review_items([answer(0, C, C)], days={WHOLE: chosen(2, WHOLE, None)})
    assert again[0].due_on == fsrs_due((0, 4))


def test_a_day_chosen_for_a_point_nobody_judged_makes_it_come_back() -> None:
    day = date(2026, 11, 3)
    items = by_point(review_items([answer(0)], days={"One": chosen(1, "One", day)}))
    assert items["One"].due_on == day
    assert items["One"].memory is None
    covered = review_items([answer(0), answer(2, C, C)], days={"One": chosen(1, "One", day)})
    assert [item.point for item in covered] == [WHOLE]
