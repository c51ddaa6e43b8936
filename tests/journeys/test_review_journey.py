"""Sessions of reviews: a whole question written blind, missed points one after another."""

import pytest
from past_practice import (
    BAGGED_TREE,
    BIAS,
    CORRELATION,
    COVERED,
    KEY,
    MISSED,
    answered,
    put_bagged_tree,
)
from person import Person
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton
from room import Room
from script import Script

from desktop.domain.rating import Rating
from desktop.domain.review import PointReview, ReviewDraft
from desktop.journal.journal_reader import JournalReader

ANSWER = "Averaging many deep trees lowers the variance of the prediction."


@pytest.fixture(autouse=True)
def _five_questions(room: Room) -> None:
    put_bagged_tree(room)


def begins(room: Room) -> Person:
    """Open the window, go to today's page and begin by one key."""
    person = room.open()
    person.waits_for(lambda: len(person.titles) == 5)
    person.presses("Ctrl+7")
    person.waits_for(lambda: person.has_keys("todayTasks"))
    person.presses("Return")
    person.waits_for(lambda: person.sees("reviewStrip"))
    return person


def can_write_point(person: Person) -> bool:
    field = person.widget(QPlainTextEdit, "pointReviewField")
    return field.hasFocus() and not field.isReadOnly()


def with_two_missed_points(room: Room) -> None:
    """An answer whose whole question is not due, but two of its points."""
    answered(room, KEY, 3, COVERED, MISSED, MISSED, rating=Rating.EASY)


def point_reviews(room: Room) -> tuple[PointReview, ...]:
    with JournalReader.open(room.folders.journal) as reader:
        return reader.reviews.point_reviews_of(KEY)


def point_draft(room: Room, point: str) -> ReviewDraft | None:
    with JournalReader.open(room.folders.journal) as reader:
        return reader.reviews.find_draft(KEY, point)


def ratings(room: Room) -> list[Rating]:
    with JournalReader.open(room.folders.journal) as reader:
        return list(reader.reviews.ratings_of(KEY).values())


def test_points_are_written_seen_and_rated_one_after_another(room: Room) -> None:
    with_two_missed_points(room)
    person = begins(room)
    person.waits_for(lambda: can_write_point(person))
    assert person.text("reviewCount") == "1 of 2"
    assert person.text("pointReviewTitle") == BAGGED_TREE
    assert person.text("pointReviewAbout") == (
        "2 points were missing from your answer of 19 November. "
        "Write down the one that begins with “Names the correlation…”."
    )
    assert person.text("pointReviewClock") == "2:00"
    assert not person.sees("pointReviewPoint")
    person.types("The correlation between trees is the limit.")
    room.clock.pass_s(40)
    person.presses("Ctrl+Return")
    person.waits_for(lambda: person.sees("pointReviewPoint"))
    person.reads("pointReviewPoint", CORRELATION)
    assert person.text("pointReviewTold").startswith("Your wording comes close to the point.")
    assert person.text("pointReviewPassage") == "The correlation between trees is the limit."
    person.waits_for(lambda: person.has_keys("pointRatingGood"))
    person.presses("Return")
    person.reads("reviewCount", "2 of 2")
    person.waits_for(lambda: can_write_point(person))
    assert person.text("pointReviewField") == ""
    room.clock.pass_s(1)
    person.presses("Ctrl+Return")
    person.reads("pointReviewPoint", BIAS)
    assert person.text("pointReviewTold").startswith("Nothing in your wording comes near")
    person.waits_for(lambda: person.has_keys("pointRatingAgain"))
    person.presses("H")
    person.waits_for(lambda: person.sees("todayPage"))
    assert person.is_told("All done for today.")
    assert not person.sees("reviewStrip")
    person.reads("dueButton", "Today")
    first, second = point_reviews(room)
    assert (first.point, first.text, first.rating) == (
        CORRELATION,
        "The correlation between trees is the limit.",
        Rating.GOOD,
    )
    assert first.active_s == pytest.approx(40)
    assert (second.point, second.text, second.rating) == (BIAS, "", Rating.HARD)


def test_what_was_typed_of_a_point_is_there_again_after_closing(room: Room) -> None:
    with_two_missed_points(room)
    person = begins(room)
    person.waits_for(lambda: can_write_point(person))
    person.types("The limit")
    room.clock.pass_s(30)
    room.close()
    kept = point_draft(room, CORRELATION)
    assert kept is not None
    assert (kept.text, round(kept.active_s)) == ("The limit", 30)
    person = begins(room)
    person.waits_for(lambda: can_write_point(person))
    person.reads("pointReviewField", "The limit")
    assert person.text("pointReviewClock") == "1:30"


def test_a_point_that_is_skipped_stays_due_and_what_was_typed_is_kept(room: Room) -> None:
    with_two_missed_points(room)
    person = begins(room)
    person.waits_for(lambda: can_write_point(person))
    person.types("Half a thought")
    person.presses("Alt+Right")
    person.reads("reviewCount", "2 of 2")
    person.waits_for(
        lambda: (kept := point_draft(room, CORRELATION)) is not None and bool(kept.text)
    )
    person.presses("Esc")
    person.waits_for(lambda: person.sees("todayPage"))
    assert person.is_told("0 of 2 done. What is left stays due.")
    assert not person.sees("reviewStrip")
    person.reads("dueButton", "Today  ·  2 due")
    person.waits_for(lambda: person.has_keys("todayTasks"))


def test_a_whole_question_is_written_blind_marked_and_rated(room: Room) -> None:
    answered(room, KEY, 3, MISSED, COVERED, COVERED)
    person = begins(room)
    person.waits_for(lambda: person.question == BAGGED_TREE and person.has_keys("editor"))
    assert person.text("reviewCount") == "1 of 2"
    assert person.open_folds == []
    person.types(ANSWER)
    person.presses("Ctrl+Return")
    person.reads("reviewNext", "Show the points")
    assert person.has_keys("reviewNext")
    person.presses("Return")
    person.waits_for(lambda: person.sees("comparePane"))
    if person.sees("predictionStrip"):
        person.presses("2")
    person.waits_for(lambda: person.sees("pointText"))
    person.presses("Return", "3", "3")
    person.waits_for(lambda: person.sees("answerRating"))
    person.waits_for(lambda: person.has_keys("answerRatingHard"))
    person.presses("Return")
    person.waits_for(lambda: ratings(room) == [Rating.HARD])
    person.waits_for(lambda: person.has_keys("reviewNext"))
    assert person.text("reviewNext") == "Finish"
    person.presses("Return")
    person.waits_for(lambda: person.sees("todayPage"))
    assert person.is_told("All done for today.")
    person.reads("dueButton", "Today")


def test_a_rating_is_changed_by_a_letter_also_without_a_session(room: Room) -> None:
    answered(room, KEY, 3, MISSED, COVERED, COVERED)
    person = room.open()
    person.waits_for(lambda: len(person.titles) == 5)
    person.clicks_row(BAGGED_TREE)
    person.reads("questionTitle", BAGGED_TREE)
    person.waits_for(lambda: len(person.rows("attempts")) == 1)
    person.presses("Ctrl+Shift+M")
    person.waits_for(lambda: person.sees("answerRating"))
    person.waits_for(lambda: person.has_keys("answerRatingHard"))
    assert person.text("answerRatingHint").startswith("Suggested by marks and time.")
    person.presses("E")
    person.waits_for(lambda: ratings(room) == [Rating.EASY])
    person.waits_for(lambda: checked(person) == ["answerRatingEasy"])
    assert person.has_keys("comparePane")


def checked(person: Person) -> list[str]:
    names = [f"answerRating{one}" for one in ("Again", "Hard", "Good", "Easy")]
    return [one for one in names if person.widget(QPushButton, one).isChecked()]


def test_a_session_is_left_by_ctrl_7_and_begun_anew(room: Room) -> None:
    with_two_missed_points(room)
    person = begins(room)
    person.waits_for(lambda: can_write_point(person))
    person.types("The limit")
    person.presses("Ctrl+7")
    person.waits_for(lambda: person.sees("todayPage") and person.has_keys("todayTasks"))
    person.presses("Return")
    person.waits_for(lambda: can_write_point(person))
    person.reads("pointReviewField", "The limit")
    assert person.text("reviewCount") == "1 of 2"
    assert len([one for one in person.finds(QLabel, "reviewCount") if one.isVisible()]) == 1


def test_escape_in_the_editor_leads_out_of_it_and_ends_no_session(room: Room) -> None:
    answered(room, KEY, 3, MISSED, MISSED, MISSED)
    person = begins(room)
    person.waits_for(lambda: person.question == BAGGED_TREE and person.has_keys("editor"))
    person.types("Half")
    person.presses("Esc", "Tab")
    assert person.sees("reviewStrip")
    assert not person.has_keys("editor")
    person.presses("Esc")
    person.waits_for(lambda: person.sees("todayPage"))
    assert not person.sees("reviewStrip")
    person.waits_for(lambda: (kept := room.draft(KEY)) is not None and kept.text == "Half")


def test_a_mock_run_and_reviews_do_not_run_together(room: Room) -> None:
    with_two_missed_points(room)
    person = begins(room)
    person.waits_for(lambda: can_write_point(person))
    person.presses("Ctrl+Alt+M")
    assert not person.sees("mockSetup")
    assert person.sees("pointReviewPage")


def test_what_was_typed_of_a_point_survives_a_killed_process(room: Room) -> None:
    with_two_missed_points(room)
    with Script("point_typing_process.py", room.folders.data) as process:
        assert process.next_line() == "kept\n"
        process.kill()
    kept = point_draft(room, CORRELATION)
    assert kept is not None
    assert kept.text == "The limit is"
    person = begins(room)
    person.waits_for(lambda: can_write_point(person))
    person.reads("pointReviewField", "The limit is")
