"""Connects the room kept in reserve: it is filled, and it is said when it was used."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.app.parts import Parts

USED = (
    "The disk is full. Your answer is saved, in room that Greenroom kept in reserve. "
    "Make some room soon."
)


class ReserveWiring(QObject):
    """What is said where the reserve did not do is said of any disk that refuses."""

    def __init__(self, parts: Parts, save_elsewhere: Callable[[], None]) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._save_elsewhere = save_elsewhere
        parts.reserve.used.connect(self._tell_used)
        parts.window.first_painted.connect(parts.reserve.fill)
        parts.window.closing.connect(parts.reserve.close)

    def _tell_used(self) -> None:
        banner = self._parts.window.banner
        answers = (("Save elsewhere", self._save_elsewhere), ("Close", banner.hide))
        banner.tell(USED, answers)
