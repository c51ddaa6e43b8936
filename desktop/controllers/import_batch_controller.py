"""Reads, writes and undoes imports of many questions off the UI thread."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.controllers.task_runner import TaskRunner
from desktop.domain.import_choice import Candidate
from desktop.domain.import_receipt import ImportReceipt, UndoneImport

if TYPE_CHECKING:
    from desktop.services.import_batch import Decision
    from desktop.services.library import Library
    from desktop.services.read_import import ImportWish

READ_LANE = "read batch"
PREVIEW_LANE = "preview of import"
WRITE_LANE = "write batch"


class ImportBatchController(QObject):
    """One batch at a time; of two that are read the newer wins."""

    batch_read = Signal(object)
    batch_refused = Signal(object)
    previewed = Signal(object)
    written = Signal(object)
    write_refused = Signal(object)
    undone = Signal(object)
    library_taken = Signal(object)

    def __init__(
        self, library: "Callable[[], Library]", runner: TaskRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._runner = runner

    def read(self, source: Path | bytes, name: str, wish: "ImportWish | None" = None) -> None:
        """Read a file, a folder or what was pasted, its columns as they are wished."""
        work = partial(self._library().read_import.read, source, name, wish)
        self._runner.run(READ_LANE, work, self.batch_read.emit, self.batch_refused.emit)

    def take_library(self, folder: Path) -> None:
        """Add the whole library in a folder to the one here."""
        work = partial(self._library().import_everything, folder)
        self._runner.run(WRITE_LANE, work, self.library_taken.emit, self.write_refused.emit)

    def end(self) -> None:
        """Let go of what is being read, as the window closes."""
        self._library().read_import.close()

    def preview(self, candidate: Candidate) -> None:
        """Render one question; it comes as a page."""
        from desktop.services.question_preview import (  # noqa: PLC0415 - with the first dialog
            preview_candidate,
        )

        self._runner.run(PREVIEW_LANE, partial(preview_candidate, candidate), self.previewed.emit)

    def write(self, name: str, decisions: "Sequence[Decision]") -> None:
        """Write what is to be kept or to replace."""
        work = partial(self._library().import_batch.write, name, decisions)
        self._runner.run(WRITE_LANE, work, self.written.emit, self.write_refused.emit)

    def undo(self, receipt: ImportReceipt) -> None:
        """Take back an import."""
        work = partial(self._library().import_batch.undo, receipt)
        self._runner.run(WRITE_LANE, work, self.undone.emit)

    def undo_latest(self) -> None:
        """Take back the newest import; None comes where there is none."""
        self._runner.run(WRITE_LANE, self._undo_latest, self.undone.emit)

    def _undo_latest(self) -> UndoneImport | None:
        importing = self._library().import_batch
        receipt = importing.find_latest()
        return None if receipt is None else importing.undo(receipt)
