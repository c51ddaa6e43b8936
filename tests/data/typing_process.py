"""A process with the real window, in which somebody types until it is killed: DATA SEED FIELD.

The field is "editor" for an answer, or "questionSource" for the question on show.

Each line it prints has the number of characters typed so far and the monotonic time in seconds.
"""

import os
import sys
import time
from itertools import count
from pathlib import Path
from random import Random

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTextEdit, QWidget
from room import room_folders

from desktop.app.instance_lock import InstanceLock
from desktop.app.opening import open_window

PAUSES_MS = (1, 90)


def words_typed(length: int) -> str:
    """The beginning of what is typed; every word of it differs."""
    text = ""
    for number in count():
        if len(text) >= length:
            return text[:length]
        text += f"word{number} "
    raise AssertionError("there is always another word")


class Typist(QObject):
    """Types one character after another at uneven intervals, once there is a question."""

    def __init__(self, window: QWidget, seed: int, field: str) -> None:
        super().__init__(window)
        self._window = window
        self._field = field
        self._random = Random(seed)
        self._typed = 0
        self._next = QTimer(self, interval=10)
        self._next.timeout.connect(self._type)
        self._next.start()

    def _type(self) -> None:
        title = self._window.findChild(QLabel, "questionTitle")
        if title is None or not title.text():
            return
        editor = self._window.findChild(QTextEdit, self._field)
        if editor is None:
            self._edit_question()
            return
        self._typed += 1
        character = words_typed(self._typed)[-1]
        QTest.keyClicks(editor, character)
        os.write(sys.stdout.fileno(), f"{self._typed} {time.monotonic()}\n".encode())
        self._next.start(self._random.randint(*PAUSES_MS))

    def _edit_question(self) -> None:
        actions = self._window.findChildren(QAction)
        next(one for one in actions if one.shortcut() == QKeySequence("Ctrl+Alt+E")).trigger()


if __name__ == "__main__":
    folders = room_folders(Path(sys.argv[1]))
    app = QApplication([])
    lock = InstanceLock(folders.data, app)
    lock.take()
    typist = Typist(open_window(app, folders, lock).window, int(sys.argv[2]), sys.argv[3])
    app.exec()
