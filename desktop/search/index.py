"""The derived index: where it is, and whether it has to be filled anew."""

from collections.abc import Callable
from contextlib import closing
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple, TypeVar

from desktop.domain.errors import AppError
from desktop.search.index_connection import IndexConnection
from desktop.search.index_faults import IndexDamagedError
from desktop.search.schema import SCHEMA, SCHEMA_VERSION

T = TypeVar("T")


class _State(Enum):
    ABSENT = auto()
    UNUSABLE = auto()
    UNFINISHED = auto()
    COMPLETE = auto()


class Index(NamedTuple):
    """An index file that is ready; `needs_rebuild` until `note_complete` was called once."""

    path: Path
    needs_rebuild: bool

    def connect(self) -> IndexConnection:
        """A new connection; readers take one each, and one writer another."""
        return IndexConnection(self.path)

    def note_complete(self) -> None:
        """Remember that every question and activity is in the index."""
        with closing(self.connect()) as connection:
            connection.run("INSERT OR REPLACE INTO notes VALUES ('complete', 'yes')")


def open_index(path: Path) -> Index:
    """The index at `path`, made new if it is missing, damaged, or of another version.

    Raises AppError if it cannot be written.
    """
    state = _look_at(path)
    if state is _State.UNUSABLE:
        discard_index(path)
    if state in (_State.UNUSABLE, _State.ABSENT):
        _create(path)
    return Index(path, needs_rebuild=state is not _State.COMPLETE)


def with_sound_index(path: Path, work: Callable[[Index], T]) -> T:
    """Do some work with the index; if it turns out damaged, once more with a new, empty one."""
    try:
        return work(open_index(path))
    except IndexDamagedError:
        discard_index(path)
        return work(open_index(path))


def discard_index(path: Path) -> None:
    """Delete the index file; raises AppError if that is not allowed."""
    try:
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
    except OSError as error:
        message = f"The search index {path} cannot be replaced; questions and answers are safe."
        raise AppError(message, "Delete it, then start Greenroom again.") from error


def _look_at(path: Path) -> _State:
    if not path.is_file():
        return _State.ABSENT
    try:
        with closing(IndexConnection(path)) as connection:
            return _state_of(connection)
    except IndexDamagedError:
        return _State.UNUSABLE


def _state_of(connection: IndexConnection) -> _State:
    if connection.rows("PRAGMA user_version") != [(SCHEMA_VERSION,)]:
        # Another process may be making it at this moment, so an empty file is not thrown away.
        has_tables = connection.find_row("SELECT 1 FROM sqlite_master") is not None
        return _State.UNUSABLE if has_tables else _State.ABSENT
    connection.find_row("SELECT id FROM orders ORDER BY title LIMIT 1")
    is_complete = connection.find_row("SELECT 1 FROM notes WHERE name = 'complete'") is not None
    return _State.COMPLETE if is_complete else _State.UNFINISHED


def _create(path: Path) -> None:
    try:
        path.parent.mkdir(exist_ok=True)  # no more: a drive that went away must not seem empty
    except OSError as error:
        message = f"The folder {path.parent} cannot be made; questions and answers are safe."
        raise AppError(message, "Choose another folder with --data DIR.") from error
    with closing(IndexConnection(path)) as connection:
        connection.run_script("PRAGMA page_size = 8192; PRAGMA journal_mode = WAL;")
        connection.run_script(SCHEMA)
