"""Where backups lie and how their names tell when and why they were made."""

import re
from datetime import UTC, datetime
from pathlib import Path

from desktop.domain.backup_thinning import Backup

_FORM = "%Y-%m-%dT%H-%M-%SZ"
"""UTC, without the colons that Windows forbids in names."""


def backup_folder(journal: Path) -> Path:
    """The folder of a journal's backups."""
    return journal.with_name("backups")


def backup_path(journal: Path, made_at: datetime, reason: str = "") -> Path:
    """The path of a backup made at a UTC-aware moment, for a reason of letters and hyphens."""
    name = f"{journal.stem}-{dated(made_at)}{f'-{reason}' if reason else ''}"
    return backup_folder(journal) / f"{name}{journal.suffix}"


def dated(moment: datetime) -> str:
    """A moment as it stands in names of files."""
    return moment.astimezone(UTC).strftime(_FORM)


def find_backup(journal: Path, path: Path) -> Backup | None:
    """What the name of a file tells of it, None if it is no backup of this journal."""
    stem, suffix = re.escape(journal.stem), re.escape(journal.suffix)
    found = re.fullmatch(rf"{stem}-([\dT-]+Z)(?:-([a-z0-9-]+))?{suffix}", path.name)
    if found is None:
        return None
    try:
        made_at = datetime.strptime(found[1], _FORM).replace(tzinfo=UTC)
        size = path.stat().st_size
    except (ValueError, OSError):  # no date of any calendar, or gone meanwhile
        return None
    return Backup(path, made_at, size, found[2] or "")
