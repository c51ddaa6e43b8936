"""Noticing that a journal is damaged."""

import sqlite3
from contextlib import closing
from pathlib import Path

from desktop.journal.faults import is_damage
from desktop.journal.migrate import APPLICATION_ID

AT_ONCE_BYTES = 4_000_000
"""A journal of this size is checked in some milliseconds; a larger one after the first paint."""

VERSIONS_TO_COME = 1000
"""No journal of a newer Greenroom has such a number; a damaged one may."""

_TEXTS = "SELECT text FROM drafts UNION ALL SELECT text FROM attempts"


def is_damaged(journal: Path, at_most_bytes: int | None = None) -> bool:
    """Whether a journal's bytes are not as SQLite wrote them; nothing is changed about it.

    Of one with more than `at_most_bytes` only the beginning is looked at.
    """
    if not journal.exists():
        return False
    is_large = at_most_bytes is not None and journal.stat().st_size > at_most_bytes
    uri = f"{journal.absolute().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as connection:
            if is_large:
                connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
                return False
            return _is_odd(connection)
    except UnicodeDecodeError:
        return True
    except sqlite3.Error as error:
        return is_damage(error)


def _is_odd(connection: sqlite3.Connection) -> bool:
    (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok" or connection.execute("PRAGMA foreign_key_check").fetchone():
        return True
    for _ in connection.execute(_TEXTS):
        pass  # a text that is none raises
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return application != APPLICATION_ID or not 0 < version < VERSIONS_TO_COME
