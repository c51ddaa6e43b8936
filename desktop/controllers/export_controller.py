"""Exports answers off the UI thread."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.controllers.task_runner import TaskRunner

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.services.answer_bundle import AnswerBundle
    from desktop.services.library import Library

LANE = "export"


class ExportController(QObject):
    """Runs one export at a time and says how it ended."""

    exported = Signal(object)
    everything_exported = Signal(object)
    bundle_written = Signal(object)
    """The path of the one file."""
    bundle_found = Signal(object)

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

    def export_bundle(self, path: "Path") -> None:
        """Export all answers as one file, a page of HTML if its name says so."""
        self._runner.run(
            LANE, partial(_write_bundle, self._library, path), self.bundle_written.emit
        )

    def find_bundle(self) -> None:
        """Read all answers as one, to be printed."""
        self._runner.run(LANE, partial(_read_bundle, self._library), self.bundle_found.emit)

    def export_one(self, folder: "Path", key: str) -> None:
        """Export the answers to one question."""
        self._runner.run(
            LANE, partial(self._library().export, folder, frozenset({key})), self.exported.emit
        )


def _write_bundle(library: "Callable[[], Library]", path: "Path") -> "Path":
    from desktop.services.bundle_answers import BundleForm  # noqa: PLC0415 - on a worker thread

    is_html = path.suffix.lower() in (".html", ".htm")
    library().bundle.write(path, BundleForm.HTML if is_html else BundleForm.MARKDOWN)
    return path


def _read_bundle(library: "Callable[[], Library]") -> "AnswerBundle":
    return library().bundle.read()
