"""Putting a copy in the place of a journal, which is kept under another name."""

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from shutil import copyfile

from desktop.domain.errors import AppError
from desktop.files import sync_file, sync_folder
from desktop.journal.backup_names import dated
from desktop.journal.copying import copy_journal
from desktop.journal.faults import faults_in_plain_words, is_damage
from desktop.journal.inspection import opened_aside


def replace_journal(journal: Path, by: Path, now: datetime, word: str) -> Path | None:
    """Let a journal hold what `by` holds; returns where the old one is kept, if there was one.

    It is kept beside as `journal.WORD-DATE.sqlite`, with what SQLite had not yet put into it.
    Nobody may have the journal open. Raises AppError when `by` is not sound or the disk refuses;
    the journal is then as before.
    """
    coming = journal.with_name(f"{journal.stem}.coming{journal.suffix}")
    with opened_aside(by) as source:
        copy_journal(source, coming)
    try:
        kept = _keep(journal, now, word) if journal.exists() else None
        coming.replace(journal)
        sync_folder(journal.parent)
    except OSError as error:
        raise AppError(
            f"The journal {journal} could not be replaced: {error.strerror or error}. "
            "What it held is still there.",
            f"Check that {journal.parent} has room and may be written to.",
        ) from error
    return kept


def close_up(journal: Path) -> None:
    """Let SQLite put everything into the journal's one file; AppError while others have it open.

    A damaged journal stays as it is.
    """
    if not journal.exists():
        return
    try:
        with closing(sqlite3.connect(journal, timeout=0, isolation_level=None)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    except UnicodeDecodeError:
        return
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            with faults_in_plain_words(journal):
                raise
        return
    if journal.with_name(f"{journal.name}-wal").exists():
        raise AppError(
            f"Another program has the journal {journal} open; nothing was changed.",
            "Close it, then try again.",
        )


def _keep(journal: Path, now: datetime, word: str) -> Path:
    """A second name for the journal as it is; at no moment is there none of its own name."""
    kept = _free_name(journal, f"{word}-{dated(now)}")
    try:
        os.link(journal, kept)
    except OSError:  # a disk without links
        copyfile(journal, kept)
        sync_file(kept)
    wal, shared = (journal.with_name(journal.name + end) for end in ("-wal", "-shm"))
    if wal.exists():
        wal.replace(kept.with_name(f"{kept.name}-wal"))
    shared.unlink(missing_ok=True)
    sync_folder(journal.parent)
    return kept


def _free_name(journal: Path, words: str) -> Path:
    path = journal.with_name(f"{journal.stem}.{words}{journal.suffix}")
    number = 1
    while path.exists():
        number += 1
        path = journal.with_name(f"{journal.stem}.{words}-{number}{journal.suffix}")
    return path
