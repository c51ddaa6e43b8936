"""Taking in a whole library: what is new is added, nothing is doubled."""

import json
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from desktop.domain.errors import AppError
from desktop.files import replace_file
from desktop.journal.library_rows import fill_journal, is_empty
from desktop.services.export_library import BYTES
from desktop.services.library_manifest import (
    FILES,
    LIBRARY,
    LibraryManifest,
    check_library,
    digest_of,
    read_library_manifest,
)
from desktop.services.merge_journals import MergedJournal, merge_journals
from desktop.settings.folders import Folders


@dataclass(frozen=True, slots=True)
class ImportedLibrary:
    """What came new; `kept` are files that are here already with other content."""

    merged: MergedJournal
    files: tuple[str, ...]
    kept: tuple[str, ...]

    def __str__(self) -> str:
        told = [str(self.merged)]
        if self.files:
            count = len(self.files)
            told.append("1 file came new." if count == 1 else f"{count:,} files came new.")
        if self.kept:
            told.append(f"Yours stay as they are: {', '.join(self.kept)}.")
        return " ".join(told)


def import_library(folder: Path, folders: Folders, now: datetime) -> ImportedLibrary:
    """Add a library to the one here; raises AppError with nothing taken in if it is damaged.

    It becomes a journal of its own first, and is then put into an empty one as it is, or merged;
    files that are here already stay.
    """
    manifest = read_library_manifest(folder)
    check_library(folder, manifest)
    folders.cache.mkdir(parents=True, exist_ok=True)
    folders.data.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="library-", dir=folders.cache) as scratch:
        journal = Path(scratch) / "journal.sqlite"
        fill_journal(journal, _rows(folder, manifest))
        if is_empty(folders.journal):
            added_rows = fill_journal(folders.journal, _rows(folder, manifest))
            merged = MergedJournal(dict(added_rows), bool(added_rows), None)
        else:
            merged = merge_journals(folders.journal, journal, now, folders.cache)
    added: list[str] = []
    kept: list[str] = []
    for name, digest in manifest.files.items():
        target = folders.data / name
        if not target.exists():
            replace_file(target, (folder / LIBRARY / FILES / name).read_bytes())
            added.append(name)
        elif digest_of(target) != digest:
            kept.append(name)
    return ImportedLibrary(merged, tuple(added), tuple(kept))


def _rows(folder: Path, manifest: LibraryManifest) -> Iterator[tuple[str, dict[str, Any]]]:
    for table in manifest.tables:
        with (folder / LIBRARY / f"{table}.jsonl").open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                yield table, _row(line, table, number)


def _row(line: str, table: str, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line)
        return {name: _value(value) for name, value in row.items()}
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise AppError(
            f"Line {number} of {table}.jsonl is damaged. Nothing was taken in.",
            "Export the library again, or choose another folder.",
        ) from error


def _value(value: object) -> object:
    if isinstance(value, dict):
        return b64decode(value[BYTES], validate=True)
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(value)
