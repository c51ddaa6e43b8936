"""Packs of questions come into the list, rest and go, in the window."""

from pathlib import Path

import pytest
from pack_samples import make_folder, make_zip, question_text
from person import Person
from PySide6.QtWidgets import QListWidget
from room import Room

SHIPPED = "A ranker for a news feed"


@pytest.fixture
def person(room: Room) -> Person:
    """Somebody with a question before them, and the packs open."""
    person = room.open()
    person.waits_for(lambda: person.question == SHIPPED)
    person.presses("Ctrl+Alt+K")
    person.waits_for(lambda: person.text("packsTold").startswith("No pack yet"))
    return person


def rows(person: Person) -> list[str]:
    shown = person.widget(QListWidget, "packList")
    return [shown.item(number).text() for number in range(shown.count())]


def test_a_pack_comes_rests_and_goes(room: Room, person: Person, tmp_path: Path) -> None:
    room.dialogs.file = make_zip(
        tmp_path / "layers.zip",
        {"layers/a.md": question_text("Alpha"), "layers/b.md": question_text("Beta")},
    )
    person.clicks("packsInstallZip")
    person.reads("packsTold", "layers: 2 new.")
    assert rows(person) == ["layers\n2 questions"]
    person.waits_for(lambda: "Alpha" in person.titles and "Beta" in person.titles)

    person.clicks("packsTurn")
    person.waits_for(lambda: "Alpha" not in person.titles)
    assert rows(person) == ["layers\n2 questions · disabled"]
    person.clicks("packsTurn")
    person.waits_for(lambda: "Alpha" in person.titles)

    person.clicks("packsClose")
    person.comes_back()
    person.clicks_row("Alpha")
    person.reads("questionNote", "From the pack layers.")
    person.presses("Ctrl+Alt+K")
    person.waits_for(lambda: person.can_click("packsRemove"))
    person.clicks("packsRemove")
    assert "Remove the pack layers?" in room.dialogs.asked[-1]
    assert rows(person) == ["layers\n2 questions"]
    room.dialogs.agrees = True
    person.clicks("packsRemove")
    person.waits_for(lambda: "Alpha" not in person.titles)
    assert rows(person) == []
    assert len(list((room.folders.bin / "packs").iterdir())) == 1


def test_the_same_pack_again_is_an_update(room: Room, person: Person, tmp_path: Path) -> None:
    pack = make_folder(tmp_path / "layers", {"a.md": question_text("Alpha")})
    room.dialogs.folder = pack
    person.clicks("packsInstallFolder")
    person.waits_for(lambda: "Alpha" in person.titles)

    make_folder(pack, {"a.md": question_text("Better alpha"), "b.md": question_text("Beta")})
    room.dialogs.agrees = True
    person.clicks("packsInstallFolder")
    person.reads("packsTold", "layers: 1 new, 1 changed.")
    person.waits_for(lambda: "Better alpha" in person.titles and "Alpha" not in person.titles)
    assert "Update the pack layers?" in room.dialogs.asked[-1]


def test_a_pack_that_may_do_harm_is_refused_in_words(
    room: Room, person: Person, tmp_path: Path
) -> None:
    room.dialogs.file = make_zip(tmp_path / "bad.zip", {"../../a.md": question_text("Alpha")})
    person.clicks("packsInstallZip")
    person.waits_for(lambda: "outside of itself" in person.text("packsTold"))
    assert person.can_click("packsInstallZip")
    assert rows(person) == []
