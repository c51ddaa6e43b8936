"""The backups of a journal: making them, listing them, thinning them."""

import sqlite3
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path

from desktop.domain.backup_thinning import Backup, thin_out
from desktop.journal.backup_names import backup_folder, backup_path, find_backup
from desktop.journal.copying import UNFINISHED, copy_journal
from desktop.journal.faults import faults_in_plain_words

_LEFTOVER_AFTER = timedelta(days=1)


class Backups:
    """Those of one journal, in a folder beside it."""

    def __init__(self, journal: Path) -> None:
        self._journal = journal
        self.folder = backup_folder(journal)

    def make(self, now: datetime, reason: str = "") -> Backup:
        """Make and check a backup, over a connection of its own, then thin the others.

        Raises AppError when there is no journal, it is damaged, or the disk refuses.
        """
        target = backup_path(self._journal, now, reason)
        uri = f"{self._journal.absolute().as_uri()}?mode=rw"
        with (
            faults_in_plain_words(self._journal),
            closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as source,
        ):
            copy_journal(source, target)
        made = find_backup(self._journal, target)
        assert made is not None
        self._thin(now, made)
        return made

    def all(self) -> tuple[Backup, ...]:
        """All backups, newest first."""
        if not self.folder.is_dir():
            return ()
        found = (find_backup(self._journal, path) for path in self.folder.iterdir())
        return tuple(
            sorted(
                (one for one in found if one is not None),
                key=lambda one: (one.made_at, one.path.name),
                reverse=True,
            )
        )

    def _thin(self, now: datetime, made: Backup) -> None:
        _, goes = thin_out(self.all(), now, self._journal.stat().st_size)
        for backup in goes:
            if backup != made:  # the clock may say that it is old
                backup.path.unlink(missing_ok=True)
        for left in self.folder.glob(f".*{UNFINISHED}"):
            with suppress(FileNotFoundError):  # another process has just finished it
                if now.timestamp() - left.stat().st_mtime > _LEFTOVER_AFTER.total_seconds():
                    left.unlink()
