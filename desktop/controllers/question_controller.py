"""The question on show."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.controllers.task_runner import TaskRunner
from desktop.domain.attempt import Attempt
from desktop.domain.errors import AppError
from desktop.rendering.page_tree import Page
from desktop.services.question_sheet import QuestionSheet

if TYPE_CHECKING:
    from desktop.domain.question import Question
    from desktop.services.open_question import OpenedQuestion

OPEN_LANE = "open question"


class QuestionController(QObject):
    """Opens questions one at a time; the newest choice wins."""

    opened = Signal(object)
    open_refused = Signal(object)
    part_rendered = Signal(str, object)
    attempt_rendered = Signal(object, object)

    def __init__(
        self,
        open_question: "Callable[[str], OpenedQuestion]",
        runner: TaskRunner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._open_question = open_question
        self._runner = runner
        self._opened: OpenedQuestion | None = None
        self._key = ""
        self._shown_key = ""

    @property
    def key(self) -> str:
        """The key of the question on show or about to be, "" if there is none."""
        return self._key

    @property
    def question(self) -> "OpenedQuestion | None":
        return self._opened

    def note_sheet(self, sheet: QuestionSheet) -> None:
        """A sheet from the cache is on show already."""
        self._key = self._shown_key = sheet.key

    def open(self, key: str) -> None:
        """Open a question; opening the one on show reads it anew."""
        self._key = key
        work = partial(self._open_question, key)
        self._runner.run(OPEN_LANE, work, self._show, self._stay)

    def open_part(self, name: str) -> None:
        """Render a part of the question on show."""
        if self._opened is None:
            return
        work = partial(_render_part, self._opened.file.question, name)
        self._runner.run(f"part {name}", work, partial(self._show_part, self._key, name))

    def show_attempt(self, uuid: str) -> None:
        """Render a sealed answer to the question on show."""
        attempts = self._opened.attempts if self._opened else ()
        for attempt in attempts:
            if attempt.uuid == uuid:
                self.render_attempt(attempt)

    def render_attempt(self, attempt: Attempt) -> None:
        work = partial(_render, attempt.text)
        self._runner.run("attempt", work, partial(self._show_attempt, attempt))

    def _show(self, opened: "OpenedQuestion") -> None:
        self._opened = opened
        self._shown_key = opened.sheet.key
        self.opened.emit(opened)

    def _stay(self, error: AppError) -> None:
        self._key = self._shown_key
        self.open_refused.emit(error)

    def _show_part(self, key: str, name: str, page: Page) -> None:
        if key == self._key:
            self.part_rendered.emit(name, page)

    def _show_attempt(self, attempt: Attempt, page: Page) -> None:
        if attempt.question_key == self._key:
            self.attempt_rendered.emit(attempt, page)


def _render_part(question: "Question", name: str) -> Page:
    from desktop.services.read_question import render_part  # noqa: PLC0415 - on a worker thread

    return render_part(question, name)


def _render(markdown: str) -> Page:
    from desktop.rendering.render_page import render_markdown  # noqa: PLC0415 - as above

    return render_markdown(markdown)
