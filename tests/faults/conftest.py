from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from room import Room, room_in


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Where the room of a test has its data."""
    return tmp_path


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication, data: Path) -> Iterator[Room]:
    """A room to open the window in; at its end nothing unforeseen may have happened."""
    with room_in(qtbot, qapp, data) as room:
        yield room
