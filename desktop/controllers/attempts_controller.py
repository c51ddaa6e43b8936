"""The attempts of a question: listing them, and keeping notes and stars."""

from collections.abc import Callable
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.controllers.system_clock import Clock
from desktop.controllers.task_runner import TaskRunner

if TYPE_CHECKING:
    from desktop.domain.answer_timeline import AnswerTimeline
    from desktop.domain.attempt import Attempt
    from desktop.journal.journal import Journal
    from desktop.journal.journal_writer import JournalWriter
    from desktop.rendering.page_tree import Page
    from desktop.services.attempt_changes import AttemptChanges
    from desktop.services.attempt_list import AttemptEntry, AttemptList
    from desktop.services.library import Library

T = TypeVar("T")


class AttemptsController(QObject):
    """Reads off the UI thread, after the writes asked for so far; each key is one write."""

    listed = Signal(object)
    answer_rendered = Signal(str, object)
    changes_found = Signal(object)
    timeline_found = Signal(str, object)
    points_found = Signal(str, object)

    def __init__(
        self,
        writer: "Callable[[], JournalWriter]",
        library: "Callable[[], Library]",
        runner: TaskRunner,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._writer = writer
        self._library = library
        self._runner = runner
        self._clock = clock
        self._write_numbers = count()

    def read(self, question_key: str) -> None:
        """List the attempts of a question; the newest wish wins."""
        library = self._library

        def read() -> "AttemptList":
            from desktop.services.attempt_list import (  # noqa: PLC0415 - on a worker thread
                read_attempts,
            )

            return read_attempts(library().folders.journal, question_key)

        self._run("attempts", read, self.listed.emit)

    def render(self, attempt: "Attempt") -> None:
        """Make the page of an attempt."""
        show = partial(self.answer_rendered.emit, attempt.uuid)
        self._run("attempt page", partial(_render, attempt.text), show)

    def compare(self, one: "AttemptEntry", other: "AttemptEntry") -> None:
        """Hold two attempts against each other."""
        self._run("attempt changes", partial(_find_changes, one, other), self.changes_found.emit)

    def replay(self, entry: "AttemptEntry") -> None:
        """Read how an attempt grew, and after it when each point first stood in it."""
        library = self._library

        def read() -> "AnswerTimeline":
            timeline: AnswerTimeline = library().replay.timeline(entry)
            return timeline

        self._runner.drop("timeline points")
        self._run("timeline", read, partial(self._show_timeline, entry))

    def note_question(self, question_key: str, text: str) -> None:
        """Keep the note on a question."""
        at = self._clock.now()
        self._write(lambda journal: journal.notes.note_question(question_key, text, at))

    def note_attempt(self, uuid: str, text: str) -> None:
        """Keep the note on an attempt."""
        at = self._clock.now()
        self._write(lambda journal: journal.notes.note_attempt(uuid, text, at))

    def toggle_star(self, uuid: str) -> None:
        """Star an attempt, or take its star away."""
        at = self._clock.now()
        self._write(lambda journal: journal.notes.toggle_attempt_star(uuid, at))

    def _show_timeline(self, entry: "AttemptEntry", timeline: "AnswerTimeline") -> None:
        library = self._library

        def read() -> "Page":
            page: Page = library().replay.appearance_page(entry, timeline)
            return page

        uuid = entry.attempt.uuid
        self.timeline_found.emit(uuid, timeline)
        self._run("timeline points", read, partial(self.points_found.emit, uuid))

    def _run(self, lane: str, work: Callable[[], T], then: Callable[[T], None]) -> None:
        self._runner.run(lane, partial(_after_writes, self._writer, work), then)

    def _write(self, operation: "Callable[[Journal], None]") -> None:
        future = self._writer().submit(operation)
        self._runner.run(f"write note {next(self._write_numbers)}", future.result, _settle)


def _after_writes(writer: "Callable[[], JournalWriter]", work: Callable[[], T]) -> T:
    writer().submit(_touch_nothing).result()
    return work()


def _render(markdown: str) -> "Page":
    from desktop.rendering.render_page import render_markdown  # noqa: PLC0415 - as above

    return render_markdown(markdown)


def _find_changes(one: "AttemptEntry", other: "AttemptEntry") -> "AttemptChanges":
    from desktop.services.attempt_changes import find_changes  # noqa: PLC0415 - as above

    return find_changes(one, other)


def _touch_nothing(_journal: object) -> None:
    """A write that waits for its turn and does nothing."""


def _settle(_result: object) -> None:
    """The journal tells of the change itself."""
