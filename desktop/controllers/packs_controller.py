"""Looks after the packs of questions, off the window's thread."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from desktop.controllers.task_runner import TaskRunner
from desktop.domain.errors import AppError
from desktop.domain.pack import Pack, PackInstalledError

if TYPE_CHECKING:
    from desktop.bank.packs import Packs

LANE = "packs"


class PacksDone(NamedTuple):
    """All packs after something was done, and what that was; "" if they were only looked at."""

    packs: tuple[Pack, ...]
    said: str = ""


class PacksController(QObject):
    """Does one thing at a time; what is asked for meanwhile is passed over."""

    done = Signal(object)
    bank_changed = Signal()
    update_found = Signal(object, str)
    """The path of a pack that is installed already, and its name."""
    refused = Signal(object)
    busy_changed = Signal(bool)

    def __init__(
        self, packs: "Callable[[], Packs]", runner: TaskRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._packs = packs
        self._runner = runner
        self._is_busy = False

    def look(self) -> None:
        """Find out which packs there are."""
        self._do(_say_nothing, self._refuse)

    def take_in(self, path: Path) -> None:
        """Install a pack, unless it turns out to be one that is there; then that is told."""
        self._do(partial(_install, path), partial(self._offer_update, path))

    def update(self, path: Path) -> None:
        """Take in a pack again."""
        self._do(partial(_update, path), self._refuse)

    def set_enabled(self, name: str, *, is_enabled: bool) -> None:
        """Put a pack into the bank or take it out."""
        self._do(partial(_set_enabled, name, is_enabled=is_enabled), self._refuse)

    def remove(self, name: str) -> None:
        """Move a pack to the bin."""
        self._do(partial(_remove, name), self._refuse)

    def _do(self, change: "Callable[[Packs], str]", refuse: Callable[[AppError], None]) -> None:
        if self._is_busy:
            return
        self._set_busy(is_busy=True)
        packs = self._packs

        def work() -> PacksDone:
            said = change(packs())
            return PacksDone(packs().all(), said)

        self._runner.run(LANE, work, self._finish, refuse)

    def _finish(self, done: PacksDone) -> None:
        self._set_busy(is_busy=False)
        self.done.emit(done)
        if done.said:
            self.bank_changed.emit()

    def _offer_update(self, path: Path, error: AppError) -> None:
        if isinstance(error, PackInstalledError):
            self._set_busy(is_busy=False)
            self.update_found.emit(path, error.name)
        else:
            self._refuse(error)

    def _refuse(self, error: AppError) -> None:
        self._set_busy(is_busy=False)
        self.refused.emit(error)

    def _set_busy(self, *, is_busy: bool) -> None:
        self._is_busy = is_busy
        self.busy_changed.emit(is_busy)


def _say_nothing(_packs: "Packs") -> str:
    return ""


def _install(path: Path, packs: "Packs") -> str:
    return packs.install(path).summary


def _update(path: Path, packs: "Packs") -> str:
    return packs.update(path).summary


def _set_enabled(name: str, packs: "Packs", *, is_enabled: bool) -> str:
    packs.set_enabled(name, is_enabled=is_enabled)
    return f"{name} is in the bank." if is_enabled else f"{name} is kept, but not in the bank."


def _remove(name: str, packs: "Packs") -> str:
    return f"{name} was moved to {packs.remove(name)}."
