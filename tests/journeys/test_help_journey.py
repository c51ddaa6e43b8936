"""Finding one's way: all commands, all keys, the settings."""

import pytest
from person import Person
from PySide6.QtWidgets import QComboBox, QDialog, QScrollArea, QTextEdit, QWidget
from room import Room


@pytest.fixture
def person(room: Room) -> Person:
    """Somebody with a question before them."""
    person = room.open()
    person.waits_for(lambda: person.question == "A ranker for a news feed")
    return person


def is_gone(person: Person, name: str) -> bool:
    """Whether a dialog is not only hidden but freed."""
    return not person.finds(QDialog, name)


def test_the_palette_runs_a_command_by_its_words(person: Person) -> None:
    person.presses("Ctrl+Shift+P")
    person.waits_for(lambda: person.has_keys("paletteField"))
    person.types("next question")
    person.presses("Return")
    person.waits_for(lambda: person.question == "Bootstrap interval of a median")
    assert is_gone(person, "commandPalette")


def test_the_sheet_of_keys_is_freed_when_it_is_closed(person: Person) -> None:
    person.presses("F1")
    person.waits_for(lambda: person.sees("cheatSheet"))
    person.presses("Esc")
    person.waits_for(lambda: is_gone(person, "cheatSheet"))


@pytest.mark.parametrize("key", ["PgDown", "Down"])
def test_the_sheet_of_keys_is_scrolled_by_keys(person: Person, key: str) -> None:
    person.presses("F1")
    person.waits_for(lambda: person.sees("cheatSheet"))
    area = person.widget(QDialog, "cheatSheet").findChild(QScrollArea)
    assert area is not None
    person.presses(key)
    assert area.verticalScrollBar().value() > 0
    person.presses("Esc")
    person.waits_for(lambda: is_gone(person, "cheatSheet"))


def test_a_setting_takes_effect_at_once_and_is_kept(room: Room, person: Person) -> None:
    person.presses("Ctrl+,")
    person.waits_for(lambda: person.has_keys("setting_theme"))
    assert person.widget(QComboBox, "setting_theme").currentText() == "system"
    person.chooses("setting_theme", "dark")
    assert person.widget(QDialog, "settingsDialog").palette().window().color().lightness() < 60
    person.presses("Esc")
    person.waits_for(lambda: is_gone(person, "settingsDialog"))
    room.close()
    assert 'theme = "dark"' in room.folders.settings.read_text(encoding="utf-8")


def test_no_two_commands_share_a_key(person: Person) -> None:
    window = person.widget(QTextEdit, "editor").window()
    keys = [action.shortcut().toString() for action in window.actions()]
    named = [key for key in keys if key]
    assert len(named) > 30
    assert len(set(named)) == len(named)


def test_no_two_commands_have_the_same_key(person: Person) -> None:
    window = person.widget(QWidget, "browserPane").window()
    keys = [one.shortcut().toString() for one in window.actions() if not one.shortcut().isEmpty()]
    assert len(keys) > 50
    assert sorted(keys) == sorted(set(keys))
