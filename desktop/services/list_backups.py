"""The backups with what is in each."""

from pathlib import Path
from typing import NamedTuple

from desktop.domain.backup_thinning import Backup
from desktop.domain.errors import AppError
from desktop.journal.backups import Backups
from desktop.journal.faults import faults_in_plain_words
from desktop.journal.inspection import JournalContents, count_contents, opened_aside


class ListedBackup(NamedTuple):
    """A backup and what is in it; None where it cannot be read."""

    backup: Backup
    contents: JournalContents | None


def list_backups(journal: Path) -> tuple[ListedBackup, ...]:
    """All backups, newest first; they are counted, not checked."""
    return tuple(ListedBackup(one, _find_contents(one.path)) for one in Backups(journal).all())


def _find_contents(path: Path) -> JournalContents | None:
    try:
        with opened_aside(path) as connection, faults_in_plain_words(path):
            return count_contents(connection)
    except AppError:
        return None
