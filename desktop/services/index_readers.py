"""Connections to the index, lent out for one piece of work at a time."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from functools import wraps
from pathlib import Path
from typing import NamedTuple, ParamSpec, TypeVar

from desktop.search.index import discard_index, open_index
from desktop.search.index_connection import IndexConnection
from desktop.search.index_faults import IndexDamagedError, SearchCancelledError
from desktop.services.search_turn import SearchTurn

P = ParamSpec("P")
T = TypeVar("T")


class IndexReaders:
    """Opens as many connections as work runs at once, and keeps them for the next."""

    def __init__(self, index: Path) -> None:
        self._index = index
        self._idle: list[_Reader] = []

    @contextmanager
    def connection(self, turn: SearchTurn | None = None) -> Iterator[IndexConnection]:
        """A connection to read with; raises SearchCancelledError once the turn is given up.

        One that failed is closed, and a damaged index is thrown away before its
        IndexDamagedError is passed on; see `once_more_if_damaged`.
        """
        reader = self._take()
        try:
            with turn.running(reader.connection) if turn else nullcontext():
                yield reader.connection
        except SearchCancelledError:
            self._idle.append(reader)
            raise
        except BaseException as error:
            reader.connection.close()
            if isinstance(error, IndexDamagedError) and reader.file_number == self._file_number():
                discard_index(self._index)
            raise
        self._idle.append(reader)

    def _take(self) -> "_Reader":
        file_number = self._file_number()
        while self._idle:
            reader = self._idle.pop()
            if reader.file_number == file_number:
                return reader
            reader.connection.close()  # another file has taken the index's place
        connection = open_index(self._index).connect()
        return _Reader(connection, self._file_number())

    def _file_number(self) -> int:
        try:
            return self._index.stat().st_ino
        except OSError:  # the index is about to be made
            return 0


def once_more_if_damaged(ask: Callable[P, T]) -> Callable[P, T]:
    """Ask a second time where the index turned out damaged: then a new, empty one answers."""

    @wraps(ask)
    def asked(*arguments: P.args, **named: P.kwargs) -> T:
        try:
            return ask(*arguments, **named)
        except IndexDamagedError:
            return ask(*arguments, **named)

    return asked


class _Reader(NamedTuple):
    """A connection, and the number by which the file system knows its file."""

    connection: IndexConnection
    file_number: int
