"""The data folder may only be read, or is gone, while somebody writes."""

import shutil
import subprocess
import sys
from pathlib import Path

from mounts import read_only
from person import Person
from room import Room

from desktop.domain.errors import AppError

FEED = "A ranker for a news feed"
KEY = "a-ranker-for-a-news-feed"


def kept(room: Room) -> str:
    """What the journal holds of the answer; "" also while it cannot be opened."""
    try:
        draft = room.draft(KEY)
    except AppError:
        return ""
    return draft.text if draft else ""


def begins(room: Room) -> Person:
    """Somebody opens the window and has written something that is saved."""
    person = room.open()
    person.waits_for(lambda: person.question == FEED)
    person.presses("Ctrl+T")
    person.types("My answer")
    person.waits_for(lambda: kept(room) == "My answer")
    return person


def test_what_was_typed_stays_and_is_saved_when_writing_is_allowed(room: Room) -> None:
    person = room.open()
    person.waits_for(lambda: person.question == FEED)
    person.presses("Ctrl+T")
    with read_only(room.folders.data):
        person.types("Only in the window")
        person.waits_for(lambda: person.is_told("may only be read") or person.is_told("cannot be"))
        assert person.answer == "Only in the window"
    person.waits_for(lambda: kept(room) == "Only in the window")


def test_a_start_says_why_it_is_none(tmp_path: Path) -> None:
    with read_only(tmp_path):
        ended = subprocess.run(
            [sys.executable, "-m", "desktop", "--data", str(tmp_path)],
            capture_output=True,
            text=True,
            check=False,
        )
    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1
    assert "cannot be written to" in ended.stderr


def test_a_start_in_a_new_folder_there_says_so_too(tmp_path: Path) -> None:
    with read_only(tmp_path):
        ended = subprocess.run(
            [sys.executable, "-m", "desktop", "--data", str(tmp_path / "new")],
            capture_output=True,
            text=True,
            check=False,
        )
    assert ended.returncode == 1
    assert "cannot be made: Read-only file system" in ended.stderr


def test_an_export_into_it_says_so_and_the_answers_stay(room: Room, tmp_path: Path) -> None:
    begins(room)
    folder = tmp_path / "out"
    folder.mkdir()
    with read_only(folder):
        ended = subprocess.run(
            [sys.executable, "-m", "desktop", "--data", str(room.folders.data), "export", folder],
            capture_output=True,
            text=True,
            check=False,
        )
    assert ended.returncode in (0, 1)
    assert "Traceback" not in ended.stderr
    assert kept(room) == "My answer"


def test_a_folder_that_is_moved_away_and_back_costs_nothing(room: Room, tmp_path: Path) -> None:
    person = begins(room)
    away = tmp_path.with_name(f"{tmp_path.name} away")
    shutil.move(tmp_path, away)
    person.types(" goes on")
    assert person.answer == "My answer goes on"
    shutil.move(away, tmp_path)
    person.types("!")
    person.waits_for(lambda: kept(room) == "My answer goes on!")
