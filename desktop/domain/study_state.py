"""What is known of each topic while a plan is made, day by day."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from heapq import nlargest, nsmallest
from typing import NamedTuple

from desktop.domain.memory import Memory, reviewed
from desktop.domain.practice_facts import WHOLE, ReviewItem
from desktop.domain.question_summary import QuestionSummary
from desktop.domain.rating import Rating
from desktop.domain.review import Interview

BEST_OF_TOPIC = 2
"""A topic counts as known when two of its questions are, or its only one."""

LAST_LOOK = timedelta(days=3)
"""Only so shortly before the interview a thing is seen again before it comes due."""

MOST_NEW_OF_TOPIC = 3
"""Of the new questions of a topic only the shortest are weighed, so that large banks plan fast."""

USUAL_MINUTES = 20.0
NOON = time(12)


class Step(NamedTuple):
    """Something that can be done: a whole question, or one missed point of it."""

    key: str
    point: str = WHOLE


class _Known(NamedTuple):
    """What is remembered of a thing, and how much of the rubric's weight that is, 0 to 1."""

    memory: Memory
    worth: float

    def at(self, day: date) -> float:
        return self.worth * self.memory.recall(noon_of(day))


class _Valued(NamedTuple):
    """A question, and what would be said of it."""

    value: float
    key: str


_Best = list[_Valued]


class StudyState:
    """Changes as tasks are taken; a new state is made for every plan."""

    def __init__(
        self,
        coming: Sequence[Interview],
        questions: Sequence[QuestionSummary],
        items: Sequence[ReviewItem],
    ) -> None:
        self._coming = coming
        self._questions = {question.key: question for question in questions}
        self._items = {Step(one.key, one.point): one for one in items}
        self._known: dict[str, dict[str, _Known]] = defaultdict(dict)
        for item in items:
            if item.memory is not None:
                self._known[item.key][item.point] = _Known(item.memory, item.share * item.value)
        self._practised = {item.key for item in items}
        self._due = {
            step: item.due_on for step, item in self._items.items() if not item.is_suspended
        }
        self._topics = {one.uuid: self._scope(one) for one in coming}
        self._day = date.min
        self._done: set[Step] = set()
        self._targets: dict[str, tuple[date, tuple[str, ...]]] = {}
        self._best: dict[str, _Best] = {}
        self._gains: dict[Step, float] = {}

    def topics_of(self, interview: Interview) -> dict[str, tuple[str, ...]]:
        """The topics of an interview's rounds with the keys of their questions."""
        return self._topics[interview.uuid]

    def readiness(self, interview: Interview) -> float:
        """The mean over its topics of what would be said of them on the day."""
        topics = self._topics[interview.uuid].values()
        day = interview.held_on
        total = sum(_mean_of_best(self._best_of(keys, day), len(keys)) for keys in topics)
        return total / len(topics) if topics else 0.0

    def untouched_topics(self) -> tuple[str, ...]:
        """The topics of any interview of which no question was, or will be, answered."""
        topics = {topic: keys for one in self._topics.values() for topic, keys in one.items()}
        return tuple(
            sorted(topic for topic, keys in topics.items() if self._practised.isdisjoint(keys))
        )

    def topics_longer_than(self, minutes: float) -> frozenset[str]:
        """The topics whose every question takes longer."""
        return frozenset(
            topic
            for one in self._topics.values()
            for topic, keys in one.items()
            if all(self.minutes(Step(key)) > minutes for key in keys)
        )

    def begin(self, day: date) -> None:
        """Go to a day; each topic aims at the next interview that has it."""
        self._day = day
        self._done = set()
        self._targets = {}
        for one in reversed(self._coming):
            if one.held_on > day:
                for topic, keys in self._topics[one.uuid].items():
                    self._targets[topic] = (one.held_on, keys)
        self._best = {
            topic: self._best_of(keys, target) for topic, (target, keys) in self._targets.items()
        }
        self._gains = {step: self._gain(step) for step in self._candidates()}

    def find_best(
        self, most_minutes: float, least_gain: float, *, is_new_wanted: bool
    ) -> Step | None:
        """What lifts the topics most for each minute, among what fits; new questions if wanted."""
        while True:
            fitting = [
                one
                for one in self._gains
                if self.minutes(one) <= most_minutes and (is_new_wanted or not self.is_new(one))
            ]
            best = max(fitting, key=self._gain_a_minute, default=None)
            if best is None or self._gains[best] < least_gain:
                return None
            gain = self._gain(best)  # what was taken meanwhile may have made it smaller
            if gain >= self._gains[best]:
                return best
            self._gains[best] = gain

    def find_due(self, most_minutes: float) -> Step | None:
        """What is due and least remembered, among what fits."""
        due = [
            step
            for step, on in self._due.items()
            if on is not None
            and on <= self._day
            and step not in self._done
            and self.minutes(step) <= most_minutes
        ]
        return min(due, key=self._recall_today, default=None)

    def take(self, step: Step) -> None:
        """Do something, and well."""
        known = self._known[step.key]
        before = known.get(step.point)
        memory = reviewed(before.memory if before else None, Rating.GOOD, noon_of(self._day))
        if step.point:
            known[step.point] = _Known(memory, self._items[step].share)
        else:
            known.clear()
            known[WHOLE] = _Known(memory, 1.0)
            for other in [one for one in self._due if one.key == step.key]:
                self._forget(other)
        self._due[step] = memory.due_on
        self._practised.add(step.key)
        self._done.add(step)
        self._gains.pop(step, None)
        for topic, (target, keys) in self._targets.items():
            if step.key in keys:
                self._best[topic] = self._best_of(keys, target)

    def title(self, step: Step) -> str:
        item = self._items.get(step)
        return item.title if item else self._questions[step.key].title

    def minutes(self, step: Step) -> float:
        item = self._items.get(step)
        if item is not None:
            return item.minutes
        question = self._questions.get(step.key)
        return float(question.minutes or USUAL_MINUTES) if question else USUAL_MINUTES

    def is_new(self, step: Step) -> bool:
        """Whether the question was never answered, in the plan neither."""
        return step.key not in self._practised

    def _forget(self, step: Step) -> None:
        """A point that the whole question has just covered comes back no more."""
        if step.point:
            self._due.pop(step)
            self._gains.pop(step, None)

    def _scope(self, interview: Interview) -> dict[str, tuple[str, ...]]:
        topics: dict[str, list[str]] = defaultdict(list)
        for question in self._questions.values():
            if not interview.rounds or set(interview.rounds) & set(question.rounds):
                for topic in question.topics:
                    topics[topic].append(question.key)
        return {topic: tuple(keys) for topic, keys in topics.items()}

    def _candidates(self) -> Iterable[Step]:
        """What can lift a topic of a coming interview: due, new, or soon to be asked."""
        new: set[str] = set()
        soon: set[str] = set()
        practised: set[str] = set()
        for target, keys in self._targets.values():
            known = self._practised.intersection(keys)
            practised |= known
            if target - self._day <= LAST_LOOK:
                soon |= known
            unknown = (Step(key) for key in keys if key not in known)
            new.update(one.key for one in nsmallest(MOST_NEW_OF_TOPIC, unknown, self._length))
        yield from map(Step, sorted(new))
        for step, due in self._due.items():
            is_due = due is not None and due <= self._day
            if step.key in practised and (is_due or step.key in soon):
                yield step

    def _length(self, step: Step) -> tuple[float, str]:
        return self.minutes(step), step.key

    def _gain(self, step: Step) -> float:
        """How much a step lifts the topics of its question, added up."""
        gain = 0.0
        values: dict[date, float] = {}
        for topic in self._questions[step.key].topics:
            if topic not in self._targets:
                continue
            target, keys = self._targets[topic]
            if target not in values:
                values[target] = self._value_after(step, target)
            best = self._best[topic]
            others = [one for one in best if one.key != step.key]
            after = sorted([*others, _Valued(values[target], step.key)], reverse=True)
            gain += _mean_of_best(after, len(keys)) - _mean_of_best(best, len(keys))
        return gain

    def _gain_a_minute(self, step: Step) -> float:
        return self._gains[step] / self.minutes(step)

    def _best_of(self, keys: Sequence[str], target: date) -> _Best:
        """The best known questions of a topic, and one more in case one of them is taken out."""
        values = (_Valued(self._value(key, target), key) for key in keys if key in self._practised)
        return nlargest(BEST_OF_TOPIC + 1, values)

    def _value(self, key: str, target: date) -> float:
        """The share of a rubric's weight that would be said on a day."""
        known = self._known.get(key, {})
        return min(1.0, sum(one.at(target) for one in known.values()))

    def _value_after(self, step: Step, target: date) -> float:
        """The same, once a step of the question is taken today."""
        known = self._known.get(step.key, {})
        before = known.get(step.point)
        if before is None and not step.point:
            return _recall_of_new(self._day, target)
        memory = reviewed(before.memory if before else None, Rating.GOOD, noon_of(self._day))
        if not step.point:
            return _Known(memory, 1.0).at(target)
        others = sum(one.at(target) for point, one in known.items() if point != step.point)
        return min(1.0, others + _Known(memory, self._items[step].share).at(target))

    def _recall_today(self, step: Step) -> float:
        known = self._known.get(step.key, {}).get(step.point)
        return known.memory.recall(noon_of(self._day)) if known else 0.0


def _mean_of_best(best: Sequence[_Valued], questions: int) -> float:
    counted = min(BEST_OF_TOPIC, questions)
    return sum(one.value for one in best[:counted]) / counted


@cache
def _recall_of_new(day: date, target: date) -> float:
    """What is recalled of a question that was answered once, and well."""
    return reviewed(None, Rating.GOOD, noon_of(day)).recall(noon_of(target))


@cache
def noon_of(day: date) -> datetime:
    """The middle of a local day, UTC-aware."""
    return datetime.combine(day, NOON).astimezone(UTC)
