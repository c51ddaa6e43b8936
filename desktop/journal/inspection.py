"""Looking into a journal or a backup without changing anything about it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from desktop.domain.errors import AppError
from desktop.journal.faults import damaged, faults_in_plain_words, not_a_journal
from desktop.journal.migrate import refuse_foreign_and_newer
from desktop.journal.timestamps import as_moment

SIDE_FILES = ("-wal", "-shm")
"""What SQLite keeps beside a journal that is open, or that was not closed."""

_COUNTS = {
    "attempts": "SELECT count(*) FROM attempts WHERE uuid NOT IN (SELECT attempt_uuid FROM bin)",
    "drafts": "SELECT count(*) FROM drafts",
    "marks": "SELECT count(*) FROM marks",
    "mock_runs": "SELECT count(*) FROM mock_runs",
}
_MOMENTS = {
    "attempts": "SELECT max(sealed_at) FROM attempts",
    "drafts": "SELECT max(saved_at) FROM drafts",
    "marks": "SELECT max(marked_at) FROM marks",
}


@dataclass(frozen=True, slots=True)
class JournalContents:
    """What a sound journal holds, in numbers, and the moment of the last thing written in it."""

    attempts: int
    drafts: int
    marks: int
    mock_runs: int
    last_written_at: datetime | None

    def __str__(self) -> str:
        counts = {
            "attempt": self.attempts,
            "draft": self.drafts,
            "mark": self.marks,
            "mock run": self.mock_runs,
        }
        said = [f"{count:,} {noun}{'' if count == 1 else 's'}" for noun, count in counts.items()]
        return ", ".join(said)


def inspect_journal(path: Path) -> JournalContents:
    """Check a journal and count what is in it.

    Raises AppError for one that is missing, damaged, newer, or no journal at all.
    """
    with opened_aside(path) as connection, faults_in_plain_words(path):
        check_soundness(connection, path)
        return count_contents(connection)


def check_soundness(connection: sqlite3.Connection, path: Path) -> int:
    """The version of a journal; AppError for what is no sound one of a Greenroom up to this."""
    version = refuse_foreign_and_newer(connection, path)
    if version == 0:
        raise not_a_journal(path)
    found = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != ("ok",) or connection.execute("PRAGMA foreign_key_check").fetchone():
        raise damaged(path)
    return version


def count_contents(connection: sqlite3.Connection) -> JournalContents:
    """What a journal holds; an older one has no table yet for some of it."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    counts = {
        name: connection.execute(sql).fetchone()[0] if name in tables else 0
        for name, sql in _COUNTS.items()
    }
    moments = [
        connection.execute(sql).fetchone()[0] for name, sql in _MOMENTS.items() if name in tables
    ]
    last = max(filter(None, moments), default=None)
    return JournalContents(**counts, last_written_at=as_moment(last) if last else None)


@contextmanager
def opened_aside(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that reads the file as it is now and leaves no trace beside it."""
    if not path.is_file():
        raise AppError(f"There is no file {path}.", "Name a journal or a backup of one.")
    if _is_quiet(path):
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        with (
            faults_in_plain_words(path),
            closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as connection,
        ):
            yield connection
        return
    with TemporaryDirectory(prefix="greenroom-") as folder:
        copy = copy_aside(path, Path(folder))
        with (
            faults_in_plain_words(path),
            closing(sqlite3.connect(copy, isolation_level=None)) as connection,
        ):
            yield connection


def copy_aside(path: Path, folder: Path) -> Path:
    """Copy a journal, as it is now, to a folder; one that is open may be written meanwhile."""
    copy = folder / "journal.sqlite"
    try:
        if _is_quiet(path) or not _copy_open(path, copy):
            copyfile(path, copy)
            for end in SIDE_FILES[:1]:
                beside = path.with_name(path.name + end)
                if beside.exists():
                    copyfile(beside, copy.with_name(copy.name + end))
    except OSError as error:
        raise AppError(
            f"{path} cannot be read: {error.strerror or error}.",
            "Check that the file is there and may be read, and that there is room for a copy.",
        ) from error
    return copy


def _is_quiet(path: Path) -> bool:
    """Whether nothing beside the file belongs to it."""
    return not any(path.with_name(path.name + end).exists() for end in ("-wal", "-journal"))


def _copy_open(path: Path, copy: Path) -> bool:
    """Copy what other connections may be writing; False where only plain reading works."""
    try:
        with (
            closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as source,
            closing(sqlite3.connect(copy)) as target,
        ):
            source.backup(target)
    except sqlite3.Error:
        copy.unlink(missing_ok=True)
        return False
    return True
