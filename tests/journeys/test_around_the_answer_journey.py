"""Headings, outlines, the number of words, and the views of an answer."""

import pytest
from person import Person
from PySide6.QtWidgets import QApplication, QListWidget, QTextEdit
from room import Room

PANES = ("browserPane", "detailPane", "preview")


def pastes(person: Person, text: str) -> None:
    QApplication.clipboard().setText(text)
    person.presses("Ctrl+V")


@pytest.fixture
def person(room: Room) -> Person:
    """Somebody about to write."""
    person = room.open()
    person.waits_for(lambda: person.question == "A ranker for a news feed")
    person.presses("Ctrl+T")
    person.waits_for(lambda: person.sees("preview"))
    return person


def shown(person: Person) -> list[bool]:
    return [person.sees(name) for name in PANES]


def palette_titles(person: Person) -> list[str]:
    rows = person.widget(QListWidget, "paletteList")
    return [rows.item(index).text() for index in range(rows.count())]


def test_a_heading_is_gone_to_by_its_words(person: Person) -> None:
    pastes(person, "# First 🙂\n\ntext\n\n## Second\n\nmore\n```\n# no heading\n")
    person.presses("Ctrl+Shift+O")
    assert palette_titles(person) == ["First 🙂", "    Second"]
    person.types("sec")
    person.presses("Return")
    person.comes_back()
    assert person.has_keys("editor")
    cursor = person.widget(QTextEdit, "editor").textCursor()
    assert cursor.block().text() == "## Second"
    assert cursor.atBlockStart()


def test_a_heading_of_a_sealed_answer_is_gone_to(person: Person) -> None:
    pastes(person, "# First\n\n" + "text\n\n" * 60 + "## Second\n\n" + "more\n\n" * 60)
    person.presses("Ctrl+Return")
    person.clicks("bannerAnswerSealnow")
    person.waits_for(lambda: person.sees("sealedText"))
    person.presses("Ctrl+Shift+O", "Down", "Return")
    person.comes_back()
    sealed = person.widget(QTextEdit, "sealedText")
    assert sealed.verticalScrollBar().value() > sealed.height()


def test_an_outline_for_the_round_is_inserted_as_one_step(person: Person) -> None:
    person.types("My answer")
    person.presses("Ctrl+Shift+J")
    assert palette_titles(person)[0].startswith("System design")
    person.presses("Return")
    person.comes_back()
    assert person.has_keys("editor")
    assert person.answer.startswith("My answer\n\n## Goal and limits\n\n- Who")
    cursor = person.widget(QTextEdit, "editor").textCursor()
    assert cursor.block().text() == "- Who uses it, and what success means:"
    assert cursor.atBlockEnd()
    person.presses("Ctrl+Z")
    assert person.answer == "My answer"


def test_words_are_counted_after_a_pause(person: Person) -> None:
    assert person.text("wordLine") == ""
    person.types("One two three `four`.")
    person.reads("wordLine", "3 words · under a minute to say")
    person.presses("Ctrl+Shift+Left", "Ctrl+Shift+Left", "Ctrl+Shift+Left", "Ctrl+Shift+Left")
    person.waits_for(lambda: " of 3 words selected" in person.text("wordLine"))
    person.presses("Right")
    person.reads("wordLine", "3 words · under a minute to say")


def test_each_view_has_its_key_and_is_remembered(room: Room, person: Person) -> None:
    person.types("x")
    person.presses("Ctrl+4")
    assert (person.sees("editor"), person.sees("preview")) == (True, False)
    person.presses("Ctrl+6")
    assert (person.sees("editor"), person.sees("preview")) == (False, True)
    assert person.has_keys("preview")
    room.close()

    person = room.open()
    person.reads("preview", "x")
    assert not person.sees("editor")
    person.presses("Ctrl+T")
    assert (person.sees("editor"), person.sees("preview")) == (True, True)
    person.types("y")
    assert person.answer in ("xy", "yx")


def test_focus_mode_leaves_the_prompt_the_editor_and_the_clock(person: Person) -> None:
    person.presses("Ctrl+1", "F11")
    assert shown(person) == [False, False, False]
    assert person.text("stripTitle") == "A ranker for a news feed"
    assert person.sees("clockBar")
    assert not person.sees("formatBar")
    person.presses("Ctrl+Shift+B")
    assert not person.sees("formatBar")
    assert person.has_keys("editor")
    person.types("Calm")
    person.presses("Shift+F11", "Shift+F11")
    person.types("er")
    assert person.answer == "Calmer"
    person.presses("Alt+Down")
    person.reads("stripTitle", "Bootstrap interval of a median")
    person.presses("Esc")
    assert shown(person) == [False, True, True]
    assert not person.sees("promptStrip")
    assert person.sees("formatBar")
    person.presses("F11")
    person.clicks("stripLeave")
    assert shown(person) == [False, True, True]


def test_focus_mode_is_not_remembered(room: Room, person: Person) -> None:
    person.presses("F11")
    room.close()

    person = room.open()
    person.waits_for(lambda: shown(person) == [True, True, True])
