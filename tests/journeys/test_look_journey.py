"""How the window looks, and that it is remembered."""

import pytest
from person import Person
from PySide6.QtWidgets import QTextEdit, QWidget
from room import Room


@pytest.fixture
def person(room: Room) -> Person:
    """Somebody with a question before them."""
    person = room.open()
    person.waits_for(lambda: person.question == "A ranker for a news feed")
    return person


def window_lightness(person: Person) -> int:
    """From 0 for black to 255 for white."""
    return person.widget(QWidget, "editor").palette().base().color().lightness()


def text_height_px(person: Person) -> int:
    return person.widget(QTextEdit, "editor").fontMetrics().height()


def test_the_dark_theme_is_remembered(room: Room, person: Person) -> None:
    assert window_lightness(person) > 200
    person.presses("Ctrl+Shift+L")
    assert window_lightness(person) < 60
    person.presses("Ctrl+Shift+L")
    assert window_lightness(person) > 200
    person.presses("Ctrl+Shift+L")
    room.close()

    assert window_lightness(room.open()) < 60


def test_the_size_of_the_text_is_remembered(room: Room, person: Person) -> None:
    usual_px = text_height_px(person)
    person.presses("Ctrl+=", "Ctrl+=", "Ctrl+=")
    large_px = text_height_px(person)
    assert large_px > usual_px
    room.close()

    person = room.open()
    assert text_height_px(person) == large_px
    person.presses("Ctrl+0")
    assert text_height_px(person) == usual_px


def test_hidden_panes_and_digits_are_remembered(room: Room, person: Person) -> None:
    person.presses("Ctrl+T")
    person.types("x")
    person.waits_for(lambda: person.sees("preview"))
    person.presses("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+Shift+H")
    panes = ("browserPane", "detailPane", "preview")
    assert [person.sees(name) for name in panes] == [False, False, False]
    assert person.text("clock") == "––:––"
    assert person.answer == "x"
    room.close()

    person = room.open()
    person.reads("preview", "x")
    assert [person.sees(name) for name in panes] == [False, False, False]
    assert person.text("clock") == "––:––"
    person.presses("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+Shift+H")
    assert [person.sees(name) for name in panes] == [True, True, True]
    assert person.text("clock") == "45:00"


def test_the_search_key_shows_a_hidden_list(person: Person) -> None:
    person.presses("Ctrl+1", "Ctrl+F")
    person.types("median")
    assert person.sees("browserPane")
    person.waits_for(lambda: person.titles == ["Bootstrap interval of a median"])
