"""How much of the rubrics' points is covered by topic, and how that changed."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import NamedTuple

from desktop.domain.practice_calendar import DatedFact, monday_of
from desktop.domain.practice_facts import AttemptFact
from desktop.domain.progress_table import Table, percent

MOST_TOPICS = 12


class CoveredThen(NamedTuple):
    """The share of a topic's points that the newest answers covered at the end of a week."""

    monday: date
    share: float


@dataclass(frozen=True, slots=True)
class TopicCoverage:
    """Points and covered points of a topic, from the newest marked answer of each question.

    `answers` counts all marked answers. `trend` has one value for each week with an answer, the
    last of which is `share`.
    """

    topic: str
    answers: int
    questions: int
    points: int
    covered: int
    trend: tuple[CoveredThen, ...]

    @property
    def share(self) -> float:
        return self.covered / self.points


@dataclass(frozen=True, slots=True)
class TopicProgress:
    """The topics with most marked answers, the weakest first."""

    topics: tuple[TopicCoverage, ...]

    @property
    def table(self) -> Table:
        columns = (
            "Topic",
            "Marked answers",
            "Questions",
            "Points covered",
            "Points",
            "Covered (%)",
            "Covered in the first week (%)",
            "First week (Monday)",
        )
        rows = (
            (
                one.topic,
                one.answers,
                one.questions,
                one.covered,
                one.points,
                percent(one.share),
                percent(one.trend[0].share),
                f"{one.trend[0].monday}",
            )
            for one in self.topics
        )
        return Table("Points covered by topic", columns, tuple(rows))


def topic_progress(facts: Iterable[DatedFact]) -> TopicProgress:
    """The progress of topics from facts in order of time."""
    marked = [one for one in facts if one.fact.share is not None and one.fact.points]
    counts = Counter(chain.from_iterable(set(one.fact.topics) for one in marked))
    leading = sorted(counts, key=lambda topic: (-counts[topic], topic))[:MOST_TOPICS]
    growing = {topic: _GrowingTopic(topic) for topic in leading}
    for one in marked:
        if not growing.keys().isdisjoint(one.fact.topics):
            for topic in growing.keys() & one.fact.topics:
                growing[topic].add(one)
    covered = (one.coverage() for one in growing.values())
    return TopicProgress(tuple(sorted(covered, key=lambda one: (one.share, one.topic))))


class _GrowingTopic:
    """The sums over the newest answers as they stand after so many facts."""

    def __init__(self, topic: str) -> None:
        self._topic = topic
        self._newest: dict[str, AttemptFact] = {}
        self._answers = self._points = self._covered = 0
        self._by_day: dict[date, float] = {}

    def add(self, dated: DatedFact) -> None:
        fact = dated.fact
        before = self._newest.get(fact.key)
        if before is not None:
            self._points -= before.points
            self._covered -= before.covered
        self._newest[fact.key] = fact
        self._answers += 1
        self._points += fact.points
        self._covered += fact.covered
        self._by_day[dated.day] = self._covered / self._points

    def coverage(self) -> TopicCoverage:
        by_week = {monday_of(day): share for day, share in self._by_day.items()}
        trend = tuple(CoveredThen(monday, share) for monday, share in by_week.items())
        questions = len(self._newest)
        return TopicCoverage(
            self._topic, self._answers, questions, self._points, self._covered, trend
        )
