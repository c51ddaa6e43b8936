"""Reading what practice came to, as the index has it: what is due, today's page, progress."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from random import Random

from desktop.domain.memory import Memory, reviewed
from desktop.domain.practice_facts import ReviewItem
from desktop.domain.progress import ProgressFacts
from desktop.domain.query import parse_query
from desktop.domain.question_sort import Sort
from desktop.domain.question_summary import QuestionSummary
from desktop.domain.rating import Rating
from desktop.domain.readiness import round_readiness
from desktop.domain.review import Interview
from desktop.domain.today import Today, Unmarked
from desktop.journal.journal_reader import JournalReader
from desktop.search.finder import Finder
from desktop.search.index_notes import IndexNotes
from desktop.search.practice_rows import PracticeRows
from desktop.services.find_questions import FindQuestions
from desktop.services.index_practice import PRACTICE_NOTE
from desktop.services.index_readers import IndexReaders, once_more_if_damaged
from desktop.services.judge_practice import JudgePractice

LONG_ONES = "form:long"
MOST_QUESTIONS = 1_000_000
NEW_ONES = "status:new form:long"


@dataclass(frozen=True, slots=True)
class RatingChoices:
    """The rating an answer has, by the person or as suggested, and when each would bring it back.

    `days` are whole days from the answer on, by the four ratings.
    """

    attempt_uuid: str
    rating: Rating
    is_own: bool
    days: dict[Rating, int]


class ReadPractice:
    """Every call may come from any thread."""

    def __init__(
        self, index: Path, journal: Path, find: FindQuestions, now: Callable[[], datetime]
    ) -> None:
        self._readers = IndexReaders(index)
        self._journal = journal
        self._find = find
        self._now = now

    def day(self) -> date:
        """Today by the local clock."""
        return self._now().astimezone().date()

    @once_more_if_damaged
    def due(self) -> tuple[ReviewItem, ...]:
        """What is due today, the longest due first."""
        with self._readers.connection() as connection:
            return PracticeRows(connection).items_due(self.day())

    @once_more_if_damaged
    def items_of(self, key: str) -> tuple[ReviewItem, ...]:
        """What comes back of one question, the whole of it first."""
        with self._readers.connection() as connection:
            return PracticeRows(connection).items_of(key)

    @once_more_if_damaged
    def progress(self) -> ProgressFacts:
        """All that progress is drawn from."""
        with self._readers.connection() as connection:
            rows = PracticeRows(connection)
            facts, items = rows.facts(), rows.items()
            questions = Finder(connection).find(
                parse_query(LONG_ONES), Sort.TITLE, limit=MOST_QUESTIONS
            )
        readiness = round_readiness(self.day(), self.interviews(), questions, items)
        points = tuple(item for item in items if item.is_point)
        return ProgressFacts(facts, points, readiness, self.day())

    def interviews(self) -> tuple[Interview, ...]:
        """The interviews to come, today's among them, the earliest first."""
        with JournalReader.open(self._journal) as reader:
            return tuple(one for one in reader.reviews.interviews() if one.held_on >= self.day())

    def today(self) -> Today:
        """Today's page, as yet without a plan."""
        is_counted = self._is_counted()  # first, so that it holds for what is due
        due = self.due()
        return Today(
            self.day(),
            due,
            self._unmarked(),
            self.interviews(),
            offer=self._offer() if is_counted and not due else None,
            is_counted=is_counted,
        )

    def find_choices(self, attempt_uuid: str) -> RatingChoices | None:
        """How an answer is rated; None before all of its points are marked."""
        with JournalReader.open(self._journal) as reader:
            attempt = reader.find_attempt(attempt_uuid)
            if attempt is None:
                return None
            key = attempt.question_key
            judged = JudgePractice(reader).judged(key, reader.attempts_of(key))
            own = reader.reviews.ratings_of(key)
        memory: Memory | None = None
        for answer in judged.answers:
            if answer.fact.uuid == attempt_uuid:
                break
            if answer.rating is not None:
                memory = reviewed(memory, answer.rating, answer.fact.sealed_at)
        else:
            return None
        if answer.rating is None:
            return None
        at = attempt.sealed_at
        days = {one: (reviewed(memory, one, at).due - at).days for one in Rating}
        return RatingChoices(attempt_uuid, answer.rating, attempt_uuid in own, days)

    @once_more_if_damaged
    def _is_counted(self) -> bool:
        """Whether the index has taken in the whole journal once."""
        with self._readers.connection() as connection:
            return IndexNotes(connection).find_note(PRACTICE_NOTE) is not None

    @once_more_if_damaged
    def _unmarked(self) -> tuple[Unmarked, ...]:
        with self._readers.connection() as connection:
            return tuple(Unmarked(*row) for row in PracticeRows(connection).unmarked())

    @once_more_if_damaged
    def _offer(self) -> QuestionSummary | None:
        """A question never answered, the same all day."""
        draw = Random(self.day().toordinal())  # noqa: S311 - a choice of question, not a secret
        keys = self._find.draw(NEW_ONES, 1, draw)
        with self._readers.connection() as connection:
            return next(iter(Finder(connection).find_keys(keys, 0, 1)), None)
