"""One turn of searching, from one state of the query to the next."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from desktop.search.index_connection import IndexConnection
from desktop.search.index_faults import SearchCancelledError


class SearchTurn:
    """Lets all that is still searched for a query be given up when the next key comes."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._running: set[IndexConnection] = set()
        self._is_over = False

    def give_up(self) -> None:
        """Stop what runs, and let nothing of this turn begin any more; any thread may ask."""
        with self._lock:
            self._is_over = True
            for connection in self._running:
                connection.cancel()

    def check(self) -> None:
        """Raise SearchCancelledError once the turn is given up."""
        if self._is_over:
            raise SearchCancelledError

    @contextmanager
    def running(self, connection: IndexConnection) -> Iterator[None]:
        """Count a connection as searching for this turn; raises SearchCancelledError when over."""
        with self._lock:
            self.check()
            self._running.add(connection)
        try:
            yield
        finally:
            with self._lock:
                self._running.discard(connection)
