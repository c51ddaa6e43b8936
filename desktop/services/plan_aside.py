"""Planning beside a window: a large bank takes a while, so it is done in a process of its own."""

from contextlib import closing
from datetime import UTC, date, datetime, time
from pathlib import Path

from desktop.domain.query import parse_query
from desktop.domain.question_sort import Sort
from desktop.domain.study_plan import StudyPlan, plan_study
from desktop.journal.journal_reader import JournalReader
from desktop.search.finder import Finder
from desktop.search.index import Index, with_sound_index
from desktop.search.practice_rows import PracticeRows
from desktop.services.call_aside import Answering, CallAside

LONG_ONES = "form:long"
SECONDS_A_MINUTE = 60
MOST_QUESTIONS = 1_000_000
FAULT = ("The plan could not be made this time; nothing was lost.", "Open the page again.")


class PlanAside:
    """Makes plans; every call may come from any thread."""

    def __init__(self, index: Path, journal: Path) -> None:
        self._aside = CallAside(FAULT, _build, index, journal)

    def plan(self, today: date, minutes_a_day: int) -> StudyPlan:
        """The plan from a local day on; AppError if the process ends before its time."""
        plan: StudyPlan = self._aside.call(today, minutes_a_day)
        return plan

    def close(self) -> None:
        """End the process."""
        self._aside.close()


class MakePlan:
    """Reads the bank and the journal's reviews, and plans."""

    def __init__(self, index: Path, journal: Path) -> None:
        self._index = index
        self._journal = journal

    def plan(self, today: date, minutes_a_day: int) -> StudyPlan:
        """The plan from a local day on."""
        with JournalReader.open(self._journal) as reader:
            interviews = reader.reviews.interviews()
            written_s = reader.reviews.seconds_since(_midnight(today))

        def make(index: Index) -> StudyPlan:
            with closing(index.connect()) as connection:
                questions = Finder(connection).find(
                    parse_query(LONG_ONES), Sort.TITLE, limit=MOST_QUESTIONS
                )
                items = PracticeRows(connection).items()
                facts = PracticeRows(connection).facts_since(_midnight(today))
            spent_s = written_s + sum(fact.active_s for fact in facts)
            return plan_study(
                today, interviews, minutes_a_day, questions, items, spent_s / SECONDS_A_MINUTE
            )

        return with_sound_index(self._index, make)


def _midnight(day: date) -> datetime:
    """When a local day begins, UTC-aware."""
    return datetime.combine(day, time()).astimezone(UTC)


def _build(index: Path, journal: Path) -> Answering:
    return MakePlan(index, journal).plan
