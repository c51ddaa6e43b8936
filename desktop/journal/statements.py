"""Running SQL on the journal: reading rows, and writing in transactions that are told."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from desktop.journal.faults import faults_in_plain_words
from desktop.journal.journal_change import ChangeKind, ChangeListener, JournalChange


class Statements:
    """Reads rows over one connection."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """All rows of a query; raises AppError for what the person can mend."""
        with faults_in_plain_words(self._path):
            return self._connection.execute(sql, values).fetchall()


class Transactions(Statements):
    """Writes over one connection; each transaction is told to the listeners after its commit."""

    def __init__(
        self, connection: sqlite3.Connection, path: Path, listeners: Iterable[ChangeListener]
    ) -> None:
        super().__init__(connection, path)
        self._listeners = tuple(listeners)

    def do(self, sql: str, *values: object) -> int:
        """Run one statement and return how many rows it changed."""
        return self._connection.execute(sql, values).rowcount

    @contextmanager
    def writing(self, question_key: str | None = None) -> Iterator[set[ChangeKind]]:
        """A transaction; what is put into the set it yields is told, of that question."""
        changed: set[ChangeKind] = set()
        with faults_in_plain_words(self._path):
            self.do("BEGIN IMMEDIATE")
            try:
                yield changed
                self.do("COMMIT")
            except BaseException:
                if self._connection.in_transaction:  # SQLite ends it itself on a full disk
                    self.do("ROLLBACK")
                raise
        if changed:
            change = JournalChange(frozenset(changed), question_key)
            for tell in self._listeners:
                tell(change)
