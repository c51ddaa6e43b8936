"""The journal's rows in a plain form, and a journal that is made of such rows."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from desktop.domain.errors import AppError
from desktop.journal.connecting import connect
from desktop.journal.joined_journals import Row
from desktop.journal.merge_rules import KNOWN_TABLES, OWN

LIBRARY_TABLES = tuple(sorted(KNOWN_TABLES - OWN))
"""All tables but that which is of one journal only."""

_NUMBERED = frozenset(("reveals", "draft_history"))
"""Their ids count rows of one journal and mean nothing in another; they keep the order of time."""


def read_rows(connection: sqlite3.Connection, table: str) -> Iterator[Row]:
    """Yield the rows of a table, in an order that is the same for the same rows."""
    names = _columns(connection, table)
    listed = ", ".join(names)
    for row in connection.execute(f"SELECT {listed} FROM {table} ORDER BY {listed}"):  # noqa: S608 – ours
        yield dict(zip(names, row, strict=True))


def is_empty(path: Path) -> bool:
    """Whether a journal has no row that a library would hold."""
    with closing(connect(path)) as connection:
        return not any(
            connection.execute(f"SELECT EXISTS (SELECT 1 FROM {table})").fetchone()[0]  # noqa: S608 – ours
            for table in LIBRARY_TABLES
        )


def fill_journal(path: Path, rows: Iterable[tuple[str, Row]]) -> Counter[str]:
    """Put rows by their tables into an empty journal, made if need be; how many by table.

    All are put in or none. Raises AppError for rows no journal has.
    """
    filled: Counter[str] = Counter()
    with closing(connect(path)) as connection:
        columns = {table: _columns(connection, table) for table in LIBRARY_TABLES}
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("PRAGMA defer_foreign_keys = ON")
        table = ""
        try:
            for table, row in rows:
                if table not in columns or set(row) != set(columns[table]):
                    raise _damaged(table)
                _insert(connection, table, row)
                filled[table] += 1
            connection.execute("COMMIT")
        except (sqlite3.Error, OverflowError, UnicodeEncodeError) as error:
            raise _damaged(table) from error
    return filled


def _insert(connection: sqlite3.Connection, table: str, row: Row) -> None:
    names, marks = ", ".join(row), ", ".join("?" * len(row))
    values: list[Any] = list(row.values())
    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", values)  # noqa: S608 – ours


def _columns(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    found = connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
    return tuple(name for (name,) in found if not (table in _NUMBERED and name == "id"))


def _damaged(table: str) -> AppError:
    return AppError(
        f"What the library says of {table.replace('_', ' ')} is damaged, or from a newer "
        "Greenroom. Nothing was taken in.",
        "Export the library again, or install the newest Greenroom.",
    )
