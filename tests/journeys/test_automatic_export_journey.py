"""Each answer goes into a folder when it is sealed; the whole library goes out and comes in."""

from pathlib import Path

import pytest
from person import Person
from PySide6.QtGui import QAction
from room import Room

from desktop.services.library_manifest import is_library

ANSWER = "Shrinkage by its own factor."


@pytest.fixture
def person(room: Room) -> Person:
    """Somebody whose vault is a folder beside the data."""
    person = room.open()
    person.waits_for(lambda: person.question == "A ranker for a news feed")
    return person


def vault_of(room: Room) -> Path:
    vault = room.folders.data.with_name(f"{room.folders.data.name} vault")
    vault.mkdir(exist_ok=True)
    return vault


def runs(person: Person, command: str) -> None:
    """Choose a command in the menus."""
    person.widget(QAction, command).trigger()


def turns_on(room: Room, person: Person) -> Path:
    vault = room.dialogs.folder = vault_of(room)
    runs(person, "autoExport")
    person.waits_for(lambda: person.is_told(f"Each answer is exported to {vault}"))
    return vault


def answers(person: Person, text: str = ANSWER) -> None:
    person.presses("Ctrl+T")
    person.types(text)
    person.presses("Ctrl+Return")
    person.clicks("bannerAnswerSealnow")


def pages(vault: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in vault.glob("*.md")]


def test_an_answer_is_exported_when_it_is_sealed(room: Room, person: Person) -> None:
    vault = turns_on(room, person)
    answers(person)
    person.waits_for(lambda: any(ANSWER in page for page in pages(vault)))
    person.waits_for(lambda: not list(vault.glob(".*")))


def test_what_was_edited_there_is_left_and_told(room: Room, person: Person) -> None:
    vault = turns_on(room, person)
    answers(person)
    person.waits_for(lambda: len(pages(vault)) == 1)
    (page,) = vault.glob("*.md")
    page.write_text("Mine now.", encoding="utf-8")
    person.clicks("rewriteButton")
    answers(person, "Another answer.")
    person.waits_for(
        lambda: person.is_told(f"Left as you edited it, not exported again: {page.name}")
    )
    assert pages(vault) == ["Mine now."]


def test_a_folder_that_is_gone_is_told_and_nothing_is_lost(room: Room, person: Person) -> None:
    vault = turns_on(room, person)
    vault.rmdir()
    answers(person)
    person.waits_for(lambda: person.is_told(f"The folder {vault} is gone"))
    assert [attempt.text for attempt in room.attempts()] == [ANSWER]
    assert not vault.exists()


def test_turned_off_again_nothing_is_exported(room: Room, person: Person) -> None:
    vault = turns_on(room, person)
    runs(person, "autoExport")
    answers(person)
    room.close()
    assert list(vault.iterdir()) == []


def test_the_whole_library_goes_out_and_comes_in_again(room: Room, person: Person) -> None:
    answers(person)
    person.waits_for(lambda: len(room.attempts()) == 1)
    vault = room.dialogs.folder = vault_of(room)
    runs(person, "exportEverything")
    person.waits_for(lambda: is_library(vault))
    person.waits_for(lambda: person.is_told("The whole library is in"))
    person.presses("Ctrl+Alt+O")
    person.waits_for(lambda: person.is_told("Nothing new: all of it was here already."))
    assert len(room.attempts()) == 1
