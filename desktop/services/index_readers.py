"""Connections to the index, lent out for one piece of work at a time."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from desktop.search.index import open_index
from desktop.search.index_connection import IndexConnection
from desktop.search.index_faults import SearchCancelledError
from desktop.services.search_turn import SearchTurn


class IndexReaders:
    """Opens as many connections as work runs at once, and keeps them for the next."""

    def __init__(self, index: Path) -> None:
        self._index = index
        self._idle: list[IndexConnection] = []

    @contextmanager
    def connection(self, turn: SearchTurn | None = None) -> Iterator[IndexConnection]:
        """A connection to read with; raises SearchCancelledError once the turn is given up.

        One that failed is closed, so that an index made anew is opened anew.
        """
        lent = self._take()
        try:
            with turn.running(lent) if turn else nullcontext():
                yield lent
        except SearchCancelledError:
            self._idle.append(lent)
            raise
        except BaseException:
            lent.close()
            raise
        self._idle.append(lent)

    def _take(self) -> IndexConnection:
        try:
            return self._idle.pop()
        except IndexError:
            return open_index(self._index).connect()
