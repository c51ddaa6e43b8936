"""Exports an answer's question into a chosen folder soon after it was sealed or marked."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.controllers.task_runner import TaskRunner
from desktop.domain.errors import AppError

if TYPE_CHECKING:
    from desktop.services.export_answers import ExportReport
    from desktop.services.library import Library

LANE = "automatic export"
SETTLE_MS = 2_000
"""Points are marked one after another; the file is written when no more come."""


class AutoExportController(QObject):
    """Writes only files of its own; what was edited in the folder is left, and told once."""

    edited_found = Signal(object)
    """The files that were left because somebody edited them, each told once."""
    refused = Signal(object)
    """Why the folder cannot be used; told again only after it could be."""

    def __init__(
        self,
        library: "Callable[[], Library]",
        runner: TaskRunner,
        find_folder: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._runner = runner
        self._find_folder = find_folder
        self._waiting: set[str] = set()
        self._told: set[Path] = set()
        self._is_refused = False
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE_MS)
        self._settling.timeout.connect(self._export)

    def note(self, key: str) -> None:
        """Something was done with a question: sealed, marked, deleted."""
        if self._find_folder():
            self._waiting.add(key)
            self._settling.start()

    def finish(self) -> None:
        """Begin at once what is still waiting, as the window closes."""
        if self._settling.isActive():
            self._settling.stop()
            self._export()

    def _export(self) -> None:
        folder, keys = self._find_folder(), frozenset(self._waiting)
        self._waiting.clear()
        if folder and keys:
            work = partial(_export, self._library, Path(folder), keys)
            self._runner.run(LANE, work, self._meet, self._meet_refusal)

    def _meet(self, report: "ExportReport") -> None:
        self._is_refused = False
        new = [path for path in report.kept_edited if path not in self._told]
        self._told.update(new)
        if new:
            self.edited_found.emit(new)

    def _meet_refusal(self, error: AppError) -> None:
        if not self._is_refused:
            self._is_refused = True
            self.refused.emit(error)


def _export(
    library: "Callable[[], Library]", folder: Path, keys: frozenset[str]
) -> "ExportReport":
    if not folder.is_dir():
        raise AppError(
            f"The folder {folder} is gone, so the answer was not exported. It is safe here.",
            "Bring it back, or choose another in the File menu.",
        )
    return library().export(folder, keys)
