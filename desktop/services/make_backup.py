"""Making a backup that a person asks for."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.domain.errors import AppError
from desktop.journal.backups import Backups
from desktop.journal.inspection import JournalContents, inspect_journal
from desktop.journal.journal_reader import JournalReader


@dataclass(frozen=True, slots=True)
class MadeBackup:
    """Where a backup is and what is in it."""

    path: Path
    contents: JournalContents


def make_backup(journal: Path, now: datetime, file: Path | None = None) -> MadeBackup:
    """Back up to a new file, or to the folder of backups; AppError if that cannot be done."""
    if not journal.exists():
        raise AppError(f"There is no journal {journal} yet.", "Answer a question first.")
    if file is None:
        path = Backups(journal).make(now).path
        return MadeBackup(path, inspect_journal(path))
    if file.exists():
        raise AppError(f"There is a file {file} already; nothing was done.", "Name a new one.")
    with JournalReader.open(journal) as reader:
        reader.copy_to(file)
    return MadeBackup(file, inspect_journal(file))
