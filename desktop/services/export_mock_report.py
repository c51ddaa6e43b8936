"""Exporting the report of a mock run, or a packet by which a peer can judge it."""

from enum import Enum
from pathlib import Path

from desktop.bank.question_file import read_question
from desktop.domain.errors import AppError
from desktop.domain.mock_report import MockReport
from desktop.files import replace_file
from desktop.journal.journal_reader import JournalReader
from desktop.services.html_page import html_document, html_of
from desktop.services.mock_report_markdown import mock_report_file, mock_report_page
from desktop.services.peer_packet import PacketAnswer, peer_packet


class ReportForm(Enum):
    """What a report is written as."""

    MARKDOWN = ".md"
    HTML = ".html"
    PACKET = ".review.html"


class ExportMockReport:
    """Writes single files; `resources` holds what pages are made with."""

    def __init__(self, journal: Path, resources: Path) -> None:
        self._journal = journal
        self._resources = resources

    def export(self, report: MockReport, path: Path, form: ReportForm) -> None:
        """Write the file; raises AppError where there is nothing to judge or the disk refuses."""
        title = f"{report.record.template}, {report.record.started_at.astimezone():%Y-%m-%d}"
        if form is ReportForm.MARKDOWN:
            text = mock_report_file(report)
        elif form is ReportForm.HTML:
            body = html_of(f"# {title}\n\n{mock_report_page(report)}")
            text = html_document(title, body, self._resources)
        else:
            text = peer_packet(title, report.record.uuid, self._answers(report), self._resources)
        replace_file(path, text.encode(errors="replace"))

    def _answers(self, report: MockReport) -> list[PacketAnswer]:
        answers = []
        with JournalReader.open(self._journal) as reader:
            for one in report.questions:
                attempt = reader.find_attempt(one.attempt_uuid) if one.attempt_uuid else None
                if attempt is not None:
                    text = reader.find_question_text(attempt.digest) or ""
                    name = attempt.question_key.rpartition("/")[2]
                    question = read_question(text, path=Path(f"{name}.md")).question
                    answers.append(PacketAnswer(attempt, question))
        if not answers:
            raise AppError(
                "Nothing was written in this run, so there is nothing to judge.",
                "Choose a run with an answer.",
            )
        return answers
