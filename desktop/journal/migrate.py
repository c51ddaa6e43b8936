"""Bringing a journal file to the form this Greenroom knows."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from desktop.domain.errors import AppError
from desktop.files import sync_file, sync_folder
from desktop.journal.faults import not_a_journal

MIGRATIONS = Path(__file__).parent / "migrations"
"""Plain SQL scripts named NNNN_what.sql; each holds its own transaction and user_version."""

_APPLICATION_ID = 0x47524E52
"""What the first migration writes into the file's header: "GRNR"."""


def bring_up_to_date(
    connection: sqlite3.Connection, path: Path, migrations: Path = MIGRATIONS
) -> None:
    """Apply the scripts the journal lacks, after copying it to `NAME.before-N.sqlite` beside it.

    A journal of a newer Greenroom and the file of another program raise AppError; they stay as
    they are.
    """
    scripts = {int(script.name[:4]): script for script in sorted(migrations.glob("*.sql"))}
    newest = max(scripts)
    header = _read_header(connection)
    if header.version > newest:
        raise _newer(connection, path)
    if header.is_foreign:
        raise not_a_journal(path)
    if header.version == newest:
        return
    if header.version > 0:
        backup = path.with_name(f"{path.stem}.before-{newest}{path.suffix}")
        _back_up(connection, header.version, backup)
    for number in range(header.version + 1, newest + 1):
        _apply(connection, number, scripts[number].read_text(encoding="utf-8"))


class _Header(NamedTuple):
    version: int
    application_id: int
    tables: int

    @property
    def is_foreign(self) -> bool:
        is_empty = self.tables == self.version == self.application_id == 0
        return self.application_id != _APPLICATION_ID and not is_empty


def _read_header(connection: sqlite3.Connection) -> _Header:
    connection.execute("BEGIN")  # one view of the file, while another process may be making it
    try:
        return _Header(
            _number(connection, "PRAGMA user_version"),
            _number(connection, "PRAGMA application_id"),
            _number(connection, "SELECT count(*) FROM sqlite_schema"),
        )
    finally:
        connection.rollback()


def _number(connection: sqlite3.Connection, sql: str) -> int:
    (number,) = connection.execute(sql).fetchone()
    return int(number)


def _newer(connection: sqlite3.Connection, path: Path) -> AppError:
    try:
        row = connection.execute(
            "SELECT value FROM meta WHERE name = 'needs_greenroom'"
        ).fetchone()
    except sqlite3.OperationalError:  # a newer journal may keep this elsewhere
        row = None
    needed = f"Greenroom {row[0]} or newer" if row else "a newer Greenroom"
    return AppError(
        f"The journal {path} needs {needed}; nothing was changed.",
        "Update Greenroom, or choose another folder with --data DIR.",
    )


def _back_up(connection: sqlite3.Connection, version: int, backup: Path) -> None:
    unfinished = backup.with_name(f"{backup.name}.part")
    unfinished.unlink(missing_ok=True)
    with closing(sqlite3.connect(unfinished)) as copy:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        is_as_before = _number(copy, "PRAGMA user_version") == version
    if is_as_before:
        sync_file(unfinished)
        unfinished.replace(backup)
        sync_folder(backup.parent)
    else:  # another process migrated meanwhile and made the backup
        unfinished.unlink()


def _apply(connection: sqlite3.Connection, number: int, script: str) -> None:
    if _number(connection, "PRAGMA user_version") >= number:
        return
    try:
        connection.executescript(script)
    except sqlite3.Error:
        connection.rollback()
        if _number(connection, "PRAGMA user_version") < number:  # else another process was first
            raise
