"""All answers, and the reports of mock runs if they are wanted, as one file."""

from collections.abc import Callable, Collection, Iterator, Sequence
from enum import Enum
from pathlib import Path

from desktop.bank.bank import Bank
from desktop.domain.errors import AppError
from desktop.domain.mock_report import MockReport
from desktop.files import replace_file
from desktop.journal.journal_reader import JournalReader
from desktop.services.answer_markdown import answer_markdown
from desktop.services.embedded_markdown import embed_markdown
from desktop.services.export_answers import find_question, with_notes
from desktop.services.html_page import html_document, html_of
from desktop.services.mock_report_markdown import mock_report_page

TITLE = "Greenroom answers"
_QUESTION_LEVEL = 2
_REPORT_LEVEL = 3


class BundleForm(Enum):
    """What a bundle is written as."""

    MARKDOWN = ".md"
    HTML = ".html"


class BundleAnswers:
    """Reads answers into one text; every call may come from any thread."""

    def __init__(
        self, journal: Path, bank: Bank, resources: Path, open_report: Callable[[str], MockReport]
    ) -> None:
        self._journal = journal
        self._bank = bank
        self._resources = resources
        self._open_report = open_report

    def write(
        self,
        path: Path,
        form: BundleForm,
        keys: Collection[str] | None = None,
        *,
        with_reports: bool = True,
    ) -> int:
        """Write the answers to the questions of `keys`, or to all; returns how many questions.

        Raises AppError where there is no answer, or the disk refuses.
        """
        count, text = self.markdown(keys, with_reports=with_reports)
        if form is BundleForm.HTML:
            text = html_document(TITLE, html_of(text), self._resources)
        replace_file(path, text.encode(errors="replace"))
        return count

    def markdown(
        self, keys: Collection[str] | None = None, *, with_reports: bool = True
    ) -> tuple[int, str]:
        """How many questions were answered, and all of it as one Markdown text."""
        with JournalReader.open(self._journal) as reader:
            pages = list(self._pages(reader, keys))
            ended = [one for one in reader.mocks.runs() if one.ended_at] if with_reports else []
        if not pages:
            raise AppError(
                "There is no sealed answer to export yet.", "Seal one, or ask for other questions."
            )
        reports = [self._open_report(one.uuid) for one in reversed(ended)]
        sections = [f"# {TITLE}", *_contents(pages), *(page for _, page in pages)]
        return len(pages), "\n\n".join([*sections, *_report_sections(reports)]) + "\n"

    def _pages(
        self, reader: JournalReader, keys: Collection[str] | None
    ) -> Iterator[tuple[str, str]]:
        """Yield the title of each answered question and its page, a level lower."""
        wanted = sorted(
            key
            for key, done in reader.activity().items()
            if done.attempts and (keys is None or key in keys)
        )
        entries = self._bank.find_entries(wanted)
        for key in wanted:
            attempts = reader.attempts_of(key)
            if attempts:
                question = find_question(reader, entries.get(key), attempts[-1])
                answered = [with_notes(reader, attempt) for attempt in attempts]
                page = answer_markdown(question.question, answered, question.digest)
                title = " ".join(question.question.title.split()) or key
                yield title, embed_markdown(_without_front_matter(page), _QUESTION_LEVEL)


def _contents(pages: Sequence[tuple[str, str]]) -> Iterator[str]:
    yield "\n".join(f"{number}. {title}" for number, (title, _) in enumerate(pages, start=1))


def _report_sections(reports: Sequence[MockReport]) -> Iterator[str]:
    if reports:
        yield "## Mock runs"
    for report in reports:
        started = f"{report.record.started_at.astimezone():%Y-%m-%d %H:%M}"
        yield f"### {report.record.template}, {started}"
        yield embed_markdown(mock_report_page(report), _REPORT_LEVEL + 1)


def _without_front_matter(page: str) -> str:
    """The page below the front matter that `answer_markdown` writes first."""
    return page.partition("\n---\n")[2].lstrip("\n")
