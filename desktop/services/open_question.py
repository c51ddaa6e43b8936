"""Opening a question: its file, its draft, its attempts, its neighbours."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from desktop.bank.bank import Bank
from desktop.bank.question_file import QuestionFile
from desktop.domain.attempt import Attempt
from desktop.domain.draft import Draft
from desktop.domain.errors import AppError
from desktop.journal.journal_reader import JournalReader
from desktop.services.question_sheet import QuestionSheet
from desktop.services.read_question import make_sheet

SECONDS_A_MINUTE = 60


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
    related: tuple[tuple[str, str], ...] = ()


class OpenQuestion:
    """Opens questions of one bank; every call may come from another thread."""

    def __init__(self, bank: Bank, default_budget_s: float) -> None:
        self._bank = bank
        self._default_budget_s = default_budget_s

    def file(self, key: str) -> QuestionFile:
        """The question's file; raises AppError if it is gone."""
        path = self._bank.find_path(key)
        if path is None:
            raise AppError(
                f"The question {key} is not in the bank any more.",
                "Its file was moved or deleted. Your answers to it are kept.",
            )
        return self._bank.read(path)

    def sheet(self, key: str, file: QuestionFile) -> QuestionSheet:
        return make_sheet(key, file, self._bank.origin(file.path))

    def draft(
        self, reader: JournalReader, key: str, sheet: QuestionSheet, now: datetime
    ) -> tuple[Draft, bool]:
        """The kept draft, or a fresh one with the question's budget; and whether it was kept."""
        kept = reader.find_draft(key)
        if kept is not None:
            return kept, True
        minutes_s = sheet.minutes * SECONDS_A_MINUTE if sheet.minutes else None
        fresh = Draft(
            question_key=key,
            digest=sheet.digest,
            text="",
            started_at=now,
            saved_at=now,
            budget_s=minutes_s or self._default_budget_s,
            revealed=reader.activity_of(key).revealed,
        )
        return fresh, False

    def open(
        self,
        reader: JournalReader,
        key: str,
        now: datetime,
        neighbours: Iterable[tuple[str, str]],
    ) -> OpenedQuestion:
        """Everything the window shows of a question."""
        file = self.file(key)
        sheet = self.sheet(key, file)
        draft, is_kept = self.draft(reader, key, sheet, now)
        return OpenedQuestion(
            sheet=sheet,
            file=file,
            draft=draft,
            is_draft_kept=is_kept,
            attempts=reader.attempts_of(key),
            related=self._related(file, key, neighbours),
        )

    def _related(
        self, file: QuestionFile, key: str, neighbours: Iterable[tuple[str, str]]
    ) -> tuple[tuple[str, str], ...]:
        named = []
        for other in file.question.related:
            path = self._bank.find_path(other)
            if path is not None and other != key:
                named.append((other, self._bank.read(path).question.title))
        known = {other for other, _ in named}
        return (*named, *(one for one in neighbours if one[0] not in known and one[0] != key))
