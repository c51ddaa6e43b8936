"""The disk has no room left while somebody writes."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from mounts import fill, small_disk
from person import Person
from room import Room

from desktop.domain.errors import AppError

FEED = "A ranker for a news feed"
KEY = "a-ranker-for-a-news-feed"
MEDIAN = "Bootstrap interval of a median"
MOST_WORDS = 400
"""Each takes a page of the log or more, so that some dozens are enough."""


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "disk", "2m") as disk:
        yield disk


def kept(room: Room) -> str:
    """What the journal holds of the answer; "" also while the full disk lets nobody look."""
    with suppress(AppError):
        draft = room.draft(KEY)
        return draft.text if draft else ""
    return ""


def writes_until_the_disk_is_full(person: Person, room: Room) -> Path:
    """Write till it is told that the disk is full; the file that fills it."""
    person.waits_for(lambda: person.question == FEED)
    person.presses("Ctrl+T")
    person.types("My answer")
    person.waits_for(lambda: kept(room) == "My answer")
    filler = fill(room.folders.data)
    for number in range(MOST_WORDS):
        person.types(f" word{number}")
        person.waits_for(lambda: is_told(person) or kept(room) == person.answer)
        if is_told(person):
            break
    assert is_told(person)
    return filler


def is_told(person: Person) -> bool:
    return person.is_told("The disk is full") and person.is_told("keep it open, make some room")


def test_what_was_typed_stays_and_is_saved_when_there_is_room(room: Room) -> None:
    person = room.open()
    filler = writes_until_the_disk_is_full(person, room)
    typed = person.answer
    person.types(", and on")
    assert person.answer == f"{typed}, and on"
    filler.unlink()
    person.waits_for(lambda: kept(room) == f"{typed}, and on")
    person.waits_for(lambda: person.is_told("everything you typed is saved"))


def test_a_disk_full_from_the_start_is_told_too(room: Room) -> None:
    person = room.open()
    person.waits_for(lambda: person.question == FEED)
    filler = fill(room.folders.data)
    person.presses("Ctrl+T")
    person.types("Only in the window")
    person.waits_for(lambda: is_told(person))
    filler.unlink()
    person.waits_for(lambda: kept(room) == "Only in the window")


def test_sealing_loses_nothing(room: Room) -> None:
    person = room.open()
    filler = writes_until_the_disk_is_full(person, room)
    written = person.answer
    person.presses("Ctrl+Return")
    person.clicks("bannerAnswerSealnow")
    person.waits_for(lambda: person.can_click("sealButton"))
    assert not room.attempts()
    assert person.answer == written
    person.types("!")

    filler.unlink()
    person.waits_for(lambda: kept(room) == f"{written}!")
    person.presses("Ctrl+Return")
    person.clicks("bannerAnswerSealnow")
    person.waits_for(lambda: [one.text for one in room.attempts()] == [f"{written}!"])
    person.waits_for(lambda: person.sees("sealedView"))


def test_another_question_does_not_take_the_text_from_the_screen(room: Room) -> None:
    person = room.open()
    person.reads("questionCount", "4 questions")
    filler = writes_until_the_disk_is_full(person, room)
    written = person.answer
    person.presses("Alt+Down")
    person.waits_for(lambda: person.question == MEDIAN)
    assert person.answer == ""
    person.presses("Alt+Up")
    person.waits_for(lambda: person.question == FEED)
    assert person.answer == written
    person.presses("Alt+Down")
    person.waits_for(lambda: person.question == MEDIAN)
    filler.unlink()
    person.waits_for(lambda: kept(room) == written)


def test_the_window_does_not_close_over_it(room: Room, tmp_path: Path) -> None:
    person = room.open()
    filler = writes_until_the_disk_is_full(person, room)
    person.presses("Ctrl+Q")
    person.waits_for(lambda: person.is_told("Not closed"))
    elsewhere = room.dialogs.new_file = tmp_path / "elsewhere.md"
    person.clicks("bannerAnswerSaveelsewhere")
    person.waits_for(lambda: person.is_told("elsewhere.md"))
    assert elsewhere.read_text(encoding="utf-8") == person.answer
    filler.unlink()
    person.waits_for(lambda: kept(room) == person.answer)


def test_a_start_on_a_full_disk_says_why_it_is_none(room: Room) -> None:
    person = room.open()
    filler = writes_until_the_disk_is_full(person, room)
    written = person.answer
    filler.unlink()
    person.waits_for(lambda: kept(room) == written)
    room.close()
    filler = fill(room.folders.data)
    with pytest.raises(AppError, match="its disk may be full"):
        room.open()
    filler.unlink()
    person = room.open()
    person.waits_for(lambda: person.answer == written)
