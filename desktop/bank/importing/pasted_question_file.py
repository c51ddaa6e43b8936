"""A pasted text that is a question file already."""

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from desktop.bank.importing.page_text import plain_characters
from desktop.bank.importing.page_vocabulary import kebab_case
from desktop.bank.importing.similar_questions import KnownQuestion, likeness_warnings
from desktop.bank.question_file import read_question
from desktop.domain.imported_question import FieldWarning, ImportedQuestion

_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(?:(?!---).*\n)*?title[ \t]*:.*\n(?:(?!---).*\n)*---")
_EXPECTED = ("category", "difficulty", "rounds", "roles", "minutes", "topics", "prompt", "parts")


def is_question_file(text: str) -> bool:
    """Whether a text starts with the front matter of a question file."""
    return _FRONT_MATTER.match(text.replace("\r\n", "\n")) is not None


def read_pasted_file(text: str, known: Iterable[KnownQuestion]) -> ImportedQuestion:
    """The question in the text of a question file; its problems are the warnings.

    Raises AppError where the text is too long.
    """
    found = read_question(plain_characters(text), path=Path("question.md"))
    question = replace(found.question, id=kebab_case(found.question.title) or "question")
    warnings = (
        *likeness_warnings(question, known),
        *(FieldWarning("file", f"Line {one.line}: {one.message}") for one in found.problems),
    )
    not_found = tuple(name for name in _EXPECTED if not getattr(question, name))
    return ImportedQuestion(question, warnings, not_found)
