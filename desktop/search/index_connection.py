"""One connection to the index."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from desktop.search.index_faults import index_faults

PATIENCE_S = 5.0
"""How long a write waits for another process (the command line beside the window)."""

_SETTINGS = """
PRAGMA synchronous = NORMAL;
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -4000;
PRAGMA journal_size_limit = 16000000;
"""

Row = tuple[Any, ...]


class IndexConnection:
    """Runs statements on the index; any thread may use it, but only one at a time.

    All methods raise SearchCancelledError, IndexDamagedError, or AppError for what the person
    can mend, such as a full disk.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with index_faults(path):
            self._connection = sqlite3.connect(
                path, timeout=PATIENCE_S, isolation_level=None, check_same_thread=False
            )
            try:
                self._connection.executescript(_SETTINGS)
            except BaseException:
                self._connection.close()
                raise

    def rows(self, statement: str, values: Sequence[Any] = ()) -> list[Row]:
        """All rows of a statement."""
        with index_faults(self.path):
            return self._connection.execute(statement, values).fetchall()

    def find_row(self, statement: str, values: Sequence[Any] = ()) -> Row | None:
        """The first row of a statement, None if it has none."""
        with index_faults(self.path):
            row: Row | None = self._connection.execute(statement, values).fetchone()
            return row

    def insert(self, statement: str, values: Sequence[Any]) -> int:
        """Run an INSERT; return the id of the new row."""
        with index_faults(self.path):
            return self._connection.execute(statement, values).lastrowid or 0

    def run(self, statement: str, values: Sequence[Any] = ()) -> None:
        """Run a statement that changes something."""
        with index_faults(self.path):
            self._connection.execute(statement, values)

    def run_many(self, statement: str, values: Iterable[Sequence[Any]]) -> None:
        """Run a statement once for each sequence of values."""
        with index_faults(self.path):
            self._connection.executemany(statement, values)

    def run_script(self, script: str) -> None:
        """Run statements that take no values; a transaction that is open is committed first."""
        with index_faults(self.path):
            self._connection.executescript(script)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write all that is done within, or nothing of it."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            if self._connection.in_transaction:
                self.run("ROLLBACK")
            raise
        self.run("COMMIT")

    def cancel(self) -> None:
        """Make the statement running in another thread raise SearchCancelledError, if one is."""
        self._connection.interrupt()

    def close(self) -> None:
        """Close the connection; nothing may be asked of it afterwards."""
        self._connection.close()
