"""Connects the backups: those made in the course of time, and the dialog."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.app.parts import Parts
from desktop.domain.errors import AppError

if TYPE_CHECKING:
    from desktop.journal.inspection import JournalContents
    from desktop.services.list_backups import ListedBackup
    from desktop.ui.backup_dialog import BackupDialog


class BackupWiring(QObject):
    """Makes the dialog when it is asked for; comes last, so that the journal is closed before."""

    def __init__(self, parts: Parts, tell: Callable[[AppError], None]) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._tell = tell
        self._dialog: BackupDialog | None = None
        parts.backups.listed.connect(self._show)
        parts.backups.tested.connect(self._show_tested)
        parts.backups.restore_prepared.connect(self._tell_prepared)
        parts.backups.failed.connect(self._tell_failed)
        parts.window.first_painted.connect(self._check)
        parts.window.closing.connect(self._close)

    def open(self) -> None:
        """Show the backups."""
        from desktop.ui.backup_dialog import BackupDialog  # noqa: PLC0415 - at its first use

        backups = self._parts.backups
        self._dialog = BackupDialog(self._parts.window)
        self._dialog.test_requested.connect(backups.test)
        self._dialog.back_up_requested.connect(backups.back_up_now)
        self._dialog.restore_requested.connect(self._restore)
        self._dialog.finished.connect(self._forget)
        self._dialog.open()
        backups.read()

    def _check(self) -> None:
        """Look through a journal that was too large for it at the start."""
        work = partial(_note_damage, self._parts.folders.journal)
        self._parts.runner.run("soundness", work, self._tell_damage)

    def _tell_damage(self, is_damaged: bool) -> None:  # noqa: FBT001 - the task's result
        if is_damaged:
            self._parts.window.banner.tell(
                "The journal is damaged. At the next start the newest good backup goes on, with "
                "what can still be read; the damaged file is kept.",
                (("Quit now", self._quit), ("Later", self._parts.window.banner.hide)),
            )

    def _restore(self, listed: "ListedBackup") -> None:
        from desktop.ui.backup_words import backup_moment  # noqa: PLC0415 - when it is asked for

        if self._parts.dialogs.confirm(
            f"Restore the backup of {backup_moment(listed.backup.made_at)}?",
            "It takes the place of the journal at the next start. The journal of now is kept "
            "beside it.",
            "Restore",
        ):
            self._parts.backups.restore(listed.backup.path)

    def _show(self, listed: "tuple[ListedBackup, ...]") -> None:
        if self._dialog is not None:
            self._dialog.show_backups(listed)

    def _show_tested(self, path: Path, found: "JournalContents | AppError") -> None:
        if self._dialog is not None:
            self._dialog.show_tested(path, found)

    def _tell_prepared(self, _contents: "JournalContents") -> None:
        if self._dialog is not None:
            self._dialog.accept()
        self._parts.window.banner.tell(
            "The backup is ready and takes the journal's place at the next start.",
            (("Quit now", self._quit), ("Later", self._parts.window.banner.hide)),
        )

    def _quit(self) -> None:
        self._parts.window.close()

    def _tell_failed(self, error: AppError) -> None:
        if self._dialog is not None:
            self._dialog.tell(str(error))
        else:
            self._tell(error)

    def _close(self) -> None:
        try:
            self._parts.backups.close()
        except AppError as error:  # the window is gone; what was written is in the journal
            sys.stderr.write(f"greenroom: {error}\n")

    def _forget(self) -> None:
        self._dialog = None


def _note_damage(journal: Path) -> bool:
    from desktop.services.ready_journal import note_damage  # noqa: PLC0415 - on a worker thread

    return note_damage(journal)
