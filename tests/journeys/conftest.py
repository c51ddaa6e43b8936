from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from room import Room


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Room]:
    """A room to open the window in; at its end nothing unforeseen may have happened."""
    look = (qapp.font(), qapp.palette())
    room = Room(qtbot, qapp, tmp_path)
    yield room
    room.close()
    qapp.setStyleSheet("")
    qapp.setFont(look[0])
    qapp.setPalette(look[1])
    crash = room.crash_log.read_text(encoding="utf-8") if room.crash_log.exists() else ""
    assert bool(crash) == room.expects_crash, crash
