"""What can go wrong with the index, which is derived: nothing of the person's is ever lost."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.domain.errors import AppError

_PRIMARY_CODE = 0xFF
"""SQLite's extended error codes carry the primary one in the low byte."""

_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)

_WORDS = {
    sqlite3.SQLITE_FULL: (
        "The disk is full, so the search index cannot grow; questions and answers are safe.",
        "Make some room, then go on.",
    ),
    sqlite3.SQLITE_IOERR: (
        "The search index {path} could not be read or written; questions and answers are safe.",
        "Check the disk, then start Greenroom again.",
    ),
    sqlite3.SQLITE_BUSY: (
        "Another program holds the search index {path}; nothing was changed.",
        "Close the other program, then try again.",
    ),
    sqlite3.SQLITE_READONLY: (
        "The search index {path} may only be read; questions and answers are safe.",
        "Allow writing to the file and its folder, or choose another folder with --data DIR.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "The search index {path} cannot be opened; questions and answers are safe.",
        "Check that its folder may be written to, or choose another folder with --data DIR.",
    ),
}


class SearchCancelledError(Exception):
    """A search that was cancelled while it ran; its result is not wanted any more."""


class IndexDamagedError(Exception):
    """The index file is damaged: discard the index, open it again and fill it anew."""


@contextmanager
def index_faults(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into ours; a fault of our own statements passes as it is."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE
        if code == sqlite3.SQLITE_INTERRUPT:
            raise SearchCancelledError from error
        if code in _DAMAGED:
            raise IndexDamagedError(str(path)) from error
        if code not in _WORDS:
            raise
        message, hint = _WORDS[code]
        raise AppError(message.format(path=path), hint) from error
