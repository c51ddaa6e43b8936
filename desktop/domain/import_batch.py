"""Many questions that came in together, before a person has decided about each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from desktop.domain.imported_question import ImportedQuestion


class ImportKind(StrEnum):
    """What an import was taken for; the value is how it reads on screen."""

    PAGE = "question page"
    QUESTION_FILE = "question file"
    LIST = "list of questions"
    PAIRS = "questions with answers"
    TABLE = "table"
    JSON = "JSON"
    ANKI_TEXT = "Anki text export"
    ANKI_DECK = "Anki deck"
    PACK = "zip pack"
    FOLDER = "folder"


class ImportField(StrEnum):
    """What a column can hold; the value is how it is written in a mapping."""

    TITLE = "title"
    PROMPT = "prompt"
    ANSWER = "answer"
    TOPICS = "topics"
    CATEGORY = "category"
    DIFFICULTY = "difficulty"
    MINUTES = "minutes"
    ROUNDS = "rounds"
    ROLES = "roles"
    COMPANIES = "companies"
    POINTS = "points"
    FOLLOW_UPS = "follow-ups"
    REFERENCES = "references"


ColumnMapping = Mapping[ImportField, str]
"""The column that holds each field."""


@dataclass(frozen=True, slots=True)
class ImportPlace:
    """Where something stands in what was imported; `number` counts from 1, 0 is the whole."""

    name: str
    number: int = 0
    unit: str = "line"

    def __str__(self) -> str:
        return f"{self.name}, {self.unit} {self.number}" if self.number else self.name


@dataclass(frozen=True, slots=True)
class BatchQuestion:
    """A question, where it came from, and for a question file its bytes as they were."""

    imported: ImportedQuestion
    place: ImportPlace
    file_bytes: bytes | None = None


@dataclass(frozen=True, slots=True)
class BatchWarning:
    """What did not become a question, or not wholly."""

    place: ImportPlace
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


@dataclass(frozen=True, slots=True)
class Batch:
    """What an import became; `columns` and `mapping` are empty where there are no columns."""

    kind: ImportKind
    name: str
    questions: tuple[BatchQuestion, ...]
    warnings: tuple[BatchWarning, ...] = ()
    columns: tuple[str, ...] = ()
    mapping: ColumnMapping = field(default_factory=dict)
