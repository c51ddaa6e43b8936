"""Every attempt of a question with what was kept beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from desktop.bank.question_file import read_question
from desktop.domain.attempt import Attempt
from desktop.domain.attempt_notes import AttemptNotes
from desktop.domain.judged_points import JudgedPoints, judge_points
from desktop.domain.mark import SELF
from desktop.domain.practice_facts import ReviewItem
from desktop.domain.rubric import RubricPoint
from desktop.journal.journal_reader import JournalReader
from desktop.services.judge_practice import JudgePractice


@dataclass(frozen=True, slots=True)
class AttemptEntry:
    """An attempt, its marks, note and star, and the points of the question text it answered."""

    attempt: Attempt
    notes: AttemptNotes
    points: tuple[RubricPoint, ...]

    @property
    def judged(self) -> JudgedPoints:
        return judge_points(self.points, self.notes.marks)

    @property
    def is_compared(self) -> bool:
        """Whether the person has looked at the points: before that, nothing of them is told."""
        has_own = any(mark.judge == SELF for mark in self.notes.marks)
        return has_own or self.notes.prediction is not None


@dataclass(frozen=True, slots=True)
class AttemptList:
    """The attempts of a question, newest first, what comes back of it, and the note on it."""

    question_key: str
    entries: tuple[AttemptEntry, ...] = ()
    note: str = ""
    items: tuple[ReviewItem, ...] = ()


def list_attempts(reader: JournalReader, key: str, attempts: Sequence[Attempt]) -> AttemptList:
    """What was kept beside these attempts of a question, which come oldest first."""

    @cache
    def points_of(digest: str) -> tuple[RubricPoint, ...]:
        text = reader.find_question_text(digest) or ""
        return read_question(text, path=Path(f"{key}.md")).question.points

    entries = (
        AttemptEntry(attempt, reader.notes.of_attempt(attempt.uuid), points_of(attempt.digest))
        for attempt in reversed(attempts)
    )
    items = JudgePractice(reader).judged(key, attempts).items if attempts else ()
    return AttemptList(key, tuple(entries), reader.notes.of_question(key), items)


def read_attempts(journal: Path, key: str) -> AttemptList:
    """The attempts of a question as they stand in the journal now."""
    with JournalReader.open(journal) as reader:
        return list_attempts(reader, key, reader.attempts_of(key))
