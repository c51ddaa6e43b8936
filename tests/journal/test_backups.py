"""Making, checking and thinning backups of a journal."""

import os
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from journal_samples import NOON, QUESTION_TEXT, a_draft, after

from desktop.domain.errors import AppError
from desktop.journal.backups import Backups
from desktop.journal.inspection import inspect_journal
from desktop.journal.journal import Journal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "journal.sqlite"
    with Journal.open(made) as journal:
        journal.keep_question_text(QUESTION_TEXT)
        journal.seal(a_draft(), sealed_at=after(90), uuid="attempt-1")
        journal.save_draft(a_draft("dropout"))
    return made


def test_a_backup_holds_what_the_journal_holds_and_says_when(path: Path) -> None:
    made = Backups(path).make(NOON)
    assert made.path == path.parent / "backups" / "journal-2026-11-22T12-00-00Z.sqlite"
    contents = inspect_journal(made.path)
    assert (contents.attempts, contents.drafts, contents.last_written_at) == (1, 1, after(90))
    assert str(contents) == "1 attempt, 1 draft, 0 marks, 0 mock runs"
    assert Backups(path).all() == (made,)


def test_a_backup_is_made_while_the_journal_is_written(path: Path) -> None:
    with Journal.open(path) as journal:
        journal.save_draft(a_draft("ridge"))
        made = Backups(path).make(NOON)
        journal.save_draft(a_draft("lasso"))
        assert inspect_journal(made.path).drafts == 2
        assert inspect_journal(path).drafts == 3
    assert [one.name for one in made.path.parent.iterdir()] == [made.path.name]


def test_the_folder_lists_newest_first_and_knows_its_own(path: Path) -> None:
    backups = Backups(path)
    older = backups.make(NOON - timedelta(days=2))
    newer = backups.make(NOON, "before-merge")
    for name in ("notes.txt", "journal-2026-13-45T99-99-99Z.sqlite", "other-journal.sqlite"):
        (backups.folder / name).touch()
    assert backups.all() == (newer, older)
    assert newer.reason == "before-merge"


def test_backups_of_one_hour_give_way_to_the_newest(path: Path) -> None:
    backups = Backups(path)
    backups.make(NOON)
    newer = backups.make(NOON + timedelta(minutes=30))
    assert backups.all() == (newer,)


def test_one_made_when_the_clock_went_back_stays(path: Path) -> None:
    backups = Backups(path)
    later = backups.make(NOON)
    made = backups.make(NOON - timedelta(days=400))
    assert backups.all() == (later, made)


def test_what_a_killed_backup_left_goes_after_a_day(path: Path) -> None:
    backups = Backups(path)
    old, young = (backups.folder / f".x.sqlite.{name}.part" for name in ("old", "young"))
    backups.folder.mkdir()
    for left, age in ((old, timedelta(days=2)), (young, timedelta(hours=1))):
        left.touch()
        os.utime(left, times=((NOON - age).timestamp(),) * 2)
    backups.make(NOON)
    assert (old.exists(), young.exists()) == (False, True)


def test_a_damaged_journal_gives_no_backup_and_takes_none_away(path: Path) -> None:
    backups = Backups(path)
    good = backups.make(NOON)
    content = bytearray(path.read_bytes())
    content[4096:8192] = b"\xa5" * 4096
    path.write_bytes(content)
    with pytest.raises(AppError, match="damaged"):
        backups.make(after(7200))
    assert backups.all() == (good,)
    assert len(list(backups.folder.iterdir())) == 1


def test_a_journal_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(AppError, match="cannot be opened"):
        Backups(tmp_path / "journal.sqlite").make(NOON)
    assert not (tmp_path / "journal.sqlite").exists()


def test_looking_into_a_journal_leaves_no_trace(path: Path) -> None:
    before = sorted(path.parent.iterdir())
    inspect_journal(path)
    assert sorted(path.parent.iterdir()) == before


@pytest.mark.parametrize("content", [b"", b"no journal at all" * 1000])
def test_what_is_no_journal_is_refused(tmp_path: Path, content: bytes) -> None:
    stranger = tmp_path / "stranger.sqlite"
    stranger.write_bytes(content)
    with pytest.raises(AppError, match="not a journal"):
        inspect_journal(stranger)


def test_a_journal_of_a_newer_greenroom_is_refused(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(AppError, match=r"needs Greenroom 0\.\d or newer"):
        inspect_journal(path)
