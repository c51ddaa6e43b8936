"""Exports answers off the UI thread."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.controllers.task_runner import TaskRunner

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.services.library import Library

LANE = "export"


class ExportController(QObject):
    """Runs one export at a time and says how it ended."""

    exported = Signal(object)
    everything_exported = Signal(object)

    def __init__(
        self,
        library: "Callable[[], Library]",
        runner: TaskRunner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._runner = runner

    def export_all(self, folder: "Path") -> None:
        """Export the answers to every question."""
        self._runner.run(LANE, partial(self._library().export, folder, None), self.exported.emit)

    def export_everything(self, folder: "Path") -> None:
        """Export the answers, and the whole library beside them."""
        work = partial(self._library().export_everything, folder)
        self._runner.run(LANE, work, self.everything_exported.emit)

    def export_one(self, folder: "Path", key: str) -> None:
        """Export the answers to one question."""
        self._runner.run(
            LANE, partial(self._library().export, folder, frozenset({key})), self.exported.emit
        )
