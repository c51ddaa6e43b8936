"""What is said of a backup."""

from datetime import datetime

from desktop.domain.backup_thinning import Backup

_REASONS = {
    "": "",
    "before-merge": "before a merge",
}
KB, MB = 1_000, 1_000_000


def backup_moment(made_at: datetime) -> str:
    """The day and time of a backup where the person is."""
    return f"{made_at.astimezone():%d %B %Y, %H:%M}".lstrip("0")


def backup_size(size: int) -> str:
    """The bytes of a file in words."""
    return f"{size / MB:,.1f} MB" if size >= MB else f"{max(1, round(size / KB))} KB"


def backup_reason(backup: Backup) -> str:
    """Why a backup was made, "" for those made in the course of time."""
    return _REASONS.get(backup.reason, "before an update")
