"""Restoring a backup: what it replaces is kept."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from journal_samples import NOON, a_draft, after

from desktop.domain.errors import AppError
from desktop.journal.backups import Backups
from desktop.journal.inspection import inspect_journal
from desktop.journal.journal import Journal
from desktop.services.restore_backup import (
    restore_at_start,
    restore_backup,
    restore_if_asked,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "journal.sqlite"
    write(made, "then")
    return made


@pytest.fixture
def backup(path: Path) -> Path:
    made = Backups(path).make(NOON).path
    write(path, "since")
    return made


def write(path: Path, text: str) -> None:
    with Journal.open(path) as journal:
        journal.save_draft(a_draft(text=text))


def text_in(path: Path) -> str:
    with Journal.open(path) as journal:
        return journal.drafts()[0].text


def test_the_backup_takes_the_place_and_the_journal_is_kept(path: Path, backup: Path) -> None:
    restored = restore_backup(path, backup, after(60))
    assert restored.kept == path.with_name("journal.replaced-2026-11-22T12-01-00Z.sqlite")
    assert (text_in(path), text_in(restored.kept)) == ("then", "since")
    assert text_in(backup) == "then"
    assert "1 draft" in str(restored)


def test_what_a_killed_window_left_beside_the_journal_is_kept_too(
    path: Path, backup: Path, tmp_path: Path
) -> None:
    with Journal.open(path) as journal:
        journal.save_draft(a_draft(text="in the wal"))
        killed = tmp_path / "killed" / "journal.sqlite"
        killed.parent.mkdir()
        for file in path.parent.glob("journal.sqlite*"):
            killed.with_name(file.name).write_bytes(file.read_bytes())
    restored = restore_backup(killed, backup, NOON)
    assert restored.kept is not None
    assert (text_in(killed), text_in(restored.kept)) == ("then", "in the wal")


def test_restoring_twice_in_a_second_keeps_both(path: Path, backup: Path) -> None:
    first = restore_backup(path, backup, NOON).kept
    write(path, "again")
    second = restore_backup(path, backup, NOON).kept
    assert first is not None
    assert second is not None
    assert (text_in(first), text_in(second)) == ("since", "again")


def test_a_journal_that_is_open_is_not_replaced(path: Path, backup: Path) -> None:
    with Journal.open(path) as journal:
        journal.drafts()
        with pytest.raises(AppError, match=r"has the journal .* open; nothing was changed"):
            restore_backup(path, backup, NOON)
        assert journal.drafts()[0].text == "since"


def test_what_is_not_sound_or_newer_is_refused(path: Path, backup: Path) -> None:
    with closing(sqlite3.connect(backup)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(AppError, match="or newer"):
        restore_backup(path, backup, NOON)
    backup.write_bytes(backup.read_bytes()[:9000])
    with pytest.raises(AppError, match="damaged"):
        restore_backup(path, backup, NOON)
    with pytest.raises(AppError, match="There is no file"):
        restore_backup(path, backup.with_name("none.sqlite"), NOON)
    with pytest.raises(AppError, match="the journal itself"):
        restore_backup(path, path, NOON)
    assert text_in(path) == "since"


def test_a_damaged_journal_can_be_replaced_and_is_kept(path: Path, backup: Path) -> None:
    path.write_bytes(b"\xa5" * 20_000)
    restored = restore_backup(path, backup, NOON)
    assert restored.kept is not None
    assert restored.kept.read_bytes() == b"\xa5" * 20_000
    assert text_in(path) == "then"


def test_where_there_is_no_journal_a_backup_becomes_one(path: Path, backup: Path) -> None:
    path.unlink()
    assert restore_backup(path, backup, NOON).kept is None
    assert text_in(path) == "then"


def test_a_restore_can_wait_for_the_next_start(path: Path, backup: Path) -> None:
    assert restore_if_asked(path, NOON) is None
    assert restore_at_start(path, backup) == inspect_journal(backup)
    assert text_in(path) == "since"
    restored = restore_if_asked(path, after(60))
    assert restored is not None
    assert restored.kept is not None
    assert (text_in(path), text_in(restored.kept)) == ("then", "since")
    assert restore_if_asked(path, after(90)) is None
