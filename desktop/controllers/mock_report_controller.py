"""The reports of mock runs: reading, rating, exporting, a peer's marks."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.controllers.system_clock import Clock
from desktop.controllers.task_runner import TaskRunner
from desktop.domain.errors import AppError
from desktop.domain.review import ReviewDay

if TYPE_CHECKING:
    from desktop.domain.mock_report import MockReport
    from desktop.journal.journal_writer import JournalWriter
    from desktop.services.export_mock_report import ExportMockReport, ReportForm
    from desktop.services.open_mock_report import OpenMockReport

LANE = "mock report"
NEXT_LIST = "Do next"
"""The list on which the questions of a run stand to which nothing was written."""


class MockReportController(QObject):
    """Holds the report on show; what is rated or taken in is read again."""

    runs_found = Signal(object)
    report_opened = Signal(object, object)
    """The report, and the page it is read as."""
    exported = Signal(object)
    marks_taken = Signal(str)
    next_planned = Signal()
    refused = Signal(object)

    def __init__(
        self,
        writer: "Callable[[], JournalWriter]",
        reports: "Callable[[], OpenMockReport]",
        exports: "Callable[[], ExportMockReport]",
        runner: TaskRunner,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._writer = writer
        self._reports = reports
        self._exports = exports
        self._runner = runner
        self._clock = clock
        self._report: MockReport | None = None
        self._new_uuid = ""

    @property
    def report(self) -> "MockReport | None":
        return self._report

    def find_runs(self) -> None:
        """Look for the runs that ended."""
        reports = self._reports
        self._runner.run("mock runs", lambda: reports().runs(), self.runs_found.emit)

    def open(self, uuid: str) -> None:
        """Read the report of a run, after what was written before."""
        work = partial(_read, self._reports, self._writer, uuid)
        self._runner.run(LANE, work, self._show, self._refuse)

    def note_end(self, uuid: str) -> None:
        """A run has just ended: what to do next goes into the reviews."""
        self._new_uuid = uuid

    def rate(self, dimension: str, rating: int) -> None:
        """Keep how the person rates themselves in the run on show."""
        if self._report is not None:
            uuid, at = self._report.record.uuid, self._clock.now()
            future = self._writer().submit(
                lambda journal: journal.mocks.rate(uuid, dimension, rating, at)
            )
            self._runner.run(f"rate {dimension}", future.result, self._note_rated, self._refuse)

    def export(self, path: Path, form: "ReportForm") -> None:
        """Write the report on show into a file of some form."""
        if self._report is not None:
            find = partial(_find, self._reports, self._writer, self._report.record.uuid)
            work = partial(_export, find, self._exports, path, form)
            self._runner.run("mock export", work, self.exported.emit, self._refuse)

    def take_marks(self, path: Path) -> None:
        """Take in the marks a peer sent back."""
        future = self._writer().submit(partial(_take_marks, path, self._clock))
        self._runner.run("peer marks", future.result, self._note_marks, self._refuse)

    def _show(self, found: "tuple[MockReport, object]") -> None:
        self._report, page = found
        if self._report.record.uuid == self._new_uuid:
            self._new_uuid = ""
            self._plan_next_steps(self._report)
        self.report_opened.emit(self._report, page)

    def _plan_next_steps(self, report: "MockReport") -> None:
        """See the points again tomorrow; what was not answered at all goes on a list."""
        at = self._clock.now()
        tomorrow = at.astimezone().date() + timedelta(days=1)
        if report.next_steps:
            self.next_planned.emit()
        for number, step in enumerate(report.next_steps):
            question, point = step.question, step.point
            if question.attempt_uuid:
                day = ReviewDay(question.key, point.text, tomorrow, at)
                future = self._writer().submit(partial(_see_again, day))
            else:
                future = self._writer().submit(partial(_add_to_list, question.key, at))
            self._runner.run(f"next step {number}", future.result, _settle, self._refuse)

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)

    def _note_rated(self, _result: object) -> None:
        self._open_again()

    def _note_marks(self, told: str) -> None:
        self.marks_taken.emit(told)
        self._open_again()

    def _open_again(self) -> None:
        if self._report is not None:
            self.open(self._report.record.uuid)


def _read(
    reports: "Callable[[], OpenMockReport]", writer: "Callable[[], JournalWriter]", uuid: str
) -> "tuple[MockReport, object]":
    from desktop.rendering.render_page import render_markdown  # noqa: PLC0415 - on a worker thread
    from desktop.services.mock_report_markdown import mock_report_page  # noqa: PLC0415 - as above

    report = _find(reports, writer, uuid)
    return report, render_markdown(mock_report_page(report))


def _find(
    reports: "Callable[[], OpenMockReport]", writer: "Callable[[], JournalWriter]", uuid: str
) -> "MockReport":
    """The report as it stands after all that was written so far."""
    writer().submit(_nothing).result()
    return reports().open(uuid)


def _export(
    find: "Callable[[], MockReport]",
    exports: "Callable[[], ExportMockReport]",
    path: Path,
    form: "ReportForm",
) -> Path:
    exports().export(find(), path, form)
    return path


def _take_marks(path: Path, clock: Clock, journal: object) -> str:
    from desktop.journal.journal import Journal  # noqa: PLC0415 - on the writer's thread
    from desktop.services.peer_marks import (  # noqa: PLC0415 - as above
        keep_peer_marks,
        read_peer_marks,
    )

    assert isinstance(journal, Journal)
    reviews = read_peer_marks(path, journal)
    keep_peer_marks(journal, reviews, clock.now())
    return str(reviews)


def _see_again(day: ReviewDay, journal: Any) -> None:
    journal.reviews.set_days([day])


def _add_to_list(key: str, at: datetime, journal: Any) -> None:
    from uuid import uuid4  # noqa: PLC0415 - brings much with it, and the first paint waits

    journal.collections.add_to_list(NEXT_LIST, key, uuid=str(uuid4()), at=at)


def _settle(_result: None) -> None:
    """The journal tells of the change itself."""


def _nothing(_journal: object) -> None:
    """A write that waits for its turn and does nothing."""
