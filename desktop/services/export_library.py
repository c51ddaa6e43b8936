"""Writing the whole library into a folder, from which another Greenroom can be filled."""

import json
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop.files import replace_file, replace_file_by
from desktop.journal.journal_reader import JournalReader
from desktop.journal.library_rows import LIBRARY_TABLES
from desktop.services.library_manifest import (
    FILES,
    KEPT_FILES,
    KEPT_FOLDERS,
    LIBRARY,
    LIBRARY_MANIFEST,
    LibraryManifest,
    digest_of,
)
from desktop.settings.folders import Folders

BYTES = "base64"
"""A value of bytes stands as an object with this one name."""


@dataclass(frozen=True, slots=True)
class ExportedLibrary:
    """How many rows of the journal and how many files were written."""

    rows: int
    files: int
    folder: Path

    def __str__(self) -> str:
        return (
            f"The whole library is in {self.folder}: {self.rows:,} entries of the journal and "
            f"{self.files:,} files. `greenroom import` takes it in."
        )


def export_library(folders: Folders, folder: Path) -> ExportedLibrary:
    """Write every row of the journal and the person's own files below `folder`/library.

    A table is a file of JSON lines. The manifest comes last, so that a folder with one is whole.
    Raises AppError if the disk refuses.
    """
    (folder / LIBRARY_MANIFEST).unlink(missing_ok=True)
    rows = 0
    tables: dict[str, str] = {}
    with JournalReader.open(folders.journal) as reader, reader.as_of_now():
        for table in LIBRARY_TABLES:
            path = folder / LIBRARY / f"{table}.jsonl"
            counting = _Counting(reader, table)
            replace_file_by(path, counting.lines)
            if counting.count:
                rows += counting.count
                tables[table] = digest_of(path)
            else:
                path.unlink()
    files = {
        name: _copy(folders.data / name, folder / LIBRARY / FILES / name)
        for name in _kept(folders.data)
    }
    replace_file(folder / LIBRARY_MANIFEST, LibraryManifest(tables, files).to_bytes())
    return ExportedLibrary(rows, len(files), folder)


class _Counting:
    """The lines of a table, counted as they are written."""

    def __init__(self, reader: JournalReader, table: str) -> None:
        self._reader = reader
        self._table = table
        self.count = 0

    def lines(self) -> Iterator[bytes]:
        self.count = 0
        for row in self._reader.rows_of(self._table):
            self.count += 1
            plain = {name: _plain(value) for name, value in row.items()}
            yield (json.dumps(plain, ensure_ascii=False) + "\n").encode()


def _plain(value: object) -> object:
    return {BYTES: b64encode(value).decode()} if isinstance(value, bytes) else value


def _kept(data: Path) -> Iterator[str]:
    """The names of the person's own files; links are passed over."""
    for name in KEPT_FILES:
        if (data / name).is_file():
            yield name
    for folder in KEPT_FOLDERS:
        for path in sorted((data / folder).rglob("*")):
            if path.is_file() and not path.is_symlink() and not path.name.startswith("."):
                yield path.relative_to(data).as_posix()


def _copy(source: Path, target: Path) -> str:
    replace_file(target, source.read_bytes())
    return digest_of(target)
