"""Putting a backup in the place of the journal; what it replaces is kept."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.domain.errors import AppError
from desktop.journal.copying import copy_journal
from desktop.journal.inspection import JournalContents, inspect_journal, opened_aside
from desktop.journal.replacing import close_up, replace_journal
from desktop.services.ready_journal import RESTORE_AT_START
from desktop.services.window_lock import is_window_open


@dataclass(frozen=True, slots=True)
class RestoredBackup:
    """What the journal holds now, and where the one before is kept, if there was one."""

    contents: JournalContents
    kept: Path | None

    def __str__(self) -> str:
        before = f" The journal before is kept as {self.kept}." if self.kept else ""
        return f"Restored: {self.contents}.{before}"


def restore_backup(journal: Path, backup: Path, now: datetime) -> RestoredBackup:
    """Restore while no window is open; raises AppError for one that is not sound or newer."""
    if is_window_open(journal.parent):
        raise AppError(
            "Greenroom's window is open with this journal; nothing was changed.",
            "Close it, or restore from its menu: File, Backups.",
        )
    return _restore(journal, backup, now)


def restore_at_start(journal: Path, backup: Path) -> JournalContents:
    """Lay a copy ready that takes the journal's place at the next start of the window."""
    contents = inspect_journal(backup)
    with opened_aside(backup) as source:
        copy_journal(source, journal.with_name(RESTORE_AT_START))
    return contents


def restore_if_asked(journal: Path, now: datetime) -> RestoredBackup | None:
    """Do what `restore_at_start` laid ready, before anybody opens the journal."""
    ready = journal.with_name(RESTORE_AT_START)
    if not ready.exists():
        return None
    restored = _restore(journal, ready, now)
    ready.unlink()
    return restored


def _restore(journal: Path, backup: Path, now: datetime) -> RestoredBackup:
    if journal.exists() and backup.exists() and journal.samefile(backup):
        raise AppError(f"{backup} is the journal itself; nothing was changed.", "Name a backup.")
    contents = inspect_journal(backup)
    close_up(journal)
    return RestoredBackup(contents, replace_journal(journal, backup, now, "replaced"))
