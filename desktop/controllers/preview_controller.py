"""Renders what is being written, as soon as the editor has painted a key."""

from collections.abc import Callable
from functools import partial
from time import perf_counter, thread_time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.controllers.task_runner import TaskRunner

if TYPE_CHECKING:
    from desktop.rendering.live_renderer import LiveRenderer, RenderedText

LANE = "preview"

SLICE_S = 0.008
"""Half a frame: what takes longer goes on after the keys and paints that wait."""

QUICK_S = 0.016
"""A page that kept the window's thread busy for longer lets the editor go first for a while."""

PAUSE_FACTOR = 3
LONGEST_PAUSE_S = 0.4


class PreviewController(QObject):
    """Renders on the window's thread, where the few chunks of an edit take a millisecond.

    Only the first page is made by a worker, since loading the parser takes several frames. A page
    with much that is new is made in slices; one that is slow to show follows the keys at a
    distance.
    """

    page_rendered = Signal(object)

    def __init__(
        self, runner: TaskRunner, parent: QObject | None = None, lane: str = LANE
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._lane = lane
        self._read_text: Callable[[], str] = str
        self._renderer: LiveRenderer | None = None
        self._is_loading = False
        self._is_outdated = False
        self._paused_until_s = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._render)

    def set_source(self, read_text: Callable[[], str]) -> None:
        """Say where the text is read from when it is rendered."""
        self._read_text = read_text

    def note_change(self) -> None:
        """The text has changed; the page follows soon."""
        self._is_outdated = True
        if not self._is_loading and not self._timer.isActive():
            self._timer.start(max(0, round(1000 * (self._paused_until_s - perf_counter()))))

    def _render(self) -> None:
        if self._renderer is None:
            self._is_outdated = False
            self._is_loading = True
            self._runner.run(self._lane, partial(_load, self._read_text()), self._show_first)
            return
        until_s, busy_s = perf_counter() + SLICE_S, thread_time()
        rendered = self._renderer.render_in_time(
            self._read_text(), lambda: perf_counter() > until_s
        )
        if rendered is None:
            self._timer.start(0)
            return
        self._is_outdated = False
        self._show(rendered, busy_s)

    def _show_first(self, loaded: "tuple[LiveRenderer, RenderedText]") -> None:
        self._is_loading = False
        self._renderer, rendered = loaded
        self._show(rendered, thread_time())
        if self._is_outdated:
            self._timer.start(0)

    def _show(self, rendered: "RenderedText", busy_before_s: float) -> None:
        self.page_rendered.emit(rendered)
        busy_s = thread_time() - busy_before_s
        if busy_s > QUICK_S:
            pause_s = min(PAUSE_FACTOR * busy_s, LONGEST_PAUSE_S)
            self._paused_until_s = perf_counter() + pause_s


def _load(markdown: str) -> "tuple[LiveRenderer, RenderedText]":
    from desktop.rendering.live_renderer import LiveRenderer  # noqa: PLC0415 - on a worker thread

    renderer = LiveRenderer()
    return renderer, renderer.render(markdown)
