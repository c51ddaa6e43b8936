"""Importing a page for the window: read it, and save the question once it was mended."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from desktop.bank.bank import Bank
from desktop.bank.new_id import new_id
from desktop.domain.errors import AppError
from desktop.domain.imported_question import ImportedQuestion
from desktop.domain.question import Question
from desktop.services.import_question import import_question
from desktop.services.known_questions import KnownQuestions
from desktop.services.page_file import read_page_file


@dataclass(frozen=True, slots=True)
class ReadPage:
    """The source as text, and the question it became."""

    source: str
    imported: ImportedQuestion


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
        return ReadPage(text, imported)

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
