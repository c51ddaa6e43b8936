"""A process with the real window in which a missed point is written until it is killed: DATA.

It prints "kept" once the journal has what was typed.
"""

import os
import sys
from pathlib import Path

from fake_clock import FakeClock
from fake_dialogs import FakeDialogs
from past_practice import CORRELATION, KEY
from PySide6.QtCore import QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from room import room_folders

from desktop.app.instance_lock import InstanceLock
from desktop.app.opening import open_window
from desktop.journal.journal_reader import JournalReader

TEXT = "The limit is"


class Writer(QObject):
    """Goes to the first point that is due, types, and waits."""

    def __init__(self, window: QWidget, journal: Path) -> None:
        super().__init__(window)
        self._window = window
        self._journal = journal
        self._is_typed = False
        self._next = QTimer(self, interval=50)
        self._next.timeout.connect(self._go_on)
        self._next.start()

    def _go_on(self) -> None:
        field = self._window.findChild(QPlainTextEdit, "pointReviewField")
        page = self._window.findChild(QWidget, "todayPage")
        tasks = self._window.findChild(QWidget, "todayTasks")
        if self._is_typed:
            self._tell_if_kept()
        elif field is not None and field.hasFocus() and not field.isReadOnly():
            self._is_typed = True
            QTest.keyClicks(field, TEXT)
        elif page is None:
            QTest.keySequence(self._window, "Ctrl+7")
        elif tasks is not None and tasks.hasFocus() and field is None:
            QTest.keySequence(tasks, "Return")

    def _tell_if_kept(self) -> None:
        with JournalReader.open(self._journal) as reader:
            kept = reader.reviews.find_draft(KEY, CORRELATION)
        if kept is not None and kept.text == TEXT:
            os.write(sys.stdout.fileno(), b"kept\n")
            self._next.stop()


if __name__ == "__main__":
    folders = room_folders(Path(sys.argv[1]))
    app = QApplication([])
    lock = InstanceLock(folders.data, app)
    lock.take()
    parts = open_window(app, folders, lock, FakeClock(), FakeDialogs())
    parts.window.activateWindow()
    writer = Writer(parts.window, folders.journal)
    app.exec()
