"""Take in a pasted question page: text or HTML in, a question with its doubts out."""

from collections.abc import Iterable
from datetime import date

from desktop.bank.importing.pasted_page import read_pasted_page
from desktop.bank.importing.similar_questions import KnownQuestion
from desktop.domain.imported_question import ImportedQuestion


def import_question(
    page: str, *, today: date, known: Iterable[KnownQuestion] = ()
) -> ImportedQuestion:
    """The question in a pasted page, which may be text, Markdown, HTML or a question file.

    `known` are the bank's questions, to say which are like it. Nothing is saved. Raises AppError
    where the page holds no question.
    """
    return read_pasted_page(page, today, known)
