from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from room import Room, room_in


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Room]:
    """A room to open the window in; at its end nothing unforeseen may have happened."""
    with room_in(qtbot, qapp, tmp_path) as room:
        yield room
