"""The start after a crash shows the text that was saved, and asks."""

import resource
import signal

import pytest
from person import Person
from PySide6.QtWidgets import QListWidget
from room import Room
from script import Script

FEED = "A ranker for a news feed"
TEXT = "Ask first what the feed is for then name one number it should move"
DISK_TOO_S = 0.6
"""The promise of 300 ms, and as much again for a disk that others use."""


@pytest.fixture(autouse=True)
def _no_core_dump() -> None:
    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, most))


def crash(room: Room) -> None:
    """Let a process type and abort, as a fault in Qt makes it."""
    with Script("aborting_process.py", room.folders.data, TEXT, DISK_TOO_S) as process:
        assert process.wait() == -signal.SIGABRT


def is_asked(person: Person) -> bool:
    return person.is_told("Greenroom did not close properly. Your text is here up to")


def test_the_text_is_there_and_its_last_words_are_told(room: Room) -> None:
    crash(room)
    person = room.open()
    person.waits_for(lambda: is_asked(person))
    assert (person.question, person.answer) == (FEED, TEXT)
    assert person.is_told(", 14 words: “… for then name one number it should move”")
    person.clicks("bannerAnswerGoon")
    assert not is_asked(person)
    person.presses("Ctrl+End")
    person.types(".")
    assert person.answer == f"{TEXT}."


def test_a_normal_close_is_no_crash(room: Room) -> None:
    person = room.open()
    person.waits_for(lambda: person.question == FEED)
    person.presses("Ctrl+T")
    person.types("Closed as usual")
    room.close()
    person = room.open()
    person.waits_for(lambda: person.answer == "Closed as usual")
    assert not is_asked(person)


def test_an_earlier_copy_is_taken_back_and_nothing_is_lost(room: Room) -> None:
    crash(room)
    person = room.open()
    person.waits_for(lambda: is_asked(person))
    room.clock.pass_s(10)
    person.presses("Ctrl+T", "Ctrl+A")
    person.types("All gone")
    person.waits_for(lambda: kept(room) == "All gone")
    person.presses("Ctrl+Alt+H")
    copies = person.widget(QListWidget, "earlierCopies")
    person.waits_for(lambda: copies.count() > 1)
    copies.setCurrentRow(copies.count() - 1)
    old = person.text("earlierCopyText")
    assert TEXT.startswith(old)
    person.clicks("takeCopyBack")
    person.waits_for(lambda: kept(room) == old)
    assert person.answer == old
    person.comes_back()
    person.presses("Ctrl+Z")
    assert person.answer == "All gone"


def kept(room: Room) -> str:
    draft = room.draft("a-ranker-for-a-news-feed")
    return draft.text if draft else ""
