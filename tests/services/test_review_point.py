"""A missed point written anew: what is shown before it, and how near the writing comes."""

from pathlib import Path

import pytest
from fake_clock import FakeClock
from past_practice import BIAS, CORRELATION, COVERED, KEY, MISSED, QUESTION, VARIANCE

from desktop.bank.bank import Bank
from desktop.bank.bank_sources import find_sources
from desktop.domain.draft import Draft
from desktop.domain.errors import AppError
from desktop.domain.feedback import Band
from desktop.domain.mark import Mark
from desktop.domain.question_digest import question_digest
from desktop.domain.rating import Rating
from desktop.journal.journal import Journal
from desktop.rendering.page_html import page_to_html
from desktop.services.give_feedback import GiveFeedback
from desktop.services.review_point import ReviewPoint


@pytest.fixture
def points(tmp_path: Path, clock: FakeClock) -> ReviewPoint:
    """An answer that had the first of three points."""
    path, at = tmp_path / "journal.sqlite", clock.now()
    draft = Draft(
        question_key=KEY,
        digest=question_digest(QUESTION),
        text="Averaging lowers the variance.",
        started_at=at,
        saved_at=at,
    )
    with Journal.open(path) as journal:
        journal.seal(draft, sealed_at=at, uuid="one", question_text=QUESTION)
        marks = [Mark(0, COVERED), Mark(1, MISSED), Mark(2, MISSED)]
        journal.notes.put_marks("one", marks, at)
    bank = Bank(find_sources(tmp_path / "shipped", tmp_path / "own", tmp_path / "packs"))
    return ReviewPoint(path, GiveFeedback(bank))


def test_before_it_is_written_the_point_is_not_shown(points: ReviewPoint) -> None:
    sheet = points.open(KEY, CORRELATION)
    assert [page_to_html(page) for page in sheet.covered] == [f"<p>{VARIANCE}</p>\n"]
    assert sheet.missing == 2
    assert CORRELATION.startswith(sheet.beginning)
    assert sheet.beginning != CORRELATION
    assert sheet.draft.text == ""


@pytest.mark.parametrize(
    ("text", "band", "rating"),
    [
        ("The correlation between the trees is the limit.", Band.FOUND, Rating.GOOD),
        ("A forest is fast to train.", Band.NOT_FOUND, Rating.AGAIN),
        ("  \n", Band.NOT_FOUND, Rating.AGAIN),
    ],
)
def test_the_rating_follows_what_was_written(
    points: ReviewPoint, text: str, band: Band, rating: Rating
) -> None:
    answer = points.judge(KEY, CORRELATION, text)
    assert (answer.band, answer.rating) == (band, rating)
    assert CORRELATION in page_to_html(answer.point)
    assert "correlation between trees" in page_to_html(answer.passage)


def test_a_point_that_the_question_has_no_more_is_not_judged(points: ReviewPoint) -> None:
    answer = points.judge(KEY, "Something else.", BIAS)
    assert answer.rating is Rating.AGAIN
    assert answer.passage.blocks == ()


def test_without_an_answer_there_is_nothing_to_open(points: ReviewPoint) -> None:
    with pytest.raises(AppError, match="not in the journal any more"):
        points.open("other", CORRELATION)
