"""Renders an answer for paper and writes what was painted, off the UI thread."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.controllers.task_runner import TaskRunner
from desktop.files import replace_file
from desktop.rendering.page_tree import Page

LANE = "print"


class PrintController(QObject):
    """Does one print at a time; the newest wish wins."""

    rendered = Signal(object)
    saved = Signal(object)

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner

    def render(self, markdown: str) -> None:
        """Make a page of a Markdown text."""
        self._runner.run(LANE, partial(_render, markdown), self.rendered.emit)

    def save(self, path: Path, content: bytes) -> None:
        """Write a file; `saved` tells its path."""
        self._runner.run(LANE, partial(_save, path, content), self.saved.emit)


def _render(markdown: str) -> Page:
    from desktop.rendering.render_page import render_markdown  # noqa: PLC0415 - on a worker thread

    return render_markdown(markdown)


def _save(path: Path, content: bytes) -> Path:
    replace_file(path, content)
    return path
