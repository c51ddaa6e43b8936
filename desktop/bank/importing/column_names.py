"""Which column of a table holds which field of a question, guessed from its name."""

import re
from collections.abc import Iterable, Mapping, Sequence

from desktop.domain.errors import AppError
from desktop.domain.import_batch import ColumnMapping, ImportField

_ALIASES: Mapping[ImportField, str] = {
    ImportField.TITLE: "title name heading subject summary headline",
    ImportField.PROMPT: "prompt question front q questiontext questions problem statement task ask"
    " text query card term frage vraag pregunta",
    ImportField.ANSWER: "answer back a sampleanswer modelanswer solution response reply answers"
    " answertext explanation definition output antwort antwoord respuesta reponse",
    ImportField.TOPICS: "topics topic tags tag keywords keyword labels label keytopics skills",
    ImportField.CATEGORY: "category area section domain chapter field module",
    ImportField.DIFFICULTY: "difficulty level hardness complexity",
    ImportField.MINUTES: "minutes time duration timeminutes timeinminutes estimatedtime timelimit",
    ImportField.ROUNDS: "rounds round interviewround stage",
    ImportField.ROLES: "roles role position job",
    ImportField.COMPANIES: "companies company askedat employer",
    ImportField.POINTS: "points rubric expectations expected keypoints checklist criteria"
    " whattheinterviewerexpects",
    ImportField.FOLLOW_UPS: "followups followup followupquestions",
    ImportField.REFERENCES: "references reference sources source link links url",
}
_FIELD_OF = {alias: name for name, aliases in _ALIASES.items() for alias in aliases.split()}


def field_of_column(column: str) -> ImportField | None:
    """The field that the name of a column says, None if it says none."""
    return _FIELD_OF.get(re.sub(r"[\W_]+", "", column.casefold()))


def guess_mapping(columns: Sequence[str]) -> dict[ImportField, str]:
    """The fields of columns by their names; the prompt and the answer by their places if need be.

    Of two columns of one field the first has it.
    """
    mapping: dict[ImportField, str] = {}
    for column in columns:
        name = field_of_column(column)
        if name:
            mapping.setdefault(name, column)
    free = [column for column in columns if column not in mapping.values()]
    if not mapping.keys() & {ImportField.PROMPT, ImportField.TITLE} and free:
        mapping[ImportField.PROMPT] = free.pop(0)
        if ImportField.ANSWER not in mapping and free:
            mapping[ImportField.ANSWER] = free.pop(0)
    return mapping


def checked_mapping(mapping: ColumnMapping, columns: Iterable[str]) -> ColumnMapping:
    """A mapping a person gave; raises AppError if it names a column that is not there."""
    known = tuple(columns)
    for column in mapping.values():
        if column not in known:
            raise AppError(
                f'There is no column "{column}". Nothing was imported.',
                f"There are: {', '.join(known[:20])}.",
            )
    if not mapping.keys() & {ImportField.PROMPT, ImportField.TITLE}:
        raise AppError(
            "No column is given for the question. Nothing was imported.",
            "Say which column holds the prompt or the title.",
        )
    return mapping
