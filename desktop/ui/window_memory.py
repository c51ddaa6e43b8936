"""Remembers how the window stood, apart from the settings."""

from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QRect, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter, QWidget

Chosen = TypeVar("Chosen", bound=StrEnum)

VISIBLE_PX = 80
"""So much of a window must be on a screen, or it opens at the usual place."""


class WindowMemory:
    """Window geometry, pane sizes and what was open, in an ini file that may be deleted."""

    def __init__(self, path: Path) -> None:
        self._values = QSettings(str(path), QSettings.Format.IniFormat)

    def text(self, key: str, default: str = "") -> str:
        return str(self._values.value(key, default))

    def flag(self, key: str, *, default: bool) -> bool:
        return self.text(key, str(default)) == str(True)

    def choice(self, key: str, default: Chosen) -> Chosen:
        """The remembered one of several values; the default if it is none of them."""
        kind = type(default)
        try:
            return kind(self.text(key, default))
        except ValueError:
            return default

    def keep(self, key: str, value: str | bool) -> None:  # noqa: FBT001 - a value, not a switch
        self._values.setValue(key, str(value))

    def restore_window(self, window: QWidget) -> bool:
        """Put a window where it was; False if it was nowhere or would be off every screen."""
        geometry = self._values.value("window/geometry")
        if not isinstance(geometry, QByteArray) or not window.restoreGeometry(geometry):
            return False
        return is_on_a_screen(window.geometry())

    def keep_window(self, window: QWidget) -> None:
        self._values.setValue("window/geometry", window.saveGeometry())

    def restore_splitter(self, splitter: QSplitter) -> bool:
        state = self._values.value(f"splitter/{splitter.objectName()}")
        return isinstance(state, QByteArray) and splitter.restoreState(state)

    def keep_splitter(self, splitter: QSplitter) -> None:
        self._values.setValue(f"splitter/{splitter.objectName()}", splitter.saveState())


def is_on_a_screen(window: QRect) -> bool:
    """Whether enough of a window's rectangle is on a screen to take hold of it."""
    for screen in QGuiApplication.screens():
        common = screen.availableGeometry().intersected(window)
        if common.width() >= VISIBLE_PX and common.height() >= VISIBLE_PX:
            return True
    return False
