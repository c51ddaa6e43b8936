"""Backups in the course of time."""

import gc
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from fake_clock import FakeClock
from journal_samples import a_draft
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.controllers.backup_controller import BackupController
from desktop.controllers.journal_watch import JournalWatch
from desktop.controllers.task_runner import TaskRunner
from desktop.domain.errors import AppError
from desktop.journal.backups import Backups
from desktop.journal.inspection import inspect_journal
from desktop.journal.journal import Journal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.sqlite"


@pytest.fixture
def watch(owner: QObject) -> JournalWatch:
    return JournalWatch(owner)


@pytest.fixture
def runner(owner: QObject) -> Iterator[TaskRunner]:
    runner = TaskRunner(owner)
    yield runner
    runner.close()
    gc.collect()


@pytest.fixture
def journal(path: Path, watch: JournalWatch) -> Iterator[Journal]:
    with Journal.open(path, listeners=(watch.note,)) as opened:
        yield opened


@pytest.fixture
def backing(
    path: Path, watch: JournalWatch, runner: TaskRunner, clock: FakeClock, owner: QObject
) -> BackupController:
    return BackupController(path, watch, runner, clock, owner, first_ms=10, interval_ms=60_000)


def count(path: Path) -> int:
    return len(Backups(path).all())


def test_nothing_is_backed_up_before_anything_is_written(
    backing: BackupController, path: Path
) -> None:
    backing.close()
    assert count(path) == 0


def test_a_change_is_backed_up_soon_and_the_next_ones_wait(
    qtbot: QtBot, backing: BackupController, journal: Journal, path: Path, clock: FakeClock
) -> None:
    journal.save_draft(a_draft())
    qtbot.waitUntil(lambda: count(path) == 1)
    clock.pass_s(5)
    journal.save_draft(a_draft("dropout"))
    journal.save_draft(a_draft("bias"))
    with qtbot.assertNotEmitted(backing.failed, wait=50):
        pass
    assert count(path) == 1
    clock.pass_s(3600)
    backing.close()
    assert [inspect_journal(one.path).drafts for one in Backups(path).all()] == [3, 1]


def test_a_young_backup_of_an_earlier_start_counts(
    qtbot: QtBot,
    backing: BackupController,
    journal: Journal,
    path: Path,
    clock: FakeClock,
    runner: TaskRunner,
) -> None:
    Backups(path).make(clock.now() - timedelta(seconds=30))
    with qtbot.waitSignal(runner.became_idle):
        journal.save_draft(a_draft())
    assert count(path) == 1
    backing.close()
    assert inspect_journal(Backups(path).all()[0].path).drafts == 1


def test_what_was_backed_up_is_not_backed_up_again_at_the_end(
    qtbot: QtBot, backing: BackupController, journal: Journal, path: Path, runner: TaskRunner
) -> None:
    with qtbot.waitSignal(runner.became_idle):
        journal.save_draft(a_draft())
    (made,) = Backups(path).all()
    before = made.path.stat().st_mtime_ns
    backing.close()
    assert made.path.stat().st_mtime_ns == before


def test_a_backup_that_cannot_be_made_is_told_once(
    qtbot: QtBot,
    path: Path,
    watch: JournalWatch,
    runner: TaskRunner,
    clock: FakeClock,
    journal: Journal,
    owner: QObject,
) -> None:
    backing = BackupController(path, watch, runner, clock, owner, first_ms=1, interval_ms=1)
    path.with_name("backups").write_text("in the way", encoding="utf-8")
    with qtbot.waitSignal(backing.failed) as told:
        journal.save_draft(a_draft())
    assert told.args is not None
    assert "could not be written" in str(told.args[0])
    with (
        qtbot.assertNotEmitted(backing.failed),
        qtbot.waitSignal(runner.became_idle),
    ):
        journal.save_draft(a_draft("dropout"))
    with pytest.raises(AppError, match="could not be written"):
        backing.close()
