"""Every attempt of a question in one list: read, noted, starred, held against each other."""

import pytest
from person import Person
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QTextBrowser, QWidget
from room import Room

from desktop.journal.journal_reader import JournalReader

KEY = "a-bagged-tree"
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
"""
FIRST = "Averaging many deep trees lowers the variance of the prediction."
SECOND = "Averaging many deep trees lowers the variance. The bias stays as it is."


@pytest.fixture
def person(room: Room) -> Person:
    """Somebody who has answered a question twice, and marked the first answer."""
    path = room.folders.shipped_questions / f"{KEY}.md"
    path.write_text(QUESTION, encoding="utf-8")
    person = room.open()
    person.waits_for(lambda: len(person.titles) == 5)
    person.clicks_row("A bagged tree")
    person.reads("questionTitle", "A bagged tree")
    person.reads("clock", "10:00")
    seals(room, person, FIRST)
    person.presses("2", "Return", "3")
    person.clicks("rewriteButton")
    person.waits_for(lambda: not person.sees("comparePane"))
    seals(room, person, SECOND)
    person.presses("Esc")
    person.waits_for(lambda: len(person.rows("attempts")) == 2)
    return person


def seals(room: Room, person: Person, text: str) -> None:
    person.presses("Ctrl+T")
    person.types(text)
    room.clock.pass_s(60)
    person.presses("Ctrl+Return")
    person.clicks("bannerAnswerSealnow")
    person.waits_for(lambda: person.sees("comparePane"))
    person.waits_for(lambda: person.text("sealedText") == text)


def opens_attempts(person: Person) -> QListWidget:
    person.presses("Ctrl+Shift+W")
    person.waits_for(lambda: person.sees("attemptList"))
    listed = person.widget(QListWidget, "attemptList")
    person.waits_for(lambda: listed.count() == 2)
    return listed


def spoken(listed: QListWidget) -> list[str]:
    role = Qt.ItemDataRole.AccessibleTextRole
    return [listed.item(row).data(role) for row in range(listed.count())]


def types_into(person: Person, name: str, text: str) -> None:
    QTest.keyClicks(person.widget(QWidget, name), text)


def kept_note(room: Room) -> str:
    with JournalReader.open(room.folders.journal) as reader:
        return reader.notes.of_question(KEY)


def test_all_attempts_are_listed_and_read_by_keys(person: Person) -> None:
    listed = opens_attempts(person)
    newest, oldest = spoken(listed)
    assert newest.startswith("Attempt 2, ")
    assert newest.endswith("Sample answer, not compared with the rubric yet")
    assert oldest.startswith("Attempt 1, ")
    assert oldest.endswith("1 of 2 points covered, by you")
    person.waits_for(lambda: person.text("attemptText") == SECOND)
    QTest.keyClick(listed, Qt.Key.Key_Down)
    person.waits_for(lambda: person.text("attemptText") == FIRST)
    QTest.keyClick(listed, Qt.Key.Key_Return)
    person.waits_for(lambda: person.text("sealedText") == FIRST)
    person.waits_for(lambda: person.sees("comparePane"))


def test_a_note_and_a_star_stay_with_their_attempt(person: Person) -> None:
    listed = opens_attempts(person)
    person.waits_for(lambda: person.text("attemptText") == SECOND)
    types_into(person, "attemptListNote", "Name the limit first.")
    person.clicks("attemptStar")
    person.waits_for(lambda: spoken(listed)[0].endswith("Note: Name the limit first."))
    person.waits_for(lambda: spoken(listed)[0].startswith("Attempt 2, starred, "))
    QTest.keyClick(listed, Qt.Key.Key_Down)
    assert person.text("attemptListNote") == ""
    assert person.text("attemptStar") == "&Star"
    QTest.keyClick(listed, Qt.Key.Key_Up)
    assert person.text("attemptListNote") == "Name the limit first."
    QTest.keyClick(listed, Qt.Key.Key_Escape)
    row = person.rows("attempts")[0]
    assert row.startswith("★ Attempt 2, ")
    assert row.endswith("Note: Name the limit first.")
    person.clicks_link("attempts", row)
    person.waits_for(lambda: person.sees("comparePane"))
    assert person.text("attemptNote") == "Name the limit first."
    assert person.text("compareStar") == "★ &Starred"


def test_two_attempts_are_held_against_each_other(person: Person) -> None:
    listed = opens_attempts(person)
    QTest.keyClick(listed, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    person.waits_for(lambda: "From attempt 1 to attempt 2" in person.text("attemptNumbers"))
    assert person.text("attemptNumbers").endswith("10 to 13 words")
    assert "Attempt 2 is not yet." in person.text("attemptPoints")
    assert person.text("attemptDiff") == f"{FIRST}. The bias stays as it is."
    person.presses("F3")
    diff = person.widget(QTextBrowser, "attemptDiff")
    change = "of the prediction.. The bias stays as it is."
    person.waits_for(lambda: diff.textCursor().selectedText() == change)
    assert person.has_keys("attemptDiff")

    person.clicks("attemptRubric")
    person.comes_back()
    person.waits_for(lambda: person.sees("comparePane"))
    person.presses("2", "1", "1")
    listed = opens_attempts(person)
    person.waits_for(lambda: spoken(listed)[0].endswith("covered, by you"))
    person.clicks("attemptChangesTab")
    person.waits_for(lambda: "Gained, weight 1" in person.text("attemptPoints"))
    assert "missed, now covered" in person.text("attemptPoints")
    assert "Lost" not in person.text("attemptPoints")


def test_an_answer_is_replayed_with_the_slider(room: Room, person: Person) -> None:
    person.presses("Ctrl+T")
    chunks = (
        "Averaging ",
        "many ",
        "deep ",
        "trees ",
        "makes it low. ",
        "Yes. ",
        "The bias stays.",
    )
    for words in chunks:
        person.types(words)
        person.waits_for(lambda: person.answer == saved(room))
        room.clock.pass_s(9)
    person.presses("Ctrl+Return")
    person.clicks("bannerAnswerSealnow")
    person.waits_for(lambda: person.sees("comparePane"))
    person.presses("Ctrl+Shift+W")
    person.waits_for(lambda: person.sees("attemptList"))
    listed = person.widget(QListWidget, "attemptList")
    person.waits_for(lambda: listed.count() == 3)
    QTest.keyClick(listed, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    person.waits_for(lambda: person.has_keys("timelineSlider"))
    person.waits_for(lambda: person.text("timelineText").endswith("The bias stays."))
    assert person.text("timelinePaces") == (
        "Planning 0.5 min  ·  Writing 0.5 min  ·  Stalled 0.1 min"
    )
    assert person.text("timelineMoment") == "After 1:03  ·  11 words"
    person.presses("Home")
    assert person.text("timelineText") == ""
    assert person.text("timelineMoment") == "After 0:00  ·  0 words"
    person.presses("Right")
    assert person.text("timelineText") == "Averaging many deep trees "
    person.presses("PgUp")
    assert person.text("timelineMoment").startswith("After 1:03")
    person.waits_for(lambda: person.text("timelinePoints").startswith("When each point"))


def saved(room: Room) -> str:
    draft = room.draft(KEY)
    return draft.text if draft else ""


def test_a_note_is_whole_however_quickly_one_moves_on(person: Person) -> None:
    listed = opens_attempts(person)
    person.waits_for(lambda: person.text("attemptText") == SECOND)
    for letter in "Limit":
        types_into(person, "attemptListNote", letter)
        QTest.keyClick(listed, Qt.Key.Key_Down)
        QTest.keyClick(listed, Qt.Key.Key_Up)
        note = person.widget(QPlainTextEdit, "attemptListNote")
        note.moveCursor(QTextCursor.MoveOperation.End)
    person.waits_for(lambda: spoken(listed)[0].endswith("Note: Limit"))
    QTest.keyClick(listed, Qt.Key.Key_Escape)
    person.comes_back()
    person.presses("Ctrl+Shift+M")
    person.waits_for(lambda: person.sees("comparePane"))
    assert person.text("attemptNote") == "Limit"
    listed = opens_attempts(person)
    QTest.keyClick(listed, Qt.Key.Key_Down)
    person.waits_for(lambda: person.text("attemptText") == FIRST)
    person.clicks("attemptRubric")
    person.waits_for(lambda: person.text("sealedText") == FIRST)
    person.waits_for(lambda: person.text("attemptNote") == "")


def test_a_note_on_a_question_is_kept_as_it_is_typed_and_shut_while_an_answer_is_written(
    room: Room, person: Person
) -> None:
    types_into(person, "questionOwnNote", "Breiman")
    person.waits_for(lambda: kept_note(room) == "Breiman")
    person.clicks_row("Dropout at test time")
    person.reads("questionTitle", "Dropout at test time")
    person.reads("questionOwnNote", "")
    person.clicks_row("A bagged tree")
    person.reads("questionOwnNote", "Breiman")
    person.presses("Ctrl+T")
    person.types("Again")
    person.waits_for(lambda: not person.sees("questionOwnNote"))
    assert person.text("questionNoteLock").startswith("They open when")
    person.presses("Ctrl+Shift+W")
    assert not person.sees("attemptsDialog")
