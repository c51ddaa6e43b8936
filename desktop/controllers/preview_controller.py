"""Renders what is being written, off the UI thread; the newest text wins."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.controllers.task_runner import TaskRunner
from desktop.rendering.page_tree import Page

LANE = "preview"
DELAY_MS = 30
"""Gathers the keys of one burst; two frames, so that the preview feels live."""


class PreviewController(QObject):
    """One flag says the page is outdated, one that a rendering is under way."""

    page_rendered = Signal(object)

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._read_text: Callable[[], str] = str
        self._is_outdated = False
        self._is_rendering = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self._render)

    def set_source(self, read_text: Callable[[], str]) -> None:
        """Say where the text is read from when it is rendered."""
        self._read_text = read_text

    def note_change(self) -> None:
        """The text has changed; the page follows soon."""
        self._is_outdated = True
        if not self._is_rendering and not self._timer.isActive():
            self._timer.start()

    def _render(self) -> None:
        self._is_outdated = False
        self._is_rendering = True
        self._runner.run(LANE, partial(_render, self._read_text()), self._show)

    def _show(self, page: Page) -> None:
        self._is_rendering = False
        self.page_rendered.emit(page)
        if self._is_outdated:
            self._timer.start()


def _render(markdown: str) -> Page:
    from desktop.rendering.render_page import render_markdown  # noqa: PLC0415 - on a worker thread

    return render_markdown(markdown)
