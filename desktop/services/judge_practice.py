"""What was made of a question's attempts: their numbers, and what comes back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from desktop.bank.question_file import read_question
from desktop.domain.attempt import Attempt
from desktop.domain.attempt_notes import AttemptNotes
from desktop.domain.feedback import RULE, SEMANTIC
from desktop.domain.mark import Mark, Verdict, counting_marks, coverage
from desktop.domain.practice_facts import AttemptFact, ReviewItem
from desktop.domain.question import Question
from desktop.domain.review_items import JudgedAnswer, review_items
from desktop.journal.journal_reader import JournalReader

_METHODS = frozenset((RULE, SEMANTIC))


@dataclass(frozen=True, slots=True)
class JudgedPractice:
    """The judged attempts of a question, oldest first, and what comes back of it."""

    answers: tuple[JudgedAnswer, ...] = ()
    items: tuple[ReviewItem, ...] = ()

    @property
    def facts(self) -> tuple[AttemptFact, ...]:
        """The attempts in numbers."""
        return tuple(answer.fact for answer in self.answers)

    @property
    def coverage(self) -> float | None:
        """The share of the rubric's weight that the newest attempt covers, None if not known.

        What a rule alone says is not told: it would give the points away before a prediction.
        """
        newest = self.answers[-1] if self.answers else None
        return newest.fact.share if newest and newest.verdicts else None

    @property
    def due_on(self) -> date | None:
        """The first local day on which something of it is due, None for never."""
        return min((item.due_on for item in self.items if item.due_on), default=None)


NOTHING_JUDGED = JudgedPractice()


class JudgePractice:
    """Reads marks and reviews from the journal; a question text is read once."""

    def __init__(self, journal: JournalReader) -> None:
        self._journal = journal
        self._question_of = cache(self._read_question)

    def judged(self, key: str, attempts: Sequence[Attempt]) -> JudgedPractice:
        """What was made of these attempts at a question, which come oldest first."""
        if not attempts:
            return NOTHING_JUDGED
        ratings = self._journal.reviews.ratings_of(key)
        answers = []
        for attempt in attempts:
            notes = self._journal.notes.of_attempt(attempt.uuid)
            question = self._question_of(attempt.digest)
            counting = counting_marks(notes.marks)
            answers.append(
                JudgedAnswer(
                    _fact(attempt, question, notes, counting),
                    question.points,
                    {n: one.verdict for n, one in counting.items() if one.judge not in _METHODS},
                    ratings.get(attempt.uuid),
                )
            )
        reviews = self._journal.reviews
        items = review_items(answers, reviews.point_reviews_of(key), reviews.days_of(key))
        return JudgedPractice(tuple(answers), items)

    def _read_question(self, digest: str) -> Question:
        text = self._journal.find_question_text(digest) or ""
        return read_question(text, path=Path("question.md")).question


def _fact(
    attempt: Attempt, question: Question, notes: AttemptNotes, counting: Mapping[int, Mark]
) -> AttemptFact:
    points = question.points
    verdicts = [counting[number].verdict for number in range(len(points)) if number in counting]
    return AttemptFact(
        uuid=attempt.uuid,
        key=attempt.question_key,
        title=question.title,
        sealed_at=attempt.sealed_at,
        active_s=attempt.active_s,
        budget_s=attempt.budget_s,
        category=question.category,
        topics=question.topics,
        rounds=question.rounds,
        points=len(points),
        covered=verdicts.count(Verdict.COVERED),
        share=coverage(points, notes.marks),
        predicted=notes.prediction.covered if notes.prediction else None,
        is_with_help=attempt.is_with_help,
    )
