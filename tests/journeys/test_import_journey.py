"""From a pasted page to a question in the list."""

from pathlib import Path

import pytest
from person import Person
from PySide6.QtGui import QGuiApplication
from room import Room

from desktop.__main__ import main

PAGE = Path(__file__).parents[1] / "data" / "pages_pasted" / "twin_of_the_seed.txt"
TITLE = "Layer normalization against quantization in speech recognition"


def paste_page(person: Person, text: str) -> None:
    """Open the dialog and paste a page into it."""
    QGuiApplication.clipboard().setText(text)
    person.presses("Ctrl+Shift+I")
    person.waits_for(lambda: person.sees("importSource"))
    person.clicks_into("importSource")
    person.presses("Ctrl+V")


def test_a_pasted_page_becomes_a_question_in_the_list(
    room: Room, capsys: pytest.CaptureFixture[str]
) -> None:
    person = room.open()
    paste_page(person, PAGE.read_text(encoding="utf-8"))

    person.waits_for(lambda: person.text("fieldTitle") != "")
    assert person.text("fieldCompanies") == "Northwind"
    assert person.text("fieldPrompt").startswith("Contrast layer normalization and quantization")
    assert len(person.text("fieldEXPECTATIONS").splitlines()) == 5
    assert person.sees("warningTitle")
    assert person.sees("warningSAMPLE_ANSWER")
    assert "to look at" in person.text("importSummary")

    person.clicks_into("fieldTitle")
    person.presses("Ctrl+A")
    person.types(TITLE)
    person.clicks("importSave")
    person.waits_for(lambda: person.question == TITLE)
    person.waits_for(lambda: TITLE in person.titles)
    assert not person.sees("importDialog")
    assert person.chosen_title == TITLE

    (saved,) = room.folders.own_questions.rglob("*.md")
    assert main(["check", str(saved)]) == 0, capsys.readouterr().out


def test_a_page_with_nothing_in_it_is_refused_and_can_be_pasted_over(room: Room) -> None:
    person = room.open()
    paste_page(person, "\n\n")
    person.waits_for(lambda: "Nothing pasted" not in person.text("importSummary"))
    assert not person.can_click("importSave")

    person.presses("Ctrl+A")
    person.types("Why does a larger batch need a larger learning rate?")
    person.waits_for(lambda: person.can_click("importSave"))


def test_what_was_pasted_is_not_lost_when_it_cannot_be_saved(room: Room) -> None:
    person = room.open()
    paste_page(person, PAGE.read_text(encoding="utf-8"))
    person.waits_for(lambda: person.can_click("importSave"))
    person.clicks_into("fieldTitle")
    person.presses("Ctrl+A", "Backspace")
    person.clicks("importSave")
    person.waits_for(lambda: "no title" in person.text("importSummary"))
    assert person.text("fieldPrompt").startswith("Contrast layer")

    person.clicks_into("fieldTitle")
    person.types(TITLE)
    person.clicks("importSave")
    person.waits_for(lambda: person.question == TITLE)


def test_a_page_is_read_from_a_file(room: Room) -> None:
    room.dialogs.file = PAGE
    person = room.open()
    person.presses("Ctrl+Shift+I")
    person.clicks("importOpen")
    person.waits_for(lambda: person.text("fieldCompanies") == "Northwind")
    assert person.text("importSource").splitlines()[0] == PAGE.read_text("utf-8").splitlines()[0]
