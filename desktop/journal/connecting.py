"""Opening the journal file."""

import sqlite3
from pathlib import Path

from desktop.journal.faults import faults_in_plain_words
from desktop.journal.migrate import bring_up_to_date

PATIENCE_MS = 5_000
"""How long a write waits for another process (the command line beside the window)."""


def connect(path: Path, patience_ms: int = PATIENCE_MS) -> sqlite3.Connection:
    """A connection to the journal at `path`, made or migrated if need be; belongs to its thread.

    Raises AppError when the file is no journal, newer, damaged, held by another program, or
    cannot be opened.
    """
    with faults_in_plain_words(path):
        connection = sqlite3.connect(path, timeout=patience_ms / 1000, isolation_level=None)
        try:
            bring_up_to_date(connection, path)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
        except BaseException:
            connection.close()
            raise
    return connection
