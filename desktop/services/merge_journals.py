"""Adding what another laptop's journal has."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.domain.backup_thinning import Backup
from desktop.journal.backups import Backups
from desktop.journal.inspection import copy_aside, inspect_journal
from desktop.journal.journal import Journal

_NOUNS = {
    "attempts": "attempt",
    "drafts": "draft",
    "marks": "mark",
    "mock_runs": "mock run",
    "point_reviews": "review",
    "lists": "list",
    "saved_searches": "saved search",
}
_PLURALS = {"saved search": "saved searches"}


@dataclass(frozen=True, slots=True)
class MergedJournal:
    """What came new by table, whether anything changed, and the backup made before.

    None was made of a journal that was empty.
    """

    added: dict[str, int]
    is_changed: bool
    backup: Backup | None

    def __str__(self) -> str:
        if not self.is_changed:
            return "Nothing new: all of it was here already."
        said = [
            _counted(self.added[table], noun)
            for table, noun in _NOUNS.items()
            if table in self.added
        ]
        return f"Added {', '.join(said)}." if said else "Some entries were brought up to date."


def merge_journals(journal: Path, other: Path, now: datetime, scratch: Path) -> MergedJournal:
    """Add what `other` has to the journal and duplicate nothing; `other` is never changed.

    An older one is brought up to date in a copy. Raises AppError for one that is damaged, newer
    or no journal; nothing is changed then.
    """
    inspect_journal(other)
    scratch.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="merge-", dir=scratch) as folder:
        copy = copy_aside(other, Path(folder))
        Journal.open(copy).close()
        with Journal.open(journal) as ours:
            backup = Backups(journal).make(now, "before-merge")
            report = ours.merge(copy)
    return MergedJournal(report.added, report.is_changed, backup)


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun if count == 1 else _PLURALS.get(noun, noun + 's')}"
