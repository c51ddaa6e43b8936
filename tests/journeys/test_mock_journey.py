"""A mock run: set up, written, sealed at time, taken up again after the window was closed."""

from datetime import date

import pytest
from person import Person
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTextEdit,
)
from room import Room

from desktop.domain.mock_record import MockRecord, PartText
from desktop.domain.mock_run import MAIN
from desktop.journal.journal_reader import JournalReader

TITLE = "A ranker for a news feed"


@pytest.fixture
def person(room: Room) -> Person:
    """Somebody before the window with all four questions in the list."""
    person = room.open()
    person.waits_for(lambda: len(person.titles) == 4)
    return person


def chooses_template(person: Person, name: str) -> None:
    """Open the set-up and choose a template by typing its name."""
    person.presses("Ctrl+Alt+M")
    person.waits_for(lambda: person.sees("mockSetup"))
    templates = person.widget(QListWidget, "mockTemplates")
    (item,) = templates.findItems(name, Qt.MatchFlag.MatchStartsWith)
    templates.setCurrentItem(item)


def begins(person: Person, name: str = "System design") -> None:
    """Begin a run and wait for its first question."""
    chooses_template(person, name)
    person.clicks("mockBegin")
    person.waits_for(lambda: person.sees("mockPane") and person.text("mockTitle") == TITLE)
    person.comes_back()
    person.waits_for(lambda: not editor(person).isReadOnly())


def editor(person: Person) -> QTextEdit:
    return person.widget(QTextEdit, "editor")


def runs(room: Room) -> tuple[MockRecord, ...]:
    with JournalReader.open(room.folders.journal) as reader:
        return reader.mocks.runs()


def steps(room: Room) -> list[str]:
    with JournalReader.open(room.folders.journal) as reader:
        return [step.step for step in reader.mocks.steps(reader.mocks.runs()[0].uuid)]


def written(room: Room, follow_up: int = MAIN) -> PartText | None:
    with JournalReader.open(room.folders.journal) as reader:
        return reader.mocks.find_text(reader.mocks.runs()[0].uuid, 0, follow_up)


def test_a_run_from_its_set_up_to_its_end(room: Room, person: Person) -> None:
    person.clicks_row("Dropout at test time")
    person.reads("questionTitle", "Dropout at test time")
    person.presses("Ctrl+T")
    person.types("Practice")
    begins(person)
    assert person.answer == ""
    assert not person.sees("browserPane")
    assert not person.sees("questionTitle")
    assert person.text("mockPlace") == "System design  ·  Question 1 of 1"
    assert person.text("clock") == "48:00"
    person.presses("Ctrl+R", "Ctrl+Shift+M", "Ctrl+Shift+W", "Ctrl+Shift+R", "Alt+Down", "Ctrl+1")
    assert not person.sees("browserPane")

    person.types("I ask what the feed is for")
    person.waits_for(lambda: written(room) == PartText("I ask what the feed is for", 26))
    person.presses("Ctrl+Return")
    person.waits_for(lambda: person.sees("mockFollowUp"))
    assert "breaking news" in person.text("mockFollowUp")
    assert person.text("mockAnswer") == "I ask what the feed is for"
    assert person.answer == ""
    assert person.text("mockPlace").endswith("Follow-up 1 of 1")
    assert person.text("mockGoOn") == "Seal and finish"

    person.waits_for(lambda: not editor(person).isReadOnly())
    person.types("Recency first")
    person.clicks("mockGoOn")
    person.waits_for(lambda: not person.sees("mockPane"))
    (record,) = runs(room)
    assert record.run.is_whole
    (attempt,) = room.attempts()
    assert (attempt.question_key, attempt.text) == (
        "a-ranker-for-a-news-feed",
        "I ask what the feed is for",
    )
    with JournalReader.open(room.folders.journal) as reader:
        (reply,) = reader.notes.of_attempt(attempt.uuid).replies
    assert reply.text == "Recency first"
    person.waits_for(lambda: person.answer == "Practice")
    assert person.sees("browserPane")


def test_after_the_window_was_closed_the_run_goes_on_and_the_gap_is_asked_about(
    room: Room, person: Person
) -> None:
    begins(person)
    person.types("Half an answer")
    person.waits_for(lambda: written(room) == PartText("Half an answer", 14))
    room.clock.pass_s(5)
    room.close()
    room.clock.pass_s(200)
    person = room.open()
    person.waits_for(lambda: person.is_told("The run was away for 3:20"))
    assert person.answer == "Half an answer"
    assert editor(person).isReadOnly()
    assert not person.can_click("mockGoOn")
    person.clicks("bannerAnswerLeaveitout")
    person.waits_for(lambda: not editor(person).isReadOnly())
    person.waits_for(lambda: "gap left out" in steps(room))
    (record,) = runs(room)
    (gap,) = record.run.breaks
    assert (gap.seconds, gap.is_gap, record.run.part_s) == (200, True, 5)
    assert person.text("clock") == "47:55"


def test_at_zero_the_text_is_sealed_and_what_follows_is_kept_apart(
    room: Room, person: Person
) -> None:
    begins(person)
    person.types("In time")
    person.waits_for(lambda: written(room) == PartText("In time", 7))
    room.clock.pass_s(48 * 60)
    person.waits_for(lambda: person.is_told("The run was away for 48:00"))
    person.clicks("bannerAnswerItcounts")
    person.waits_for(lambda: person.is_told("Time is up"))
    (attempt,) = room.attempts()
    assert attempt.text == "In time"

    person.waits_for(lambda: not editor(person).isReadOnly())
    person.presses("Ctrl+End")
    person.types(", and later")
    person.clicks("mockGoOn")
    person.waits_for(lambda: person.sees("mockFollowUp"))
    (attempt,) = room.attempts()
    assert attempt.text == "In time"
    with JournalReader.open(room.folders.journal) as reader:
        assert reader.mocks.overtime_texts(attempt.uuid) == {MAIN: "In time, and later"}


def test_a_pause_holds_text_and_clock_and_stands_in_the_record(room: Room, person: Person) -> None:
    begins(person)
    person.presses("Ctrl+.")
    person.waits_for(lambda: editor(person).isReadOnly())
    assert person.text("mockPause") == "Go on"
    room.clock.pass_s(60)
    person.clicks("mockPause")
    person.waits_for(lambda: not editor(person).isReadOnly())
    person.waits_for(lambda: steps(room) == ["begun", "paused", "resumed"])
    (record,) = runs(room)
    assert record.run.breaks[0].seconds == 60
    assert person.text("clock") == "48:00"


def test_a_run_is_ended_early_only_after_asking(room: Room, person: Person) -> None:
    begins(person)
    person.types("A start")
    person.clicks("mockStop")
    assert room.dialogs.asked[-1].startswith("End this run here?")
    assert person.sees("mockPane")
    room.dialogs.agrees = True
    person.clicks("mockStop")
    person.waits_for(lambda: not person.sees("mockPane"))
    (record,) = runs(room)
    assert record.run.is_ended
    assert not record.run.is_whole
    assert [attempt.text for attempt in room.attempts()] == ["A start"]


def test_a_run_that_finds_too_few_questions_says_so(person: Person) -> None:
    chooses_template(person, "Phone screen")
    person.clicks("mockBegin")
    person.waits_for(lambda: person.sees("mockFault"))
    assert person.text("mockFault").startswith("This run wants 3 of round:phone-screen, and 2")
    spin = person.widget(QSpinBox, "slotCount")
    QTest.keySequence(spin, "Ctrl+A")
    QTest.keyClicks(spin, "2")
    assert person.text("mockLength") == "2 questions  ·  30 minutes"
    person.clicks("mockBegin")
    person.waits_for(lambda: person.sees("mockPane"))


def test_templates_are_saved_shared_taken_in_and_deleted(room: Room, person: Person) -> None:
    room.dialogs.name, room.dialogs.agrees = "Friday drill", True
    room.dialogs.new_file = room.dialogs.file = room.folders.data / "shared.toml"
    chooses_template(person, "Coding")
    person.clicks("mockSave")
    templates = person.widget(QListWidget, "mockTemplates")
    assert templates.currentItem().text() == "Friday drill\n60 min"
    person.clicks("mockShare")
    person.clicks("mockDelete")
    assert not templates.findItems("Friday drill", Qt.MatchFlag.MatchStartsWith)
    person.clicks("mockOpen")
    assert templates.currentItem().text() == "Friday drill\n60 min"
    room.dialogs.file = room.folders.shipped_questions / "ridge-as-shrinkage.md"
    person.clicks("mockOpen")
    assert "is not a template" in person.text("mockFault")


def test_words_of_the_run_are_in_no_practice_draft(room: Room, person: Person) -> None:
    begins(person)
    person.types("Only here")
    person.waits_for(lambda: written(room) == PartText("Only here", 9))
    assert room.draft("a-ranker-for-a-news-feed") is None
    assert not person.finds(QPlainTextEdit, "attemptNote")


def test_the_report_opens_at_the_end_and_leads_to_marking(room: Room, person: Person) -> None:
    begins(person)
    person.types("I ask what the feed is for before naming a model, the long-term goal")
    person.presses("Ctrl+Return")
    person.waits_for(lambda: person.sees("mockFollowUp"))
    person.waits_for(lambda: not editor(person).isReadOnly())
    person.presses("Ctrl+Return")
    person.waits_for(lambda: person.sees("mockReportPage"))
    person.waits_for(lambda: "points covered" in person.text("mockReportPage"))
    assert "points judged by the rule" in person.text("mockReportPage")
    assert "No reply." in person.text("mockReportPage")

    person.waits_for(lambda: bool(seen_again(room)))
    assert set(seen_again(room).values()) == {date(2026, 11, 23)}
    assert not lists(room)

    box = person.widget(QComboBox, "ratingDepth")
    box.setCurrentIndex(3)
    with JournalReader.open(room.folders.journal) as reader:
        uuid = reader.mocks.runs()[0].uuid
    person.waits_for(lambda: ratings(room, uuid) == {"depth": 3})

    room.dialogs.new_file = room.folders.data / "report.md"
    export = person.widget(QPushButton, "mockReportExport").menu()
    export.actions()[0].trigger()
    person.waits_for(lambda: person.text("mockReportTold").startswith("Saved as"))
    assert "depth: 3" in room.dialogs.new_file.read_text(encoding="utf-8")

    room.dialogs.new_file = room.folders.data / "report.pdf"
    export.actions()[2].trigger()
    person.waits_for(room.dialogs.new_file.exists)
    assert room.dialogs.new_file.read_bytes().startswith(b"%PDF")

    person.widget(QPushButton, "mockReportMark").menu().actions()[0].trigger()
    person.waits_for(lambda: person.sees("comparePane"))
    assert not person.sees("mockReports")
    person.reads("compareTitle", TITLE)


def test_without_a_run_the_reports_say_how_to_begin_one(person: Person) -> None:
    person.presses("Ctrl+Alt+R")
    person.waits_for(lambda: person.text("mockReportTold").startswith("No mock run has ended"))
    assert not person.widget(QPushButton, "mockReportExport").isEnabled()


def seen_again(room: Room) -> dict[str, date | None]:
    """The days on which points of the question are to be seen again, by their texts."""
    with JournalReader.open(room.folders.journal) as reader:
        days = reader.reviews.days_of("a-ranker-for-a-news-feed")
    return {point: day.see_on for point, day in days.items()}


def lists(room: Room) -> dict[str, tuple[str, ...]]:
    with JournalReader.open(room.folders.journal) as reader:
        return {one.name: one.keys for one in reader.collections.all().lists}


def ratings(room: Room, uuid: str) -> dict[str, int]:
    with JournalReader.open(room.folders.journal) as reader:
        return reader.mocks.ratings(uuid)
