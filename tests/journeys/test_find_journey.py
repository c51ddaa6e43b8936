"""Finding and replacing in the answer."""

import pytest
from person import Person
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit
from room import Room

TEXT = "The ranker ranks.\n\nA second ranker re-ranks 🙂 rank.\n"


def pastes(person: Person, text: str) -> None:
    QApplication.clipboard().setText(text)
    person.presses("Ctrl+V")


@pytest.fixture
def person(room: Room) -> Person:
    """Somebody who has written a little."""
    person = room.open()
    person.waits_for(lambda: person.question == "A ranker for a news feed")
    person.presses("Ctrl+T")
    pastes(person, TEXT)
    person.waits_for(lambda: person.sees("preview"))
    return person


def selected(person: Person, name: str = "editor") -> str:
    return person.widget(QTextEdit, name).textCursor().selectedText()


def cursor_at(person: Person) -> int:
    return person.widget(QTextEdit, "editor").textCursor().position()


def marks(person: Person) -> int:
    return len(person.widget(QTextEdit, "editor").extraSelections())


def test_places_are_counted_marked_and_gone_through(person: Person) -> None:
    person.presses("Ctrl+G")
    person.types("rank")
    person.reads("findStatus", "1 of 5")
    assert marks(person) == 5
    person.presses("Return", "F3")
    person.reads("findStatus", "3 of 5")
    person.presses("Shift+Return", "Shift+F3", "Shift+F3")
    person.reads("findStatus", "5 of 5")
    assert selected(person) == "rank"
    person.presses("Esc")
    assert person.has_keys("editor")
    assert selected(person) == "rank"
    assert marks(person) == 0
    person.presses("F3")
    person.reads("findStatus", "1 of 5")


def test_esc_goes_back_to_where_one_was_writing(person: Person) -> None:
    before = cursor_at(person)
    person.presses("Ctrl+G")
    person.types("second")
    person.reads("findStatus", "1 of 1")
    person.presses("Esc")
    assert not person.sees("findBar")
    assert cursor_at(person) == before
    assert person.has_keys("editor")


def test_what_is_selected_is_looked_for(person: Person) -> None:
    editor = person.widget(QTextEdit, "editor")
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    editor.moveCursor(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
    person.presses("Ctrl+G")
    assert person.text("findField") == "The"
    person.presses("Alt+C")
    person.reads("findStatus", "1 of 1")


def test_words_and_expressions(person: Person) -> None:
    person.presses("Ctrl+G")
    person.types("rank")
    person.presses("Alt+W")
    person.reads("findStatus", "1 of 1")
    person.presses("Alt+W", "Alt+R", "Ctrl+A")
    person.types(r"r\w+s\b")
    person.reads("findStatus", "1 of 2")
    person.types("(")
    person.reads("findStatus", "missing closing parenthesis")
    assert marks(person) == 0


def test_the_places_follow_what_is_written(person: Person) -> None:
    person.presses("Ctrl+G")
    person.types("ranker")
    person.reads("findStatus", "1 of 2")
    person.clicks_into("editor")
    person.presses("Ctrl+End")
    person.types("One more ranker.")
    person.reads("findStatus", "3 found")
    person.presses("Esc")
    assert not person.sees("findBar")


def test_one_place_and_then_every_place_is_replaced(person: Person) -> None:
    person.presses("Ctrl+H")
    person.types(r"(r)ank")
    person.presses("Alt+R")
    person.reads("findStatus", "1 of 5")
    person.presses("Tab")
    assert person.has_keys("replaceField")
    person.types(r"<\1>")
    person.presses("Return")
    person.reads("findStatus", "1 of 4")
    assert person.answer.startswith("The <r>er ranks.")
    person.clicks("replaceAllButton")
    person.reads("findStatus", "4 replaced")
    assert person.has_keys("findField")
    assert person.answer == TEXT.replace("rank", "<r>")
    person.types("x")
    person.reads("findStatus", "0 found")
    person.presses("Esc", "Ctrl+Z")
    assert person.answer == TEXT.replace("rank", "<r>", 1)
    person.presses("Ctrl+Z")
    assert person.answer == TEXT


def test_a_sealed_answer_is_searched_but_not_changed(person: Person) -> None:
    person.presses("Ctrl+Return", "Ctrl+H")
    person.types("ranker")
    person.reads("findStatus", "1 of 2")
    assert not person.sees("replaceField")
    person.presses("Esc")
    person.clicks("bannerAnswerSealnow")
    person.waits_for(lambda: person.sees("sealedText"))
    person.presses("Ctrl+G")
    person.reads("findStatus", "1 of 2")
    assert selected(person, "sealedText") == "ranker"


def test_the_bar_goes_when_another_question_comes(person: Person) -> None:
    person.presses("Ctrl+G")
    person.types("rank")
    person.presses("Alt+Down")
    person.waits_for(lambda: person.question == "Bootstrap interval of a median")
    person.waits_for(lambda: not person.sees("findBar"))
    assert person.answer == ""
