"""Saving question and answer as PDF."""

from pathlib import Path

import pytest
from person import Person
from PySide6.QtWidgets import QRadioButton
from room import Room


@pytest.fixture
def person(room: Room) -> Person:
    """Somebody with a question before them."""
    person = room.open()
    person.waits_for(lambda: person.question == "A ranker for a news feed")
    return person


def test_a_draft_is_saved_as_pdf_beside_its_question(
    room: Room, person: Person, tmp_path: Path
) -> None:
    room.dialogs.new_file = tmp_path / "answer"
    person.presses("Ctrl+T")
    person.types("By $p(y)$.")
    person.presses("Ctrl+Alt+P")
    person.waits_for(lambda: person.sees("printDialog"))
    assert person.widget(QRadioButton, "printBoth").isChecked()
    person.presses("Return")
    person.waits_for(lambda: person.is_told("Saved as answer.pdf."))
    assert (tmp_path / "answer.pdf").read_bytes().startswith(b"%PDF")
    assert room.dialogs.asked[-1].endswith("a-ranker-for-a-news-feed.pdf PDF files (*.pdf)")


def test_a_sealed_answer_is_saved_alone(room: Room, person: Person, tmp_path: Path) -> None:
    room.dialogs.new_file = tmp_path / "sealed.pdf"
    person.presses("Ctrl+T")
    person.types("Sealed.")
    person.presses("Ctrl+Return")
    person.clicks("bannerAnswerSealnow")
    person.waits_for(lambda: person.sees("sealedText"))
    person.presses("Ctrl+Alt+P")
    person.waits_for(lambda: person.sees("printDialog"))
    person.clicks("printAnswer")
    person.clicks("printGo")
    person.waits_for(lambda: person.is_told("Saved as sealed.pdf."))


def test_without_an_answer_only_the_question_can_be_printed(person: Person) -> None:
    person.presses("Ctrl+Alt+P")
    person.waits_for(lambda: person.sees("printDialog"))
    assert person.widget(QRadioButton, "printQuestion").isChecked()
    assert not person.widget(QRadioButton, "printBoth").isEnabled()
    person.presses("Esc")
    person.waits_for(lambda: not person.sees("printDialog"))


def test_a_place_that_cannot_be_written_is_told(
    room: Room, person: Person, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    room.dialogs.new_file = tmp_path / "file" / "question.pdf"
    person.presses("Ctrl+Alt+P")
    person.waits_for(lambda: person.sees("printDialog"))
    person.presses("Return")
    person.waits_for(lambda: person.is_told("question.pdf could not be written"))


def test_without_a_printer_there_is_a_way_out(room: Room, person: Person) -> None:
    person.presses("Ctrl+P")
    person.waits_for(lambda: person.sees("printDialog"))
    person.presses("Return")
    person.waits_for(lambda: bool(room.dialogs.asked))
    assert "Ctrl+Alt+P" in room.dialogs.asked[-1]
