"""What the index is told of a question."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import PurePath

from desktop.domain.question_summary import Status


@dataclass(frozen=True, slots=True)
class FileStamp:
    """A file and what shows whether it has changed: size in bytes and time in nanoseconds."""

    path: str
    size: int
    mtime_ns: int

    @property
    def id(self) -> str:
        """The file's name without its ending; files of one id belong together."""
        return PurePath(self.path).stem


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedDocument:
    """A question and its file; `parts` is the Markdown under each heading after the prompt.

    `flags` are values of `is:` that the file decides, such as "edited" or "quick". `formerly`
    holds keys the question had before.
    """

    key: str
    stamp: FileStamp
    digest: str
    title: str
    prompt: str = ""
    category: str = ""
    topics: tuple[str, ...] = ()
    difficulty: str = ""
    rounds: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    minutes: int | None = None
    companies: tuple[str, ...] = ()
    pack: str = ""
    related: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    is_quick: bool = False
    problem_count: int = 0
    parts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """Where a person stands with a question.

    `status` is shown in its row; `statuses` are all that hold, among them due, weak and strong;
    `coverage` is the covered share of the rubric's weight. `last_answered` is UTC-aware.
    """

    key: str
    status: Status = Status.NEW
    statuses: tuple[str, ...] = ("new",)
    flags: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    last_answered: datetime | None = None
    due: date | None = None
    coverage: float | None = None


class AnswerKind(StrEnum):
    """Whether an answer is still being written."""

    DRAFT = "draft"
    ATTEMPT = "attempt"


@dataclass(frozen=True, slots=True)
class AnswerStamp:
    """Which answer, and when it was saved or sealed (UTC-aware); a draft has no uuid."""

    kind: AnswerKind
    written_at: datetime
    uuid: str = ""


@dataclass(frozen=True, slots=True)
class OwnAnswer:
    """A draft or an attempt of the person, for the words in it."""

    stamp: AnswerStamp
    text: str
