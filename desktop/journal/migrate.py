"""Bringing a journal file to the form this Greenroom knows."""

import sqlite3
from contextlib import closing
from pathlib import Path

from desktop.domain.errors import AppError
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
    version = _version_of(connection)
    if version > newest:
        raise _newer(connection, path)
    if _is_foreign(connection, version):
        raise not_a_journal(path)
    if version == newest:
        return
    if version > 0:
        _back_up(connection, version, path.with_name(f"{path.stem}.before-{newest}{path.suffix}"))
    for number in range(version + 1, newest + 1):
        _apply(connection, number, scripts[number].read_text(encoding="utf-8"))


def _version_of(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _is_foreign(connection: sqlite3.Connection, version: int) -> bool:
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    if application_id == _APPLICATION_ID:
        return False
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    return version > 0 or application_id != 0 or tables > 0


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
        is_as_before = _version_of(copy) == version
    if is_as_before:
        unfinished.replace(backup)
    else:  # another process migrated meanwhile and made the backup
        unfinished.unlink()


def _apply(connection: sqlite3.Connection, number: int, script: str) -> None:
    if _version_of(connection) >= number:
        return
    try:
        connection.executescript(script)
    except sqlite3.Error:
        connection.rollback()
        if _version_of(connection) < number:  # else another process was first
            raise
