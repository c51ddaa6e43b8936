"""Take in a pasted question page: text or HTML in, a question with its doubts out."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from desktop.bank.importing.pasted_page import read_pasted_page
from desktop.bank.importing.pasted_question_file import is_question_file, read_pasted_file
from desktop.bank.importing.similar_questions import KnownQuestion
from desktop.domain.imported_question import ImportedQuestion
from desktop.domain.list_items import read_items
from desktop.domain.question import Part

RELATED_HEADING = "Related questions"


def import_question(
    page: str, *, today: date, known: Iterable[KnownQuestion] = ()
) -> ImportedQuestion:
    """The question in a pasted page: text, Markdown, HTML, or a question file.

    `known` are the bank's questions, to say which are like it. Nothing is saved. Raises AppError
    where the page holds no question.
    """
    if is_question_file(page):
        return read_pasted_file(page, known)
    return read_pasted_page(page, today, known)


def imported_as_json(imported: ImportedQuestion) -> dict[str, Any]:
    """All that an import found, as values that JSON can write."""
    question = imported.question
    parts = question.parts
    other = {section.heading: section.body for section in question.other_sections}
    return {
        "question": {
            "id": question.id,
            "title": question.title,
            "prompt": question.prompt,
            "category": question.category,
            "topics": list(question.topics),
            "difficulty": question.difficulty,
            "rounds": list(question.rounds),
            "roles": list(question.roles),
            "minutes": question.minutes,
            "companies": list(question.companies),
            "source": question.source,
            "updated": question.updated,
            "references": list(question.references),
            "imported": dict(question.imported),
            "why": parts.get(Part.WHY, ""),
            "expectations": [
                {"text": point.text, "weight": point.weight, "cues": list(point.cues)}
                for point in question.points
            ],
            "key_topics": list(read_items(parts.get(Part.KEY_TOPICS, ""))),
            "approach": list(read_items(parts.get(Part.APPROACH, ""))),
            "follow_ups": [
                {"text": follow_up.text, "reply": follow_up.reply}
                for follow_up in question.follow_ups
            ],
            "sample_answer": parts.get(Part.SAMPLE_ANSWER, ""),
            "weak_answers": list(read_items(parts.get(Part.WEAK_ANSWERS, ""))),
            "related": [*question.related, *read_items(other.pop(RELATED_HEADING, ""))],
            "other_sections": other,
        },
        "warnings": [
            {"field": warning.field, "message": warning.message, "proposal": warning.proposal}
            for warning in imported.warnings
        ],
        "not_found": list(imported.not_found),
    }
