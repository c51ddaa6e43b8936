"""Reading a question, answering it, sealing the answer, and answering again."""

import pytest
from person import Person
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTextEdit
from room import Room

KEY = "ridge-as-shrinkage"


@pytest.fixture
def person(room: Room) -> Person:
    """Somebody who has chosen a question."""
    person = room.open()
    person.waits_for(lambda: len(person.titles) == 4)
    person.clicks_row("Ridge as shrinkage")
    person.waits_for(lambda: person.question == "Ridge as shrinkage")
    person.reads("clock", "20:00")
    return person


def write(person: Person, text: str) -> None:
    """Go to the editor and write."""
    person.presses("Ctrl+T")
    person.types(text)


def seal_at_once(person: Person) -> None:
    """Seal and do not wait for the undo to run out."""
    person.presses("Ctrl+Return")
    person.clicks("bannerAnswerSealnow")
    person.waits_for(lambda: person.sees("sealedView"))
    person.waits_for(lambda: person.sees("comparePane"))


def goes_back_to_the_question(person: Person) -> None:
    """Leave the comparison that follows a sealing."""
    person.clicks("compareClose")
    person.waits_for(lambda: not person.sees("comparePane"))


def test_help_is_folded_and_opening_it_is_recorded(room: Room, person: Person) -> None:
    assert person.folds == ["What the interviewer expects", "Sample answer"]
    assert person.open_folds == []

    person.clicks("foldHeaderSAMPLE_ANSWER")
    person.reads("partSAMPLE_ANSWER", "Small directions shrink most.")
    assert person.open_folds == ["Sample answer"]
    write(person, "Small directions shrink most.")
    seal_at_once(person)

    (attempt,) = room.attempts()
    assert attempt.revealed == ("SAMPLE_ANSWER",)
    assert "with help: Sample answer" in person.text("sealedFacts")


def test_an_answer_is_written_sealed_taken_back_and_sealed(room: Room, person: Person) -> None:
    write(person, "Shrinks by **directions**")
    person.reads("preview", "Shrinks by directions")
    room.clock.pass_s(9)
    person.types(".")
    person.reads("preview", "Shrinks by directions.")

    person.presses("Ctrl+Return")
    assert person.is_told("you can take it back")
    person.types("too late")
    assert person.answer == "Shrinks by **directions**."
    assert room.attempts() == ()

    person.presses("Ctrl+Shift+Return")
    assert not person.is_told("you can take it back")
    person.types(" Small ones most")
    assert person.answer == "Shrinks by **directions**. Small ones most"

    seal_at_once(person)
    goes_back_to_the_question(person)
    (attempt,) = room.attempts()
    assert attempt.text == "Shrinks by **directions**. Small ones most"
    assert (attempt.active_s, attempt.budget_s) == (9, 1200)
    assert attempt.revealed == ()
    assert person.text("sealedText") == "Shrinks by directions. Small ones most"
    person.waits_for(lambda: len(person.rows("attempts")) == 1)
    assert "6 words" in person.rows("attempts")[0]
    person.waits_for(lambda: person.counts("status").get("attempted") == 1)


def test_a_sealed_answer_is_read_from_its_top_by_keys(person: Person) -> None:
    QGuiApplication.clipboard().setText("a line of it\n\n" * 60)
    person.presses("Ctrl+T", "Ctrl+V")
    seal_at_once(person)
    goes_back_to_the_question(person)
    bar = person.widget(QTextEdit, "sealedText").verticalScrollBar()
    assert bar.value() == 0
    person.clicks_into("sealedText")
    person.presses("PgDown")
    assert bar.value() > 0


def test_writing_again_starts_empty_with_all_folds_closed(room: Room, person: Person) -> None:
    write(person, "First")
    room.clock.pass_s(8)
    seal_at_once(person)
    goes_back_to_the_question(person)
    person.waits_for(lambda: len(person.rows("attempts")) == 1)
    person.clicks("foldHeaderSAMPLE_ANSWER")
    person.waits_for(lambda: person.sees("partSAMPLE_ANSWER"))

    person.clicks("rewriteButton")
    assert person.open_folds == []
    assert person.answer == ""
    assert person.text("clock") == "20:00"
    person.types("Second")
    room.clock.pass_s(1)
    seal_at_once(person)
    goes_back_to_the_question(person)
    person.waits_for(lambda: len(person.rows("attempts")) == 2)
    assert [attempt.text for attempt in room.attempts()] == ["First", "Second"]
    assert [attempt.revealed for attempt in room.attempts()] == [(), ("SAMPLE_ANSWER",)]

    person.clicks_link("attempts", person.rows("attempts")[1])
    person.reads("sealedText", "First")


def test_a_draft_is_discarded_only_after_asking(room: Room, person: Person) -> None:
    write(person, "Not my best")
    person.waits_for(lambda: room.draft(KEY) is not None)
    person.presses("Ctrl+Shift+D")
    assert room.dialogs.asked[0].startswith("Discard this draft? 3 words and 0 minutes")
    assert person.answer == "Not my best"

    room.dialogs.agrees = True
    person.presses("Ctrl+Shift+D")
    person.waits_for(lambda: person.answer == "")
    assert person.text("clock") == "20:00"
    assert room.draft(KEY) is None
    write(person, "Better")
    person.waits_for(lambda: (draft := room.draft(KEY)) is not None and draft.text == "Better")


def test_an_empty_answer_is_not_sealed(room: Room, person: Person) -> None:
    write(person, "   ")
    person.presses("Ctrl+Return")
    person.types("x")
    assert person.answer == "   x"
    assert room.attempts() == ()


def test_the_answer_is_copied_while_writing_and_when_sealed(person: Person) -> None:
    write(person, "In **bold**")
    person.presses("Ctrl+Shift+C")
    assert QGuiApplication.clipboard().text() == "In **bold**"
    person.types(" words")
    seal_at_once(person)
    person.clicks("copyButton")
    assert QGuiApplication.clipboard().text() == "In **bold** words"
