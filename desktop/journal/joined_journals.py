"""Two journals on one connection: ours as `main`, theirs as `other`."""

import sqlite3
from collections.abc import Iterable
from typing import Any

Row = dict[str, Any]


class JoinedJournals:
    """Reads rows of both and writes into ours; `other` is never written."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def do(self, sql: str, *values: object) -> None:
        """Run one statement."""
        self._connection.execute(sql, values)

    def columns(self, table: str) -> tuple[str, ...]:
        """The names of a table's columns."""
        found = self._connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
        return tuple(name for (name,) in found)

    def ours(self, table: str) -> list[Row]:
        """All rows of a table here."""
        return self.rows(f"SELECT * FROM main.{table}")  # noqa: S608 – ours

    def both(self, table: str) -> list[Row]:
        """All rows of a table here and there; those that are the same twice."""
        return [*self.ours(table), *self.rows(f"SELECT * FROM other.{table}")]  # noqa: S608 – ours

    def rows(self, sql: str, *values: object) -> list[Row]:
        """The rows of a query by the names of their columns."""
        cursor = self._connection.execute(sql, values)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]

    def put(self, table: str, rows: Iterable[Row], key: tuple[str, ...]) -> None:
        """Let a table hold just these rows; what is so already is not touched."""
        wanted = {as_sortable(row): row for row in rows}
        before = {as_sortable(row): row for row in self.ours(table)}
        where = " AND ".join(f"{column} IS ?" for column in key)
        for content in before.keys() - wanted.keys():
            self.do(f"DELETE FROM main.{table} WHERE {where}", *(before[content][c] for c in key))  # noqa: S608 – ours
        for content, row in wanted.items():
            if content not in before:
                self.insert(table, row)

    def insert(self, table: str, row: Row) -> None:
        """Add a row."""
        names, marks = ", ".join(row), ", ".join("?" * len(row))
        self.do(f"INSERT INTO main.{table} ({names}) VALUES ({marks})", *row.values())  # noqa: S608 – ours


def as_sortable(row: Row) -> tuple[tuple[str, bool, Any], ...]:
    """A row as a value that can be compared with those of the same table, NULLs too."""
    return tuple(
        (name, value is not None, 0 if value is None else value)
        for name, value in sorted(row.items())
    )
