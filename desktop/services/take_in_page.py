"""Importing a page for the window: read it, and save the question once it was mended."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from desktop.bank.bank import Bank
from desktop.bank.importing.text_import import TextImport
from desktop.bank.new_id import new_id
from desktop.domain.errors import AppError
from desktop.domain.imported_question import ImportedQuestion
from desktop.domain.question import Question
from desktop.services.import_question import import_question
from desktop.services.known_questions import KnownQuestions
from desktop.services.page_file import read_page_file
from desktop.services.read_import import PASTED


@dataclass(frozen=True, slots=True)
class ReadPage:
    """The source as text, the question it became, and how many questions it seems to hold."""

    source: str
    imported: ImportedQuestion
    many: int = 0


class TakeInPage:
    """Reads pages and saves questions; every call may come from another thread."""

    def __init__(self, bank: Bank, known: KnownQuestions, now: Callable[[], datetime]) -> None:
        self._bank = bank
        self._known = known
        self._now = now

    def read_text(self, text: str) -> ReadPage:
        """The question in a text; raises AppError if there is none."""
        today = self._now().astimezone().date()
        imported = import_question(text, today=today, known=self._known.like(text))
        return ReadPage(text, imported, _count_many(text, today))

    def read_file(self, path: Path) -> ReadPage:
        """The question in a file; raises AppError if it cannot be read or holds none."""
        return self.read_text(read_page_file(path))

    def save(self, question: Question) -> str:
        """Write a question as a new file of the person's own; its key."""
        if not question.title.strip():
            raise AppError("The question has no title yet.", "Give it one, then save again.")
        own_id = new_id(question.title, frozenset(self._bank.ids()))
        self._bank.save(replace(question, id=own_id))
        return own_id


def _count_many(text: str, today: date) -> int:
    try:
        many = TextImport(text, PASTED, today).read_many()
    except AppError:  # it was read as a page all the same
        return 0
    return len(many.questions) if many else 0
