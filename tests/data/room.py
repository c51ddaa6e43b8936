"""A place with questions and a journal of its own, in which the real window is opened."""

import gc
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from shutil import copytree
from weakref import ref

from fake_clock import FakeClock
from fake_dialogs import FakeDialogs
from person import PATIENCE_MS, Person, let_the_window_settle
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.app.instance_lock import InstanceLock
from desktop.app.opening import open_window
from desktop.app.parts import Parts
from desktop.domain.attempt import Attempt
from desktop.domain.draft import Draft
from desktop.journal.journal_reader import JournalReader
from desktop.settings.folders import Folders, find_folders

BANK = Path(__file__).parent / "journey_bank"


def room_folders(data: Path) -> Folders:
    """The folders of a room: its own data, and the few questions of the journeys."""
    return replace(find_folders(data), shipped_questions=data / "shipped")


class Room:
    """Opens the window, closes it, opens it again; looks into the journal beside it."""

    def __init__(self, qtbot: QtBot, app: QApplication, data: Path) -> None:
        self.folders = room_folders(data)
        copytree(BANK, self.folders.shipped_questions)
        self.clock = FakeClock()
        self.dialogs = FakeDialogs()
        self.expects_crash = False
        self._qtbot = qtbot
        self._app = app
        self._parts: Parts | None = None
        self._lock: InstanceLock | None = None
        self._hook = sys.excepthook
        self._widgets_before = set(app.allWidgets())
        self._threads_before = thread_names()

    def open(self) -> Person:
        """Open the window and wait until it is painted and active."""
        self._lock = InstanceLock(self.folders.data)
        assert self._lock.take()
        parts = open_window(self._app, self.folders, self._lock, self.clock, self.dialogs)
        self._parts = parts
        with self._qtbot.waitActive(parts.window, timeout=PATIENCE_MS):
            parts.window.activateWindow()
        return Person(self._qtbot, parts.window)

    def close(self) -> None:
        """Close the window as a person does; fails if anything of it goes on living."""
        if self._parts is None or self._lock is None:
            return
        self._parts.window.close()
        parts = [ref(part) for part in (self._parts.answer, self._parts.browse)]
        for left in (self._parts.window, self._parts.appearance, self._lock):
            left.deleteLater()
        self._lock.release()
        self._parts = self._lock = None
        sys.excepthook = self._hook
        let_the_window_settle()
        assert not set(self._app.allWidgets()) - self._widgets_before
        assert not active_timers()
        assert [part() for part in parts] == [None, None]
        assert not thread_names() - self._threads_before

    def draft(self, key: str) -> Draft | None:
        """What the journal holds of an answer in progress."""
        with JournalReader.open(self.folders.journal) as reader:
            return reader.find_draft(key)

    def attempts(self) -> tuple[Attempt, ...]:
        """All sealed answers in the journal."""
        with JournalReader.open(self.folders.journal) as reader:
            return reader.attempts()

    def use_reserve(self) -> None:
        """What the journal's writer does when the disk is full."""
        assert self._parts is not None
        assert self._parts.reserve.make_room()

    @property
    def crash_log(self) -> Path:
        return self.folders.data / "crash-log.txt"


@contextmanager
def room_in(qtbot: QtBot, app: QApplication, data: Path) -> Iterator[Room]:
    """A room to open the window in; at its end nothing unforeseen may have happened."""
    look = (app.font(), app.palette())
    room = Room(qtbot, app, data)
    yield room
    room.close()
    app.setStyleSheet("")
    app.setFont(look[0])
    app.setPalette(look[1])
    crash = room.crash_log.read_text(encoding="utf-8") if room.crash_log.exists() else ""
    assert bool(crash) == room.expects_crash, crash


def active_timers() -> list[QTimer]:
    """Timers that would still fire though nobody is there any more."""
    gc.collect()
    timers = [one for one in gc.get_objects() if isinstance(one, QTimer)]
    return [timer for timer in timers if isValid(timer) and timer.isActive()]


def thread_names() -> Counter[str]:
    """The names of the threads that run, also of Qt's own where the system tells."""
    tasks = Path("/proc/self/task")
    if tasks.is_dir():
        return Counter(map(_read_name, tasks.iterdir()))
    return Counter(thread.name for thread in threading.enumerate())


def _read_name(task: Path) -> str:
    """The name of a thread, "" if it has just ended."""
    try:
        return (task / "comm").read_text(encoding="utf-8")
    except OSError:
        return ""
