"""Bringing a journal file to the form this Greenroom knows."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from desktop.domain.errors import AppError
from desktop.journal.backup_names import backup_path
from desktop.journal.faults import not_a_journal

MIGRATIONS = Path(__file__).parent / "migrations"
"""Plain SQL scripts named NNNN_what.sql; each holds its own transaction and user_version."""

APPLICATION_ID = 0x47524E52
"""What the first migration writes into the file's header: "GRNR"."""


def bring_up_to_date(
    connection: sqlite3.Connection, path: Path, migrations: Path = MIGRATIONS
) -> None:
    """Apply the scripts the journal lacks, after making a backup of it.

    A journal of a newer Greenroom and the file of another program raise AppError; they stay as
    they are.
    """
    scripts = {int(script.name[:4]): script for script in sorted(migrations.glob("*.sql"))}
    newest = max(scripts)
    version = refuse_foreign_and_newer(connection, path, newest)
    if version == newest:
        return
    if version > 0:
        _back_up(connection, path, version, newest)
    for number in range(version + 1, newest + 1):
        _apply(connection, number, scripts[number].read_text(encoding="utf-8"))


def refuse_foreign_and_newer(
    connection: sqlite3.Connection, path: Path, newest: int | None = None
) -> int:
    """The version of a journal; AppError for a newer one and for another program's file."""
    known = newest if newest is not None else _newest_known()
    header = _read_header(connection)
    if header.version > known:
        raise _newer(connection, path)
    if header.is_foreign:
        raise not_a_journal(path)
    return header.version


def _newest_known() -> int:
    return max(int(script.name[:4]) for script in MIGRATIONS.glob("*.sql"))


class _Header(NamedTuple):
    version: int
    application_id: int
    tables: int

    @property
    def is_foreign(self) -> bool:
        is_empty = self.tables == self.version == self.application_id == 0
        return self.application_id != APPLICATION_ID and not is_empty


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


def _back_up(connection: sqlite3.Connection, path: Path, version: int, newest: int) -> None:
    from desktop.journal.copying import copy_journal  # noqa: PLC0415 - once in many starts

    last_change = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    target = backup_path(path, last_change, f"before-{newest}")
    copy_journal(connection, target, only_version=version)


def _apply(connection: sqlite3.Connection, number: int, script: str) -> None:
    if _number(connection, "PRAGMA user_version") >= number:
        return
    try:
        connection.executescript(script)
    except sqlite3.Error:
        connection.rollback()
        if _number(connection, "PRAGMA user_version") < number:  # else another process was first
            raise
