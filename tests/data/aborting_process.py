"""A process with the real window that types a text and crashes as C++ does: DATA TEXT SECONDS."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTextEdit, QWidget
from room import room_folders

from desktop.app.instance_lock import InstanceLock
from desktop.app.opening import open_window


class Typist(QObject):
    """Types a text once there is a question; some time after it everything ends."""

    def __init__(self, window: QWidget, text: str, patience_s: float) -> None:
        super().__init__(window)
        self._window = window
        self._text = text
        self._patience_ms = round(patience_s * 1_000)
        self._looking = QTimer(self, interval=10)
        self._looking.timeout.connect(self._look)
        self._looking.start()

    def _look(self) -> None:
        title = self._window.findChild(QLabel, "questionTitle")
        editor = self._window.findChild(QTextEdit, "editor")
        if title is None or not title.text() or editor is None:
            return
        self._looking.stop()
        QTest.keyClicks(editor, self._text)
        QTimer.singleShot(self._patience_ms, os.abort)


if __name__ == "__main__":
    folders = room_folders(Path(sys.argv[1]))
    app = QApplication([])
    lock = InstanceLock(folders.data, app)
    lock.take()
    typist = Typist(open_window(app, folders, lock).window, sys.argv[2], float(sys.argv[3]))
    app.exec()
