"""Which files changed since they were indexed."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.search.index_connection import IndexConnection
from desktop.search.indexed_document import FileStamp


@dataclass(frozen=True, slots=True)
class FileChanges:
    """Paths to read again, because they are new or have another size or time, and paths gone."""

    changed: tuple[str, ...]
    vanished: tuple[str, ...]


def find_changes(connection: IndexConnection, present: Iterable[FileStamp]) -> FileChanges:
    """Compare the files that are there with those indexed, in SQLite, so that no list is held."""
    connection.run("DROP TABLE IF EXISTS temp.present")
    connection.run("CREATE TEMP TABLE present (path PRIMARY KEY, size, mtime_ns) WITHOUT ROWID")
    try:
        connection.run_many(
            "INSERT OR REPLACE INTO temp.present VALUES (?, ?, ?)",
            ((stamp.path, stamp.size, stamp.mtime_ns) for stamp in present),
        )
        changed = connection.rows(
            "SELECT present.path FROM temp.present LEFT JOIN files USING (path)"
            " WHERE files.size IS NOT present.size OR files.mtime_ns IS NOT present.mtime_ns"
        )
        vanished = connection.rows(
            "SELECT path FROM files WHERE path NOT IN (SELECT path FROM temp.present)"
        )
    finally:
        connection.run("DROP TABLE IF EXISTS temp.present")
    return FileChanges(_paths(changed), _paths(vanished))


def _paths(rows: Iterable[tuple[str]]) -> tuple[str, ...]:
    return tuple(path for (path,) in rows)
