"""A question as it came out of a pasted page, before a person has looked at it."""

from dataclasses import dataclass

from desktop.domain.question import Question


@dataclass(frozen=True, slots=True)
class FieldWarning:
    """What looks wrong in an import; `field` names the field of the question it stands beside.

    A part is named as in `Part`, in small letters. `proposal` is a value that may serve better,
    "" where there is none.
    """

    field: str
    message: str
    proposal: str = ""


@dataclass(frozen=True, slots=True)
class ImportedQuestion:
    """The question found in a page, what looks wrong, and which fields were not found."""

    question: Question
    warnings: tuple[FieldWarning, ...] = ()
    not_found: tuple[str, ...] = ()
