"""What happens when the journal turns out to be damaged: the newest good backup goes on."""

from datetime import datetime
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from desktop.domain.backup_thinning import Backup
from desktop.domain.errors import AppError
from desktop.journal.backups import Backups
from desktop.journal.inspection import inspect_journal
from desktop.journal.journal import Journal
from desktop.journal.replacing import replace_journal
from desktop.journal.salvage import salvage


def recover_journal(journal: Path, now: datetime) -> str:
    """Replace a damaged journal by its newest good backup and what can still be read of it.

    Returns what the person is to be told; "" where there is neither, and nothing was done. The
    damaged file is kept.
    """
    try:
        return _recover(journal, now)
    except OSError as error:
        raise AppError(
            f"The damaged journal {journal} could not be mended: {error.strerror or error}. "
            "It is as it was.",
            f"Check that {journal.parent} has room and may be written to.",
        ) from error


def _recover(journal: Path, now: datetime) -> str:
    good = _find_good(journal)
    with TemporaryDirectory(prefix="recover-", dir=journal.parent) as name:
        folder = Path(name)
        empty, saved = folder / "empty.sqlite", folder / "saved.sqlite"
        Journal.open(empty).close()
        going_on = good.path if good else empty
        salvage(_copy(journal, folder), going_on, saved)
        rescued = inspect_journal(saved)
        if good is None and not rescued.attempts and not rescued.drafts:
            return ""
        kept = replace_journal(journal, going_on, now, "damaged")
        with Journal.open(journal) as recovered:
            added = recovered.merge(saved).added
    return _told(good, added, kept)


def _find_good(journal: Path) -> Backup | None:
    for backup in Backups(journal).all():
        try:
            inspect_journal(backup.path)
        except AppError:
            continue
        return backup
    return None


def _copy(journal: Path, folder: Path) -> Path:
    copy = folder / "damaged.sqlite"
    copyfile(journal, copy)
    wal = journal.with_name(f"{journal.name}-wal")
    if wal.exists():
        copyfile(wal, copy.with_name(f"{copy.name}-wal"))
    return copy


def _told(good: Backup | None, added: dict[str, int], kept: Path | None) -> str:
    saved = [
        f"{count} {noun if count == 1 else noun + 's'}"
        for noun, count in (
            ("answer", added.get("attempts", 0)),
            ("draft", added.get("drafts", 0)),
        )
        if count
    ]
    rescued = " and ".join(saved)
    if good is None:
        return (
            f"The journal was damaged and there is no backup; {rescued} could be saved from it, "
            f"the rest is lost. The damaged file is kept as {kept}."
        )
    when = f"{good.made_at.astimezone():%d %B %Y, %H:%M}".lstrip("0")
    lost = f" except for {rescued} that could be saved" if rescued else ""
    return (
        f"The journal was damaged, so the backup of {when} goes on; what came after it is lost"
        f"{lost}. The damaged file is kept as {kept}."
    )
