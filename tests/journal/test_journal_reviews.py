"""Ratings, reviews of points, chosen days and interviews in the journal."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from journal_samples import NOON, QUESTION_TEXT, a_draft, after

from desktop.domain.errors import AppError
from desktop.domain.rating import Rating
from desktop.domain.review import Interview, PointReview, ReviewDay, ReviewDraft
from desktop.journal.journal import Journal
from desktop.journal.journal_change import ChangeKind, JournalChange

KEY = "ridge-as-shrinkage"
POINT = "Finds the factor $d^2$. 😀"
REVIEW = PointReview("r1", KEY, POINT, "It is d squared. 😀", Rating.HARD, 41.5, after(60))


@pytest.fixture
def changes() -> list[JournalChange]:
    return []


@pytest.fixture
def journal(tmp_path: Path, changes: list[JournalChange]) -> Iterator[Journal]:
    with Journal.open(tmp_path / "j.sqlite", listeners=[changes.append]) as opened:
        opened.seal(a_draft(KEY), sealed_at=NOON, uuid="one", question_text=QUESTION_TEXT)
        changes.clear()
        yield opened


def test_the_last_rating_of_an_attempt_holds(
    journal: Journal, changes: list[JournalChange]
) -> None:
    journal.reviews.rate_attempt("one", Rating.GOOD, after(1))
    journal.reviews.rate_attempt("one", Rating.AGAIN, after(2))
    assert journal.reviews.ratings_of(KEY) == {"one": Rating.AGAIN}
    assert changes == [JournalChange(frozenset({ChangeKind.REVIEWS}), KEY)] * 2


def test_an_attempt_that_is_gone_cannot_be_rated(journal: Journal) -> None:
    with pytest.raises(AppError):
        journal.reviews.rate_attempt("nowhere", Rating.GOOD, NOON)


def test_a_review_takes_the_place_of_its_draft(journal: Journal) -> None:
    journal.reviews.save_draft(KEY, POINT, ReviewDraft("It is", 20.0), after(20))
    journal.reviews.save_draft(KEY, "Another.", ReviewDraft("Other", 3.0), after(21))
    assert journal.reviews.find_draft(KEY, POINT) == ReviewDraft("It is", 20.0)
    journal.reviews.put_point_review(REVIEW)
    assert journal.reviews.find_draft(KEY, POINT) is None
    assert journal.reviews.find_draft(KEY, "Another.") == ReviewDraft("Other", 3.0)
    assert journal.reviews.point_reviews_of(KEY) == (REVIEW,)


def test_seconds_are_added_up_from_a_moment_on(journal: Journal) -> None:
    assert journal.reviews.seconds_since(NOON) == 0.0
    journal.reviews.put_point_review(REVIEW)
    assert journal.reviews.seconds_since(after(60)) == 41.5
    assert journal.reviews.seconds_since(after(61)) == 0.0


def test_chosen_days_replace_each_other(journal: Journal) -> None:
    first = ReviewDay(KEY, "", date(2026, 12, 1), after(1))
    never = ReviewDay(KEY, POINT, None, after(2), is_suspended=True)
    by_schedule = ReviewDay(KEY, "", None, after(3))
    journal.reviews.set_days([first, never])
    assert journal.reviews.days_of(KEY) == {"": first, POINT: never}
    journal.reviews.set_days([by_schedule])
    assert journal.reviews.days_of(KEY) == {"": by_schedule, POINT: never}


def test_interviews_come_earliest_first_and_go(journal: Journal) -> None:
    late = Interview("a", date(2026, 12, 9), ("coding", "ml-depth"), "Acme")
    soon = Interview("b", date(2026, 12, 1))
    for one in (late, soon):
        journal.reviews.put_interview(one, NOON)
    assert journal.reviews.interviews() == (soon, late)
    journal.reviews.remove_interview(soon, after(1))
    assert journal.reviews.interviews() == (late,)


def test_all_of_it_follows_a_new_name(journal: Journal) -> None:
    journal.reviews.rate_attempt("one", Rating.EASY, NOON)
    journal.reviews.put_point_review(REVIEW)
    journal.reviews.set_days([ReviewDay(KEY, POINT, date(2026, 12, 1), NOON)])
    journal.reviews.save_draft(KEY, POINT, ReviewDraft("Again", 1.0), NOON)
    journal.follow_rename(KEY, "new")
    reviews = journal.reviews
    assert reviews.ratings_of("new") == {"one": Rating.EASY}
    assert [one.uuid for one in reviews.point_reviews_of("new")] == ["r1"]
    assert set(reviews.days_of("new")) == {POINT}
    assert reviews.find_draft("new", POINT) == ReviewDraft("Again", 1.0)
    assert reviews.point_reviews_of(KEY) == ()
    assert reviews.days_of(KEY) == {}
    assert reviews.find_draft(KEY, POINT) is None


def test_activity_counts_what_was_said_of_reviews(journal: Journal) -> None:
    before = journal.activity_of(KEY).reviews
    journal.reviews.rate_attempt("one", Rating.EASY, after(5))
    journal.reviews.put_point_review(REVIEW)
    assert journal.activity_of(KEY).reviews == before + 2
    assert journal.activity_of(KEY).last_reviewed_at == after(60)
