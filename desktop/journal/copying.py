"""Copying a journal so that a file of the copy's name is always whole."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from shutil import disk_usage

from desktop.domain.errors import AppError
from desktop.files import make_folder, sync_file, sync_folder
from desktop.journal.faults import faults_in_plain_words
from desktop.journal.inspection import check_soundness

ROOM_LEFT = 2_000_000
"""Bytes that a copy leaves free on the disk: drafts matter more than backups."""

UNFINISHED = ".part"


def copy_journal(
    source: sqlite3.Connection, target: Path, *, only_version: int | None = None
) -> None:
    """Copy a journal to `target`: written beside, checked, forced to disk and then renamed.

    With `only_version` a journal that has become another meanwhile is not kept. Raises AppError
    when the disk refuses or the journal is damaged; nothing of the copy stays then.
    """
    beside = target.with_name(f".{target.name}.{os.urandom(4).hex()}{UNFINISHED}")
    try:
        make_folder(target.parent)
        _need_room(source, target)
        try:
            with faults_in_plain_words(target):
                version = _write(source, beside)
            if only_version not in (None, version):
                return
            sync_file(beside)
            beside.replace(target)
        finally:
            for end in ("", "-journal"):
                beside.with_name(beside.name + end).unlink(missing_ok=True)
        sync_folder(target.parent)
    except OSError as error:
        raise AppError(
            f"The copy {target.name} could not be written: {error.strerror or error}. "
            "The journal is untouched.",
            f"Check that {target.parent} exists, has room, and may be written to.",
        ) from error


def _write(source: sqlite3.Connection, path: Path) -> int:
    with closing(sqlite3.connect(path, isolation_level=None)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        return check_soundness(copy, path)


def _need_room(source: sqlite3.Connection, target: Path) -> None:
    (pages,) = source.execute("PRAGMA page_count").fetchone()
    (page_size,) = source.execute("PRAGMA page_size").fetchone()
    free = disk_usage(target.parent).free
    if free < pages * page_size + ROOM_LEFT:
        raise AppError(
            f"There is no room for a copy of the journal in {target.parent}; "
            "the journal is untouched.",
            "Make some room on that disk.",
        )
