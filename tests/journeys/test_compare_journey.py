"""From a sealed answer to marks: predict, compare point by point, reply to follow-ups."""

from importlib.util import find_spec

import pytest
from person import Person
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QTextBrowser, QWidget
from room import Room

from desktop.coach.token_model import MODEL
from desktop.domain.attempt_notes import AttemptNotes
from desktop.domain.mark import SELF, Mark, Verdict
from desktop.journal.journal_reader import JournalReader

QUESTION = """---
title: A bagged tree
category: Classical machine learning
topics: [bagging]
difficulty: easy
rounds: [phone-screen]
roles: [data-scientist]
minutes: 10
---

Why does bagging help a deep tree on 500 rows?

## What the interviewer expects

- (2) Says that averaging lowers the variance of the prediction.
  cues: averaging, variance, mean of many trees
- (1) Says that the bias stays as it is.
  cues: bias stays, bias is unchanged
- (1) Names the correlation between trees as the limit.
  cues: correlation between trees, correlated trees

## Key topics

- bootstrap

## Follow-up questions

- What changes for a linear model?
  > Almost nothing, its variance is small.

## Sample answer

Averaging many trees lowers the variance of the prediction. The bias stays as it is.
The correlation between trees is the limit.
"""
ANSWER = (
    "Averaging many deep trees lowers the variance of the prediction. "
    "The weather was fine on that day."
)


@pytest.fixture
def person(room: Room) -> Person:
    """Somebody who has chosen a question with three points."""
    path = room.folders.shipped_questions / "a-bagged-tree.md"
    path.write_text(QUESTION, encoding="utf-8")
    person = room.open()
    person.waits_for(lambda: len(person.titles) == 5)
    person.clicks_row("A bagged tree")
    person.reads("questionTitle", "A bagged tree")
    person.reads("clock", "10:00")
    return person


def seals(person: Person, text: str) -> None:
    """Write an answer and seal it for good."""
    person.presses("Ctrl+T")
    person.types(text)
    person.presses("Ctrl+Return")
    person.clicks("bannerAnswerSealnow")
    person.waits_for(lambda: person.sees("comparePane"))
    person.waits_for(lambda: person.text("sealedText") == text)


def kept(room: Room, number: int = 0) -> AttemptNotes:
    """What the journal holds beside an attempt."""
    with JournalReader.open(room.folders.journal) as reader:
        return reader.notes.of_attempt(reader.attempts()[number].uuid)


def own_verdicts(room: Room) -> list[tuple[int, Verdict]]:
    return [(mark.point, mark.verdict) for mark in kept(room).marks if mark.judge == SELF]


def selects_in_answer(person: Person, words: str) -> None:
    """Mark a stretch of the sealed answer with the mouse, as it leaves it."""
    view = person.widget(QTextBrowser, "sealedText")
    cursor = view.textCursor()
    start = view.toPlainText().index(words)
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)


def quotes(person: Person) -> list[str]:
    return [label.text() for label in person.finds(QLabel, "pointQuote") if label.isVisible()]


def highlighted(person: Person) -> str:
    """What stands highlighted in the sealed answer."""
    selections = person.widget(QTextBrowser, "sealedText").extraSelections()
    return "".join(one.cursor.selectedText() for one in selections)


def test_points_are_hidden_until_one_has_predicted(room: Room, person: Person) -> None:
    seals(person, ANSWER)
    assert person.text("predictionQuestion").startswith(
        "Before you look: how many of the 3 points"
    )
    assert not person.sees("pointText")
    assert not person.sees("compareSample")
    person.presses("2")
    person.waits_for(lambda: person.sees("pointText"))
    assert not person.sees("predictionStrip")
    person.waits_for(lambda: kept(room).prediction is not None)
    prediction = kept(room).prediction
    assert prediction is not None
    assert (prediction.covered, prediction.points) == (2, 3)


def test_an_attempt_is_marked_with_the_keyboard_alone(room: Room, person: Person) -> None:
    seals(person, ANSWER)
    person.presses("2")
    person.waits_for(lambda: highlighted(person).startswith("Averaging many deep trees"))
    person.presses("Return", "3", "3")
    person.reads("compareTally", "1 covered  ·  0 partly  ·  2 missed  ·  you predicted 2 covered")
    person.waits_for(lambda: len(own_verdicts(room)) == 3)
    assert own_verdicts(room) == [
        (0, Verdict.COVERED),
        (1, Verdict.MISSED),
        (2, Verdict.MISSED),
    ]
    (first,) = [one for one in kept(room).marks if (one.point, one.judge) == (0, SELF)]
    (attempt,) = room.attempts()
    assert attempt.text[first.start : first.end].startswith("Averaging many deep trees")
    assert [one.point for one in kept(room).marks if one.judge == "rule"] == [0, 1, 2]


def test_a_point_without_a_sentence_gets_no_credit(room: Room, person: Person) -> None:
    seals(person, ANSWER)
    person.clicks("predictSkip")
    person.presses("Down", "1")
    person.waits_for(lambda: person.sees("compareHint"))
    assert "Select the sentence that shows it" in person.text("compareHint")
    assert own_verdicts(room) == []
    selects_in_answer(person, "The weather was fine")
    person.presses("2")
    person.waits_for(lambda: own_verdicts(room) == [(1, Verdict.PARTLY)])
    (mark,) = [one for one in kept(room).marks if one.judge == SELF]
    (attempt,) = room.attempts()
    assert attempt.text[mark.start : mark.end] == "The weather was fine"
    assert "“The weather was fine”" in quotes(person)


def test_a_fine_answer_scores_nothing(room: Room, person: Person) -> None:
    seals(person, "fine")
    person.clicks("predictSkip")
    person.presses("Return", "Return", "Return")
    person.reads("compareTally", "0 covered  ·  0 partly  ·  3 missed")
    person.waits_for(lambda: len(own_verdicts(room)) == 3)


def test_marks_replies_and_a_note_are_there_again(room: Room, person: Person) -> None:
    seals(person, ANSWER)
    person.clicks("predictSkip")
    person.presses("Return")
    assert not person.sees("followUpModel")
    reply = person.widget(QPlainTextEdit, "followUpReply")
    reply.setFocus()
    QTest.keyClicks(reply, "Very little")
    person.clicks("followUpOpen")
    person.reads("followUpModel", "Almost nothing, its variance is small.")
    note = person.widget(QPlainTextEdit, "attemptNote")
    note.setFocus()
    QTest.keyClicks(note, "Say it sooner")
    person.waits_for(lambda: kept(room).note == "Say it sooner")
    room.close()

    again = room.open()
    again.reads("questionTitle", "A bagged tree")
    again.waits_for(lambda: len(again.rows("attempts")) == 1)
    again.presses("Ctrl+Shift+M")
    again.waits_for(lambda: again.sees("comparePane"))
    again.reads("sealedText", ANSWER)
    again.reads("compareTally", "1 covered  ·  0 partly  ·  0 missed  ·  2 to mark")
    assert again.text("followUpReply") == "Very little"
    again.reads("followUpModel", "Almost nothing, its variance is small.")
    assert again.text("attemptNote") == "Say it sooner"
    assert isinstance(kept(room).marks[0], Mark)


@pytest.mark.skipif(find_spec(MODEL[0]) is not None, reason="the semantic method is installed")
@pytest.mark.usefixtures("person")
def test_where_the_method_is_missing_the_rule_judges_and_says_so(room: Room) -> None:
    room.close()
    room.folders.settings.write_text('feedback_method = "semantic"\n', encoding="utf-8")
    person = room.open()
    person.reads("questionTitle", "A bagged tree")
    person.reads("clock", "10:00")
    seals(person, ANSWER)
    person.clicks("predictSkip")
    assert person.text("compareNotice").startswith("The semantic method is not installed.")
    assert "The rule has judged instead." in person.text("compareNotice")
    assert person.text("compareLimits").startswith("Judged by rule.")
    person.waits_for(lambda: {mark.judge for mark in kept(room).marks} == {"rule"})


def test_escape_leads_back_to_the_question_and_a_key_to_the_comparison(person: Person) -> None:
    seals(person, ANSWER)
    person.widget(QWidget, "comparePane").setFocus(Qt.FocusReason.OtherFocusReason)
    person.presses("Esc")
    person.waits_for(lambda: person.sees("prompt"))
    assert not person.sees("comparePane")
    person.presses("Ctrl+Shift+M")
    person.waits_for(lambda: person.sees("comparePane"))
    person.clicks_row("Dropout at test time")
    person.reads("questionTitle", "Dropout at test time")
    person.waits_for(lambda: not person.sees("comparePane"))


def test_what_comparing_shows_counts_as_help_for_the_next_answer(
    room: Room, person: Person
) -> None:
    seals(person, ANSWER)
    person.clicks("predictSkip")
    person.waits_for(lambda: person.sees("compareSample"))
    person.clicks("rewriteButton")
    room.clock.pass_s(60)
    seals(person, "Again")
    assert [attempt.revealed for attempt in room.attempts()] == [
        (),
        ("EXPECTATIONS", "SAMPLE_ANSWER"),
    ]


def test_earlier_attempts_stay_shut_while_an_answer_is_written(room: Room, person: Person) -> None:
    seals(person, ANSWER)
    person.clicks("rewriteButton")
    person.waits_for(lambda: not person.sees("comparePane"))
    assert not person.sees("attemptsLockNote")
    person.presses("Ctrl+Shift+M")
    person.waits_for(lambda: person.sees("comparePane"))

    person.presses("Ctrl+T")
    person.types("Better")
    person.waits_for(lambda: not person.sees("comparePane"))
    assert person.text("attemptsLockNote").startswith("They open when")
    person.presses("Ctrl+Shift+M")
    person.clicks_link("attempts", person.rows("attempts")[0])
    person.clicks_row("Dropout at test time")
    person.reads("questionTitle", "Dropout at test time")
    person.clicks_row("A bagged tree")
    person.waits_for(lambda: person.answer == "Better")
    person.clicks_link("attempts", person.rows("attempts")[0])
    assert not person.sees("sealedText")
    assert not person.sees("comparePane")

    person.clicks_into("editor")
    room.clock.pass_s(60)
    person.presses("Ctrl+Return")
    person.clicks("bannerAnswerSealnow")
    person.waits_for(lambda: len(person.rows("attempts")) == 2 or person.sees("comparePane"))
    person.waits_for(lambda: person.text("sealedText") == "Better")
    person.presses("Esc")
    person.waits_for(lambda: len(person.rows("attempts")) == 2)
    assert not person.sees("attemptsLockNote")
    person.clicks_link("attempts", person.rows("attempts")[1])
    person.waits_for(lambda: person.text("sealedText") == ANSWER)


def test_earlier_predictions_on_the_topic_are_told_when_all_points_are_marked(
    person: Person,
) -> None:
    for answer in (ANSWER, "Averaging lowers the variance of the prediction of many trees."):
        seals(person, answer)
        person.presses("3")
        assert not person.sees("compareCalibration")
        person.presses("Return", "3", "3")
        if answer is ANSWER:
            assert not person.sees("compareCalibration")
            person.clicks("rewriteButton")
            person.waits_for(lambda: not person.sees("comparePane"))
    assert person.text("compareCalibration") == (
        "In an earlier answer on bagging you predicted 3 of 3 points and covered 1."
    )
