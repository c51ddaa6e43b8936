"""All answers, and the reports of mock runs if they are wanted, as one file."""

from collections.abc import Callable, Collection, Iterator
from enum import Enum
from pathlib import Path

from desktop.bank.bank import Bank
from desktop.domain.errors import AppError
from desktop.domain.mock_report import MockReport
from desktop.files import replace_file
from desktop.journal.journal_reader import JournalReader
from desktop.services.answer_bundle import AnswerBundle, BundledQuestion
from desktop.services.answer_images import answer_images
from desktop.services.answer_markdown import answer_markdown
from desktop.services.embedded_markdown import embed_markdown
from desktop.services.export_answers import find_question, with_notes
from desktop.services.mock_report_markdown import mock_report_page
from desktop.settings.folders import Folders

_QUESTION_LEVEL = 2
_REPORT_LEVEL = 3


class BundleForm(Enum):
    """What a bundle is written as."""

    MARKDOWN = ".md"
    HTML = ".html"


class BundleAnswers:
    """Reads answers into one text; every call may come from any thread."""

    def __init__(
        self, folders: Folders, bank: Bank, open_report: Callable[[str], MockReport]
    ) -> None:
        self._folders = folders
        self._bank = bank
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

        Beside Markdown the pictures are copied. Raises AppError where there is no answer, or the
        disk refuses.
        """
        bundle = self.read(keys, with_reports=with_reports)
        if form is BundleForm.HTML:
            text = bundle.html(self._folders.resources)
        else:
            text = bundle.markdown()
            bundle.copy_images(path.parent)
        replace_file(path, text.encode(errors="replace"))
        return len(bundle.questions)

    def read(
        self, keys: Collection[str] | None = None, *, with_reports: bool = True
    ) -> AnswerBundle:
        """Read what `write` writes; raises AppError where there is no answer."""
        with JournalReader.open(self._folders.journal) as reader:
            questions = tuple(self._questions(reader, keys))
            ended = [one for one in reader.mocks.runs() if one.ended_at] if with_reports else []
        if not questions:
            raise AppError(
                "There is no sealed answer to export yet.", "Seal one, or ask for other questions."
            )
        reports = (self._open_report(one.uuid) for one in reversed(ended))
        return AnswerBundle(questions, tuple(map(_report_section, reports)))

    def _questions(
        self, reader: JournalReader, keys: Collection[str] | None
    ) -> Iterator[BundledQuestion]:
        wanted = sorted(
            key
            for key, done in reader.activity().items()
            if done.attempts and (keys is None or key in keys)
        )
        entries = self._bank.find_entries(wanted)
        for key in wanted:
            attempts = reader.attempts_of(key)
            if attempts:
                file = find_question(reader, entries.get(key), attempts[-1])
                answered = [with_notes(reader, attempt) for attempt in attempts]
                page = answer_markdown(file.question, answered, file.digest)
                yield BundledQuestion(
                    title=" ".join(file.question.title.split()) or key,
                    markdown=embed_markdown(_without_front_matter(page), _QUESTION_LEVEL),
                    texts=tuple(attempt.text for attempt in attempts),
                    images=answer_images(self._folders.data, key, file),
                )


def _report_section(report: MockReport) -> str:
    started = f"{report.record.started_at.astimezone():%Y-%m-%d %H:%M}"
    page = embed_markdown(mock_report_page(report), _REPORT_LEVEL + 1)
    return f"### {report.record.template}, {started}\n\n{page}"


def _without_front_matter(page: str) -> str:
    """The page below the front matter that `answer_markdown` writes first."""
    return page.partition("\n---\n")[2].lstrip("\n")
