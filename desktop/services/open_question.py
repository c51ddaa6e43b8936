"""Opening a question: its file, its draft, its attempts, its neighbours."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.bank.bank import Bank, BankEntry
from desktop.bank.question_file import QuestionFile
from desktop.domain.attempt import Attempt
from desktop.domain.draft import Draft
from desktop.domain.errors import AppError
from desktop.journal.journal_reader import JournalReader
from desktop.services.attempt_list import AttemptList, list_attempts
from desktop.services.find_questions import FindQuestions
from desktop.services.fresh_draft import fresh_draft
from desktop.services.question_files import QuestionFiles
from desktop.services.question_sheet import QuestionSheet
from desktop.services.read_question import make_sheet

MOST_RELATED = 6


@dataclass(frozen=True, slots=True)
class OpenedQuestion:
    """A question with what the person has made of it.

    `draft` is a fresh one where none is kept; `related` holds the key and title of questions to
    go on with, those the file names first.
    """

    sheet: QuestionSheet
    file: QuestionFile
    draft: Draft
    is_draft_kept: bool
    attempts: tuple[Attempt, ...]
    listed: AttemptList
    related: tuple[tuple[str, str], ...] = ()


class OpenQuestion:
    """Opens questions of one bank; every call may come from another thread."""

    def __init__(
        self,
        bank: Bank,
        files: QuestionFiles,
        journal: Path,
        find: FindQuestions,
        now: Callable[[], datetime],
        usual_budget_s: Callable[[], float],
    ) -> None:
        self._bank = bank
        self._files = files
        self._journal = journal
        self._find = find
        self._now = now
        self._usual_budget_s = usual_budget_s

    def open(self, key: str) -> OpenedQuestion:
        """Everything the window shows of a question; raises AppError if its file is gone."""
        entry = self._files.find_entry(key)
        if entry is None:
            raise AppError(
                f"The question {key} is not in the bank any more.",
                "Its file was moved or deleted. Your answers to it are kept.",
            )
        file = self._bank.read(entry.path)
        sheet = make_sheet(key, file, _origin(entry))
        with JournalReader.open(self._journal) as reader:
            kept = reader.find_draft(key)
            draft = kept or fresh_draft(reader, sheet, self._now(), self._usual_budget_s())
            attempts = reader.attempts_of(key)
            listed = list_attempts(reader, key, attempts)
        with suppress(AppError):  # it only makes the next start quicker
            self._find.keep_sheet(sheet)
        related = self._find.neighbours(key, MOST_RELATED)
        return OpenedQuestion(sheet, file, draft, kept is not None, attempts, listed, related)


def _origin(entry: BankEntry) -> str:
    """Where a question comes from, as far as it is worth saying."""
    if entry.source.is_shipped:
        return ""
    if entry.is_edited:
        return "your edited copy"
    return "your own questions" if entry.source.is_own else f"the pack {entry.source.name}"
