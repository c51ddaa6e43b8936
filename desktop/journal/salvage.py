"""Reading what can still be read of a damaged journal: answers, drafts and their histories."""

import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from desktop.domain.question_digest import question_digest
from desktop.journal.journal import Journal
from desktop.journal.timestamps import as_moment

MOST_GAPS = 1000
"""After so many rows that cannot be read there is likely nothing more."""

_MAGIC = b"SQLite format 3\0"
_PAGE_SIZE_AT = slice(16, 18)
_MODE_AT = slice(18, 20)
_IN_WAL_MODE = b"\2\2"
_PAGE_COUNT_AT = slice(28, 32)

Row = dict[str, Any]


def salvage(damaged: Path, good: Path, into: Path) -> None:
    """Put what is still readable in `damaged` into the new journal `into`.

    `damaged` is a copy that may be written; `good`, a backup of the same journal or an empty one,
    lends its first page where that of the copy is unusable, and question texts.
    """
    Journal.open(into).close()
    with closing(sqlite3.connect(into, isolation_level=None)) as target:
        _copy_table(good, target, "question_texts", _is_whole_question)
        if not _can_be_opened(damaged):
            _lend_first_page(damaged, good)
        _copy_table(damaged, target, "question_texts", _is_whole_question)
        for table, is_whole in _CHECKS.items():
            _copy_table(damaged, target, table, is_whole)
        target.execute(
            "DELETE FROM draft_history WHERE draft_id NOT IN"
            " (SELECT id FROM drafts UNION SELECT draft_id FROM attempts)"
        )


def _copy_table(
    source: Path, target: sqlite3.Connection, table: str, is_whole: Callable[[Row], bool]
) -> None:
    target.execute("PRAGMA foreign_keys = ON")
    with (
        suppress(sqlite3.Error, UnicodeDecodeError),
        closing(sqlite3.connect(source)) as connection,
    ):
        connection.text_factory = bytes
        names = [row[1].decode() for row in connection.execute(f"PRAGMA table_info({table})")]
        columns, marks = ", ".join(names), ", ".join("?" * len(names))
        add = f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({marks})"  # noqa: S608 – ours
        for values in _readable(connection, table):
            with suppress(sqlite3.Error, UnicodeDecodeError):
                row = dict(zip(names, map(_decoded, values, names), strict=True))
                if is_whole(row):
                    target.execute(add, [*row.values()])


def _readable(connection: sqlite3.Connection, table: str) -> Iterator[tuple[Any, ...]]:
    """The rows in their order; one that cannot be read is stepped over."""
    rowid, gaps = -1, 0
    while gaps < MOST_GAPS:
        try:
            for number, *values in connection.execute(
                f"SELECT rowid, * FROM {table} NOT INDEXED WHERE rowid > ? ORDER BY rowid",  # noqa: S608 – ours
                (rowid,),
            ):
                rowid = number
                yield tuple(values)
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            rowid += 1
            gaps += 1
        else:
            return


def _decoded(value: Any, name: str) -> Any:
    return value.decode() if isinstance(value, bytes) and not name.endswith("_zlib") else value


def _is_whole_question(row: Row) -> bool:
    return bool(question_digest(row["text"]) == row["digest"])


def _is_whole_attempt(row: Row) -> bool:
    return _are_moments(row["started_at"], row["sealed_at"])


def _is_whole_draft(row: Row) -> bool:
    return _are_moments(row["started_at"], row["saved_at"])


def _is_whole_copy(row: Row) -> bool:
    try:
        zlib.decompress(row["text_zlib"]).decode()
    except (zlib.error, TypeError, UnicodeDecodeError):
        return False
    return _are_moments(row["saved_at"])


def _are_moments(*values: Any) -> bool:
    try:
        return all(as_moment(value).tzinfo is not None for value in values)
    except (ValueError, TypeError):
        return False


_CHECKS: dict[str, Callable[[Row], bool]] = {
    "attempts": _is_whole_attempt,
    "drafts": _is_whole_draft,
    "draft_history": _is_whole_copy,
}


def _can_be_opened(path: Path) -> bool:
    with suppress(sqlite3.Error, UnicodeDecodeError), closing(sqlite3.connect(path)) as connection:
        found: object = connection.execute("SELECT 1 FROM sqlite_schema").fetchone()
        return found is not None
    return False


def _lend_first_page(damaged: Path, good: Path) -> None:
    """Write the first page of a backup, which names the tables, over that of a damaged copy."""
    page = bytearray(good.read_bytes()[:65536])
    size = int.from_bytes(page[_PAGE_SIZE_AT], "big")
    page = page[: 65536 if size == 1 else size]
    if not page.startswith(_MAGIC):
        return
    page[_PAGE_COUNT_AT] = bytes(4)  # as many as the file has
    if damaged.with_name(f"{damaged.name}-wal").exists():
        page[_MODE_AT] = _IN_WAL_MODE
    with damaged.open("rb+") as file:
        file.write(page)
