"""Which files changed since they were indexed."""

from collections.abc import Collection, Iterable, Iterator

from desktop.search.index_connection import IndexConnection
from desktop.search.indexed_document import FileStamp

_TABLES = """
CREATE TEMP TABLE present (path PRIMARY KEY, id, size, mtime_ns) WITHOUT ROWID;
CREATE INDEX temp.present_id ON present (id);
CREATE TEMP TABLE vanished (path PRIMARY KEY, id) WITHOUT ROWID;
CREATE TEMP TABLE affected (id PRIMARY KEY) WITHOUT ROWID;
"""
_NO_TABLES = "".join(
    f"DROP TABLE IF EXISTS temp.{name};" for name in ("present", "vanished", "affected")
)

_VANISHED = """
INSERT OR IGNORE INTO temp.vanished
SELECT path, id FROM files WHERE NOT EXISTS (
    SELECT 1 FROM temp.present WHERE present.path = files.path
)
"""
_WITHIN = " AND (path = ?1 OR path >= ?1 || '/' AND path < ?1 || '0')"
"""At a path or below it; "0" comes right after "/"."""

_AFFECTED = """
INSERT OR IGNORE INTO temp.affected
SELECT present.id FROM temp.present LEFT JOIN files USING (path)
WHERE files.size IS NOT present.size OR files.mtime_ns IS NOT present.mtime_ns
UNION SELECT id FROM temp.vanished
"""
_NEXT_IDS = "SELECT id FROM temp.affected WHERE id > ? ORDER BY id LIMIT ?"
_OF_IDS = """
WITH wanted AS (SELECT id FROM temp.affected WHERE id >= ? AND id <= ?)
SELECT path, size, mtime_ns FROM temp.present WHERE id IN wanted
UNION SELECT path, size, mtime_ns FROM files
WHERE id IN wanted AND NOT EXISTS (
    SELECT 1 FROM temp.present WHERE present.path = files.path
)
ORDER BY path
"""


class FileChanges:
    """Compares files that are there with those indexed, in SQLite, so that no list is held.

    What one file of an id is to the app depends on the others of that id; so they are handed out
    together when one of them is new, has another size or time, or is gone. The tables it needs
    live on the connection until `close`.
    """

    def __init__(
        self,
        connection: IndexConnection,
        present: Iterable[FileStamp],
        within: Collection[str] = (),
    ) -> None:
        """Compare all files, or those at or below some paths."""
        self._connection = connection
        connection.run_script(_NO_TABLES + _TABLES)
        connection.run_many(
            "INSERT OR REPLACE INTO temp.present VALUES (?, ?, ?, ?)",
            ((stamp.path, stamp.id, stamp.size, stamp.mtime_ns) for stamp in present),
        )
        if within:
            for place in within:
                connection.run(_VANISHED + _WITHIN, (place,))
        else:
            connection.run(_VANISHED)
        connection.run(_AFFECTED)

    @property
    def count(self) -> int:
        """How many ids are affected."""
        return self._number("SELECT count(*) FROM temp.affected")

    def vanished(self) -> list[str]:
        """The paths of files that are gone; take them out before the batches."""
        return [path for (path,) in self._connection.rows("SELECT path FROM temp.vanished")]

    def batches(self, size: int) -> Iterator[list[FileStamp]]:
        """Yield all files of so many affected ids at a time."""
        last = ""
        while ids := self._connection.rows(_NEXT_IDS, (last, size)):
            first, last = ids[0][0], ids[-1][0]
            rows = self._connection.rows(_OF_IDS, (first, last))
            yield [FileStamp(*row) for row in rows]

    def close(self) -> None:
        """Drop the tables."""
        self._connection.run_script(_NO_TABLES)

    def _number(self, statement: str) -> int:
        ((number,),) = self._connection.rows(statement)
        return int(number)
