"""What SQLite refuses, in plain words."""

import shutil
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.domain.errors import AppError, DiskFullError

_PRIMARY_CODE = 0xFF
"""SQLite's extended error codes carry the primary one in the low byte."""

_DAMAGE = frozenset((sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB))
_WORDS_OF_DAMAGE = ("Could not decode to UTF-8", "unsupported file format")
"""What is said, without a code of its own, of text whose bytes are none and of an odd header."""

_HARDLY_ANY_BYTES = 65_536
"""With less room than this SQLite cannot even share its log, and calls that an I/O error."""

_CHOOSE_FOLDER = "or choose another folder with --data DIR."
_GO_ON = (
    "Start Greenroom's window anew, which goes on with the newest good backup, "
    "or put one in its place with greenroom restore FILE."
)
_MOVE_ASIDE = (
    "Put a backup in its place with greenroom restore FILE, "
    "or move it aside to start a new journal."
)

_WORDS = {
    sqlite3.SQLITE_FULL: (
        "The disk is full, so the last change is not in the journal yet; all before it is safe.",
        "Your text is safe in this window: keep it open, make some room, then go on.",
    ),
    sqlite3.SQLITE_IOERR: (
        "The journal {path} could not be read or written; all saved before is safe.",
        "Your text is safe in this window: keep it open, check the disk, then go on.",
    ),
    sqlite3.SQLITE_BUSY: (
        "Another program holds the journal {path}; nothing was changed.",
        "Close the other program, then try again.",
    ),
    sqlite3.SQLITE_READONLY: (
        "The journal {path} may only be read; nothing was changed.",
        f"Allow writing to the file and its folder, {_CHOOSE_FOLDER}",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "The journal {path} cannot be opened; nothing was changed.",
        f"Check that its folder exists and may be written to, {_CHOOSE_FOLDER}",
    ),
    sqlite3.SQLITE_NOTADB: (
        "The file {path} is not a journal; nothing was changed.",
        _MOVE_ASIDE,
    ),
    sqlite3.SQLITE_CORRUPT: (
        "The journal {path} is damaged; nothing was changed.",
        _GO_ON,
    ),
}
_SAME_WORDS = {
    sqlite3.SQLITE_LOCKED: sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_PERM: sqlite3.SQLITE_CANTOPEN,
}


@contextmanager
def faults_in_plain_words(path: Path) -> Iterator[None]:
    """Turn what the person can mend into AppError; a fault of ours passes as it is."""
    try:
        yield
    except (zlib.error, UnicodeDecodeError) as error:  # also in what SQLite says of damage
        raise damaged(path) from error
    except sqlite3.Error as error:
        if str(error).startswith(_WORDS_OF_DAMAGE):
            raise damaged(path) from error
        code = _primary_code(error)

        code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE
        if code == sqlite3.SQLITE_IOERR and _is_room_gone(path):
            code = sqlite3.SQLITE_FULL
        words = _WORDS.get(_SAME_WORDS.get(code, code))
        if words is None:
            raise
        message, hint = words
        kind = DiskFullError if code == sqlite3.SQLITE_FULL else AppError
        raise kind(message.format(path=path), hint) from error


def is_damage(error: sqlite3.Error) -> bool:
    """Whether SQLite says that a file's bytes are not as it wrote them."""
    return _primary_code(error) in _DAMAGE or str(error).startswith(_WORDS_OF_DAMAGE)


def _primary_code(error: sqlite3.Error) -> int:
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & _PRIMARY_CODE


def _is_room_gone(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _HARDLY_ANY_BYTES
    except OSError:
        return False


def not_a_journal(path: Path) -> AppError:
    """The error for a file that some other program made."""
    message, hint = _WORDS[sqlite3.SQLITE_NOTADB]
    return AppError(message.format(path=path), hint)


def damaged(path: Path) -> AppError:
    """The error for a journal whose bytes are not as SQLite wrote them."""
    message, hint = _WORDS[sqlite3.SQLITE_CORRUPT]
    return AppError(message.format(path=path), hint)


def attempt_is_gone() -> AppError:
    """The error for a write about an attempt that is not there any more."""
    return AppError(
        "This attempt is no longer in the journal; nothing was changed.",
        "It was in the bin for 30 days, or another window removed it.",
    )
