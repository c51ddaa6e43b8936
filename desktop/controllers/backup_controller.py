"""Makes backups while the person works, and what they ask of backups."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.controllers.journal_watch import JournalWatch
from desktop.controllers.system_clock import Clock
from desktop.controllers.task_runner import TaskRunner
from desktop.domain.errors import AppError

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.journal.inspection import JournalContents
    from desktop.services.list_backups import ListedBackup

FIRST_MS = 60_000
"""From the first change after the start to a backup; not at once, for the start is busy."""

INTERVAL_MS = 30 * 60_000
MS_A_SECOND = 1000


class BackupController(QObject):
    """Backs up after changes, at most every half hour, and at the end; never on the UI thread.

    At the end there is nobody to wait for: the last backup is made on the thread that closes.
    """

    listed = Signal(object)
    tested = Signal(object, object)
    """The path of a backup, and its contents or the AppError that tells what is wrong with it."""
    restore_prepared = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        journal: Path,
        watch: JournalWatch,
        runner: TaskRunner,
        clock: Clock,
        parent: QObject | None = None,
        *,
        first_ms: int = FIRST_MS,
        interval_ms: int = INTERVAL_MS,
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._watch = watch
        self._runner = runner
        self._clock = clock
        self._first_ms = first_ms
        self._interval_ms = interval_ms
        self._made_at_s: float | None = None
        self._writes_kept = 0
        self._is_told = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._back_up)
        watch.written.connect(self._note_change)

    def close(self) -> None:
        """Make the last backup, if anything was written since the one before."""
        self._timer.stop()
        if self._watch.writes != self._writes_kept:
            _make(self._journal, self._clock.now())

    def read(self) -> None:
        """List the backups with what is in them."""
        self._runner.run("backup list", partial(_list, self._journal), self.listed.emit)

    def back_up_now(self) -> None:
        """Make a backup because the person asks for one, and list all."""
        work = partial(_make_and_list, self._journal, self._clock.now())
        self._runner.run("backup list", work, self.listed.emit, self.failed.emit)

    def test(self, backup: Path) -> None:
        """Check a backup through and through and say what is in it."""
        told = partial(self.tested.emit, backup)
        self._runner.run("backup test", partial(_inspect, backup), told, told)

    def restore(self, backup: Path) -> None:
        """Lay a checked copy ready that takes the journal's place at the next start."""
        work = partial(_prepare, self._journal, backup)
        self._runner.run("backup restore", work, self.restore_prepared.emit, self.failed.emit)

    def _note_change(self) -> None:
        if not self._timer.isActive():
            self._timer.start(self._wait_ms())

    def _wait_ms(self) -> int:
        if self._made_at_s is None:
            return self._first_ms
        passed_ms = (self._clock.monotonic_s() - self._made_at_s) * MS_A_SECOND
        return max(self._first_ms, self._interval_ms - int(passed_ms))

    def _back_up(self) -> None:
        self._made_at_s = self._clock.monotonic_s()
        writes = self._watch.writes
        work = partial(_make_if_due, self._journal, self._clock.now(), self._interval_ms)
        self._runner.run("backup", work, partial(self._note_made, writes), self._tell_once)

    def _note_made(self, writes: int, young_for_ms: int) -> None:
        self._is_told = False
        if not young_for_ms:
            self._writes_kept = writes
        else:
            self._timer.start(young_for_ms)

    def _tell_once(self, error: AppError) -> None:
        """One word for a row of backups that all fail for the same reason."""
        if not self._is_told:
            self._is_told = True
            self.failed.emit(error)


def _make(journal: Path, now: "datetime") -> None:
    from desktop.journal.backups import Backups  # noqa: PLC0415 - after the first paint

    Backups(journal).make(now)


def _make_if_due(journal: Path, now: "datetime", interval_ms: int) -> int:
    """Make a backup unless the newest is young; returns for how many ms it is, 0 if not."""
    from desktop.journal.backups import Backups  # noqa: PLC0415 - as above

    backups = Backups(journal)
    before = next(iter(backups.all()), None)
    age_ms = int((now - before.made_at).total_seconds() * MS_A_SECOND) if before else -1
    if 0 <= age_ms < interval_ms:
        return interval_ms - age_ms
    backups.make(now)
    return 0


def _make_and_list(journal: Path, now: "datetime") -> "tuple[ListedBackup, ...]":
    _make(journal, now)
    return _list(journal)


def _list(journal: Path) -> "tuple[ListedBackup, ...]":
    from desktop.services.list_backups import list_backups  # noqa: PLC0415 - when it is asked for

    return list_backups(journal)


def _inspect(backup: Path) -> "JournalContents":
    from desktop.journal.inspection import inspect_journal  # noqa: PLC0415 - as above

    return inspect_journal(backup)


def _prepare(journal: Path, backup: Path) -> "JournalContents":
    from desktop.services.restore_backup import restore_at_start  # noqa: PLC0415 - as above

    return restore_at_start(journal, backup)
