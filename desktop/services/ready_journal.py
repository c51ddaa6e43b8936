"""What is to be done about the journal before anybody opens it."""

from datetime import datetime
from pathlib import Path

from desktop.journal.damage import AT_ONCE_BYTES, is_damaged

RESTORE_AT_START = "restore-at-start.sqlite"
"""A backup of this name beside the journal takes its place."""

RECOVER_AT_START = "recover-at-start"
"""A file of this name beside the journal says that it was found damaged."""


def ready_journal(journal: Path, now: datetime) -> str:
    """Restore what was asked for, or recover from damage; what the person is to be told, or ""."""
    if journal.with_name(RESTORE_AT_START).exists():
        from desktop.services.restore_backup import restore_if_asked  # noqa: PLC0415 - seldom

        restored = restore_if_asked(journal, now)
        return str(restored or "")
    found_damaged = journal.with_name(RECOVER_AT_START)
    if not found_damaged.exists() and not is_damaged(journal, AT_ONCE_BYTES):
        return ""
    from desktop.services.recover_journal import recover_journal  # noqa: PLC0415 - seldom

    told = recover_journal(journal, now)
    found_damaged.unlink(missing_ok=True)
    return told


def note_damage(journal: Path) -> bool:
    """Check a journal that was too large for it at the start; the next one mends damage."""
    if not journal.exists() or journal.stat().st_size <= AT_ONCE_BYTES:
        return False
    if not is_damaged(journal):
        return False
    journal.with_name(RECOVER_AT_START).touch()
    return True
