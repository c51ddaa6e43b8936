"""Reads pasted pages and saves the questions they became."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.controllers.task_runner import TaskRunner
from desktop.domain.question import Question
from desktop.services.take_in_page import ReadPage

if TYPE_CHECKING:
    from desktop.services.library import Library

READ_LANE = "read page"
SAVE_LANE = "save question"


class ImportController(QObject):
    """One page at a time; the newest text wins.

    What is refused is told in the dialog, not in the window behind it.
    """

    page_read = Signal(object)
    page_refused = Signal(object)
    question_saved = Signal(str)
    save_refused = Signal(object)

    def __init__(
        self,
        library: "Callable[[], Library]",
        runner: TaskRunner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._runner = runner

    def read_text(self, text: str) -> None:
        """Read pasted text or HTML."""
        self._run(partial(self._library().take_in.read_text, text))

    def read_file(self, path: Path) -> None:
        """Read a file."""
        self._run(partial(self._library().take_in.read_file, path))

    def save(self, question: Question) -> None:
        """Save a question as a file of its own."""
        work = partial(self._library().take_in.save, question)
        self._runner.run(SAVE_LANE, work, self.question_saved.emit, self.save_refused.emit)

    def _run(self, read: Callable[[], ReadPage]) -> None:
        self._runner.run(READ_LANE, read, self.page_read.emit, self.page_refused.emit)
