"""Connects the reports of mock runs: the dialog, exports, a peer's marks, marking."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.app.compare_wiring import CompareWiring
from desktop.app.parts import Parts
from desktop.domain.errors import AppError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.mock_record import MockRecord
    from desktop.domain.mock_report import MockReport
    from desktop.rendering.page_tree import Page
    from desktop.ui.mock_report_dialog import MockReportDialog

FOLDER_KEY = "mock/folder"


class MockReportWiring(QObject):
    """Makes the dialog when it is asked for, or when a run has ended."""

    def __init__(self, parts: Parts, comparing: CompareWiring) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._comparing = comparing
        self._dialog: MockReportDialog | None = None
        self._chosen = ""
        self._to_compare = ("", "")
        self._is_connected = False
        parts.question.opened.connect(self._compare_opened)
        parts.appearance.changed.connect(self._dress)

    def open(self, uuid: str = "") -> None:
        """Show the reports, that of a run or the newest."""
        self._connect()
        self._chosen = uuid
        if self._dialog is None:
            self._dialog = self._new_dialog()
            self._dialog.open()
        self._parts.mock_reports().find_runs()

    def open_new(self, uuid: str) -> None:
        """Show the report of a run that has just ended."""
        self._connect()
        self._parts.mock_reports().note_end(uuid)
        self.open(uuid)

    def _connect(self) -> None:
        if self._is_connected:
            return
        self._is_connected = True
        reports = self._parts.mock_reports()
        reports.runs_found.connect(self._show_runs)
        reports.report_opened.connect(self._show_report)
        reports.exported.connect(self._tell_exported)
        reports.marks_taken.connect(self._tell)
        reports.refused.connect(self._refuse)
        reports.next_planned.connect(self._tell_next)

    def _new_dialog(self) -> "MockReportDialog":
        from desktop.ui.mock_report_dialog import (  # noqa: PLC0415 - at its first use
            MockReportDialog,
        )

        parts = self._parts
        dialog = MockReportDialog(parts.appearance.page_style, parts.formulas, parts.window)
        dialog.run_chosen.connect(parts.mock_reports().open)
        dialog.rated.connect(parts.mock_reports().rate)
        dialog.export_requested.connect(self._export)
        dialog.marks_requested.connect(self._take_marks)
        dialog.marking_requested.connect(self._mark)
        dialog.finished.connect(self._forget)
        return dialog

    def _show_runs(self, runs: "Sequence[MockRecord]") -> None:
        if self._dialog is not None:
            self._dialog.show_runs(runs, self._chosen)

    def _show_report(self, report: "MockReport", page: "Page") -> None:
        if self._dialog is not None:
            self._dialog.show_report(report, page)

    def _export(self, form: str) -> None:
        from desktop.services.export_file_names import choose_file_name  # noqa: PLC0415 - as above
        from desktop.services.export_mock_report import (  # noqa: PLC0415 - when it is asked for
            ReportForm,
        )

        report = self._parts.mock_reports().report
        if report is None:
            return
        title = f"{report.record.template} {report.record.started_at.astimezone():%Y-%m-%d}"
        name = choose_file_name(title, ()).removesuffix(".md")
        if form == "PDF":
            from desktop.services.mock_report_markdown import (  # noqa: PLC0415 - as above
                mock_report_page,
            )

            self._parts.print_flow().save_markdown(name, mock_report_page(report))
            return
        chosen = ReportForm[form]
        folder = Path(self._parts.memory.text(FOLDER_KEY, str(Path.home())))
        path = self._parts.dialogs.choose_new_file(
            "Export the report", folder / f"{name}{chosen.value}", f"Reports (*{chosen.value})"
        )
        if path is not None:
            self._parts.memory.keep(FOLDER_KEY, str(path.parent))
            named = path if path.suffix else path.with_name(path.name + chosen.value)
            self._parts.mock_reports().export(named, chosen)

    def _take_marks(self) -> None:
        path = self._parts.dialogs.choose_file("A peer's marks", "Marks (*.json)")
        if path is not None:
            self._parts.mock_reports().take_marks(path)

    def _mark(self, key: str, uuid: str) -> None:
        """Leave the report for the question, and hold its answer against the rubric there."""
        if self._dialog is not None:
            self._dialog.accept()
        self._to_compare = (key, uuid)
        self._parts.question.open(key)

    def _compare_opened(self) -> None:
        key, uuid = self._to_compare
        if uuid and key == self._parts.question.key:
            self._to_compare = ("", "")
            self._comparing.look_back(uuid)

    def _tell_exported(self, path: Path) -> None:
        self._tell(f"Saved as {path}.")

    def _tell(self, text: str) -> None:
        if self._dialog is not None:
            self._dialog.tell(text)

    def _tell_next(self) -> None:
        self._tell("What to do next comes back tomorrow, on today's page (Ctrl+7).")

    def _refuse(self, error: AppError) -> None:
        self._tell(str(error))

    def _dress(self) -> None:
        if self._dialog is not None:
            self._dialog.set_style(self._parts.appearance.page_style)

    def _forget(self) -> None:
        self._dialog = None
