"""Questions are written and mended in the window; what is typed is never lost."""

from pathlib import Path

import pytest
from person import Person
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QSpinBox, QTabWidget
from room import Room

SHIPPED = "A ranker for a news feed"
KEY = "a-ranker-for-a-news-feed"


@pytest.fixture
def person(room: Room) -> Person:
    """Somebody with a question before them."""
    person = room.open()
    person.waits_for(lambda: person.question == SHIPPED)
    return person


def edits(person: Person) -> None:
    person.comes_back()
    person.presses("Ctrl+Alt+E")
    person.waits_for(lambda: person.sees("questionEditor"))
    person.waits_for(lambda: person.text("fieldTitle") != "")


def types_into(person: Person, field: str, text: str) -> None:
    person.clicks_into(field)
    person.presses("Ctrl+A")
    person.types(text)


def problems(person: Person) -> list[str]:
    shown = person.widget(QListWidget, "questionProblems")
    return [shown.item(row).text() for row in range(shown.count())] if shown.isVisible() else []


def own_text(room: Room, key: str) -> str:
    return (room.folders.own_questions / f"{key}.md").read_text(encoding="utf-8")


def kept_files(room: Room) -> list[Path]:
    return list(room.folders.edits.glob("*.json"))


def test_a_new_question_is_written(room: Room, person: Person) -> None:
    person.presses("Ctrl+N")
    person.waits_for(lambda: person.sees("questionEditor"))
    person.waits_for(lambda: any("no prompt" in one for one in problems(person)))
    assert person.text("fieldTitle") == ""

    person.presses("Ctrl+Return")
    person.waits_for(lambda: "no title yet" in person.text("questionTold"))

    person.clicks_into("fieldTitle")
    person.types("Why warm up: the first steps")
    person.waits_for(
        lambda: '\ntitle: "Why warm up: the first steps"\n' in person.text("questionSource")
    )
    person.clicks_into("fieldPrompt")
    person.types("Why does a learning rate warm up?")
    person.waits_for(
        lambda: "\n\nWhy does a learning rate warm up?\n\n## What" in person.text("questionSource")
    )
    person.waits_for(lambda: not any("no prompt" in one for one in problems(person)))
    person.presses("Ctrl+Return")
    person.waits_for(lambda: person.question == "Why warm up: the first steps")
    assert not person.sees("questionEditor")
    person.waits_for(lambda: person.question in person.titles)
    assert "warm up?" in own_text(room, "why-warm-up-the-first-steps")
    assert not kept_files(room)


def test_a_shipped_question_is_mended_and_goes_back(room: Room, person: Person) -> None:
    original = (room.folders.shipped_questions / f"{KEY}.md").read_text(encoding="utf-8")
    edits(person)
    assert person.text("questionSource") == original.rstrip("\n")
    box = person.widget(QSpinBox, "fieldMinutes")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Up)
    person.waits_for(lambda: "\nminutes: 46\n" in person.text("questionSource"))
    person.presses("Ctrl+Return")
    person.waits_for(lambda: not person.sees("questionEditor"))
    person.waits_for(lambda: "From your edited copy." in person.text("questionNote"))
    assert own_text(room, KEY) == original.replace("minutes: 45", "minutes: 46")

    edits(person)
    shown = person.widget(QPlainTextEdit, "questionOriginal")
    assert shown.toPlainText() == original
    room.dialogs.agrees = True
    person.clicks("questionRevert")
    person.waits_for(lambda: not person.sees("questionEditor"))
    person.waits_for(lambda: "edited copy" not in person.text("questionNote"))
    assert not (room.folders.own_questions / f"{KEY}.md").exists()
    (put_away,) = (room.folders.bin / "questions").iterdir()
    assert "minutes: 46" in put_away.read_text(encoding="utf-8")


def test_form_preview_and_problems_follow_the_text(person: Person) -> None:
    edits(person)
    person.clicks_into("questionSource")
    person.presses("Ctrl+Home", "Down", "End")
    person.types(" of 2026")
    person.waits_for(lambda: person.text("fieldTitle") == f"{SHIPPED} of 2026")

    person.presses("Ctrl+Home", "Down", "Down", "Down", "Down", "Home", "Shift+End")
    person.types("difficulty: fiendish: very")
    person.waits_for(lambda: any("needs quotes" in one for one in problems(person)))
    (row,) = [one for one in problems(person) if "needs quotes" in one]
    assert row.startswith("Line 5: ")

    person.widget(QTabWidget, "questionTabs").setCurrentIndex(1)
    person.waits_for(lambda: f"{SHIPPED} of 2026" in person.text("questionPreview"))


def test_a_click_on_a_problem_goes_to_its_line(person: Person) -> None:
    edits(person)
    person.clicks_into("questionSource")
    person.presses("Ctrl+Home", "Down", "Down", "Home")
    person.types("minutes: soon\n")
    person.presses("Ctrl+End")
    person.waits_for(lambda: any("whole number" in one for one in problems(person)))
    shown = person.widget(QListWidget, "questionProblems")
    place = shown.visualItemRect(shown.item(0)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    person.waits_for(lambda: person.has_keys("questionSource"))
    person.presses("Shift+End")
    person.types("minutes: 5")
    person.waits_for(lambda: not any("whole number" in one for one in problems(person)))


def test_closing_asks_only_where_something_would_be_lost(room: Room, person: Person) -> None:
    edits(person)
    person.presses("Esc")
    person.waits_for(lambda: not person.sees("questionEditor"))
    assert room.dialogs.asked == []

    edits(person)
    types_into(person, "fieldTitle", "Another title")
    person.waits_for(lambda: bool(kept_files(room)))
    person.presses("Esc")
    assert "Close without saving?" in room.dialogs.asked[-1]
    assert person.sees("questionEditor")
    room.dialogs.agrees = True
    person.presses("Esc")
    person.waits_for(lambda: not person.sees("questionEditor"))
    person.waits_for(lambda: not kept_files(room))
    assert person.question == SHIPPED


def test_what_was_typed_is_there_again_after_the_end(room: Room, person: Person) -> None:
    edits(person)
    types_into(person, "fieldTitle", "A half-written titl")
    person.waits_for(lambda: bool(kept_files(room)))
    room.close()

    person = room.open()
    person.waits_for(lambda: person.is_told(f"typed into the question {KEY} was not saved"))
    person.clicks("bannerAnswerGoon")
    person.waits_for(lambda: person.sees("questionEditor"))
    person.waits_for(lambda: person.text("fieldTitle") == "A half-written titl")
    assert "had typed on" in person.text("questionTold")
    person.clicks("questionFromFile")
    person.waits_for(lambda: person.text("fieldTitle") == SHIPPED)
    person.presses("Ctrl+Z")
    person.waits_for(lambda: person.text("fieldTitle") == "A half-written titl")
    person.presses("Ctrl+Return")
    person.waits_for(lambda: person.question == "A half-written titl")
    assert not kept_files(room)


def test_whoever_edits_a_question_has_seen_its_parts(room: Room, person: Person) -> None:
    person.presses("Ctrl+T")
    person.types("An answer.")
    edits(person)
    person.presses("Esc")
    person.waits_for(lambda: not person.sees("questionEditor"))
    person.comes_back()
    person.presses("Ctrl+T", "Ctrl+Return")
    person.clicks("bannerAnswerSealnow")
    person.waits_for(lambda: person.sees("comparePane"))
    (attempt,) = room.attempts()
    assert "SAMPLE_ANSWER" in attempt.revealed
