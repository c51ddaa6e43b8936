"""A clock that jumps, a synced folder, several starts at once, a journal of two gigabytes."""

import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from journal_samples import a_draft
from room import Room

import desktop
from desktop.journal.journal import Journal
from desktop.journal.journal_reader import JournalReader

KEY = "a-ranker-for-a-news-feed"
FEED = "A ranker for a news feed"
A_DAY_S = 86_400
STARTS = 4
LARGE_MB = 2_048
QUICK_S = 3.0
"""Many times what the window takes; a start that reads the journal takes far longer."""


def kept(room: Room) -> str:
    draft = room.draft(KEY)
    return draft.text if draft else ""


@pytest.mark.parametrize("jump_s", [-400 * A_DAY_S, -3_600, 3_600, 400 * A_DAY_S])
def test_a_clock_that_jumps_costs_no_text_and_no_time(room: Room, jump_s: int) -> None:
    person = room.open()
    person.waits_for(lambda: person.question == FEED)
    person.presses("Ctrl+T")
    person.types("Before")
    room.clock.pass_s(7)
    person.types(" and")
    person.waits_for(lambda: kept(room) == "Before and")
    room.clock.jump_s(jump_s)
    room.clock.pass_s(5)
    person.types(" after")
    person.waits_for(lambda: kept(room) == "Before and after")
    room.close()

    person = room.open()
    person.waits_for(lambda: person.answer == "Before and after")
    draft = room.draft(KEY)
    assert draft is not None
    assert draft.active_s == pytest.approx(12)
    with JournalReader.open(room.folders.journal) as reader:
        assert [copy.text for copy in reader.draft_history(KEY)][-1].startswith("Before and")
    person.presses("Ctrl+T", "Ctrl+Return")
    person.clicks("bannerAnswerSealnow")
    person.waits_for(lambda: [one.text for one in room.attempts()] == ["Before and after"])
    person.waits_for(lambda: person.sees("sealedView"))


def test_conflicted_copies_of_a_synced_folder_are_left_alone(room: Room) -> None:
    with Journal.open(room.folders.journal) as journal:
        journal.save_draft(a_draft(KEY, text="Ours"))
    copies = {
        room.folders.data / name: room.folders.journal.read_bytes() + bytes([number])
        for number, name in enumerate(
            ("journal (conflicted copy 2026-11-22).sqlite", "journal.sync-conflict-1.sqlite")
        )
    }
    for path, content in copies.items():
        path.write_bytes(content)
    person = room.open()
    person.waits_for(lambda: person.answer == "Ours")
    person.presses("Ctrl+T", "Ctrl+End")
    person.types(" go on")
    person.waits_for(lambda: kept(room) == "Ours go on")
    room.close()
    assert {path: path.read_bytes() for path in copies} == copies


def test_of_several_starts_at_once_one_has_the_window(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "desktop", "--data", str(tmp_path)]
    where = Path(desktop.__file__).parents[1]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    starts = [
        subprocess.Popen(command, cwd=where, env=environment, stderr=subprocess.DEVNULL)
        for _ in range(STARTS)
    ]
    try:
        ended_by = time.monotonic() + 30
        while sum(one.poll() is None for one in starts) > 1 and time.monotonic() < ended_by:
            os.sched_yield()
        assert sum(one.poll() is None for one in starts) == 1
        assert {one.returncode for one in starts} <= {None, 0, 1}
    finally:
        for one in starts:
            one.kill()
            one.wait()
    with closing(sqlite3.connect(tmp_path / "journal.sqlite")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.slow
def test_a_journal_of_two_gigabytes_opens_as_quickly_as_any(room: Room) -> None:
    with Journal.open(room.folders.journal) as journal:
        journal.save_draft(a_draft(KEY, text="Still here"), with_history=True)
    with closing(sqlite3.connect(room.folders.journal)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        (draft,) = connection.execute("SELECT id FROM drafts").fetchone()
        for number in range(LARGE_MB):
            connection.execute(
                "INSERT INTO draft_history (draft_id, saved_at, active_s, text_zlib)"
                " VALUES (?, '2026-11-22T12:00:00.000000Z', ?, randomblob(1000000))",
                (f"{draft} of another", float(number)),
            )
        connection.commit()
    assert room.folders.journal.stat().st_size > LARGE_MB * 900_000
    began_s = time.monotonic()
    person = room.open()
    person.waits_for(lambda: (person.question, person.answer) == (FEED, "Still here"))
    assert time.monotonic() - began_s < QUICK_S
    person.presses("Ctrl+T", "Ctrl+End")
    person.types(", and on")
    person.waits_for(lambda: kept(room) == "Still here, and on")
