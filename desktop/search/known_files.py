"""What the index knows of the files of questions."""

from collections.abc import Collection, Iterable

from desktop.search.index_connection import IndexConnection

_COUNT_WITHIN = """
SELECT count(*) FROM files WHERE path = ?1 OR path >= ?1 || '/' AND path < ?1 || '0'
"""
_KEY = "SELECT key FROM documents WHERE path = ?"


class KnownFiles:
    """Looks up paths and keys as they were when they were indexed."""

    def __init__(self, connection: IndexConnection) -> None:
        self._connection = connection

    def count(self, within: Collection[str] = ()) -> int:
        """How many files there are, or how many of them at or below some paths."""
        if not within:
            return self._number("SELECT count(*) FROM files")
        return sum(self._number(_COUNT_WITHIN, place) for place in within)

    def paths(self, file_id: str) -> list[str]:
        """The paths of all files of an id."""
        rows = self._connection.rows("SELECT path FROM files WHERE id = ?", (file_id,))
        return [path for (path,) in rows]

    def keys(self, paths: Iterable[str]) -> set[str]:
        """The keys of the questions listed from these files."""
        return {key for path in paths for (key,) in self._connection.rows(_KEY, (path,))}

    def find_later_key(self, key: str) -> str | None:
        """The key of the question that says it had this one before, if none has it now."""
        row = self._connection.find_row(
            "SELECT key FROM former_keys WHERE former = ?1"
            " AND NOT EXISTS (SELECT 1 FROM documents WHERE key = ?1) ORDER BY key LIMIT 1",
            (key,),
        )
        return None if row is None else str(row[0])

    def _number(self, statement: str, *values: str) -> int:
        ((number,),) = self._connection.rows(statement, values)
        return int(number)
