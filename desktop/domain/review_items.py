"""What comes back of a question: the whole of it, and the points that its answers missed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NamedTuple

from desktop.domain.mark import Verdict
from desktop.domain.memory import Memory, reviewed
from desktop.domain.practice_facts import WHOLE, AttemptFact, ReviewItem
from desktop.domain.rating import Rating, suggest_point_rating, suggest_rating
from desktop.domain.review import PointReview, ReviewDay
from desktop.domain.rubric import RubricPoint

POINT_MINUTES = 2.0
"""The time for writing what was missing of one point."""

_VALUES = {Rating.AGAIN: 0.0, Rating.HARD: 0.5, Rating.GOOD: 1.0, Rating.EASY: 1.0}


@dataclass(frozen=True, slots=True)
class JudgedAnswer:
    """An attempt, the points it was to make, and what somebody said of them by their numbers.

    A rule's or a small model's word is not in `verdicts`: it misses too much to make a point come
    back. `own_rating` is the person's, None where they gave none.
    """

    fact: AttemptFact
    points: tuple[RubricPoint, ...]
    verdicts: Mapping[int, Verdict]
    own_rating: Rating | None = None

    @property
    def rating(self) -> Rating | None:
        """The person's rating, or what marks and time suggest; None before all is marked."""
        fact = self.fact
        if self.own_rating is not None or fact.share is None:
            return self.own_rating
        return suggest_rating(
            fact.share, fact.active_s, fact.budget_s, is_with_help=fact.is_with_help
        )


def review_items(
    answers: Sequence[JudgedAnswer],
    reviews: Iterable[PointReview] = (),
    days: Mapping[str, ReviewDay] | None = None,
) -> tuple[ReviewItem, ...]:
    """The things of one question that come back, the whole of it first.

    `answers` come oldest first; `days` are those chosen for the question and for its points. A
    point comes back from the answer that missed it until an answer covers it, as long as the
    rubric of the newest answer has it.
    """
    if not answers:
        return ()
    newest = answers[-1]
    chosen = days or {}
    whole = _whole_memory(answers)
    items = [] if whole is None and WHOLE not in chosen else [_item(newest, whole)]
    items += _missed_points(answers, reviews, chosen)
    return tuple(_on_chosen_day(item, chosen.get(item.point)) for item in items)


def _whole_memory(answers: Sequence[JudgedAnswer]) -> Memory | None:
    memory: Memory | None = None
    for answer in answers:
        if answer.rating is not None:
            memory = reviewed(memory, answer.rating, answer.fact.sealed_at)
    return memory


def _item(newest: JudgedAnswer, memory: Memory | None) -> ReviewItem:
    fact = newest.fact
    return ReviewItem(
        key=fact.key,
        title=fact.title,
        minutes=fact.budget_s / 60,
        due_on=memory.due_on if memory else None,
        category=fact.category,
        topics=fact.topics,
        rounds=fact.rounds,
        memory=memory,
        value=fact.share or 0.0,
    )


class _Missed(NamedTuple):
    """A point that was missed; `lacks` is the part of its weight that the newest answer lacks."""

    memory: Memory | None = None
    value: float = 0.0
    misses: int = 0
    lacks: float = 1.0


def _missed_points(
    answers: Sequence[JudgedAnswer],
    reviews: Iterable[PointReview],
    chosen: Mapping[str, ReviewDay],
) -> list[ReviewItem]:
    missed: dict[str, _Missed] = {}
    for _, event in sorted(_events(answers, reviews, chosen), key=lambda one: one[0]):
        match event:
            case JudgedAnswer():
                _judge(event, missed)
            case PointReview(point=text) if text in missed:
                missed[text] = _reviewed_again(missed[text], event)
            case ReviewDay(point=text, see_on=date()):
                missed.setdefault(text, _Missed())
    newest = answers[-1]
    weights = {point.text: point.weight for point in newest.points}
    total = sum(weights.values())
    return [
        replace(
            _item(newest, one.memory),
            point=text,
            minutes=POINT_MINUTES,
            share=one.lacks * weights[text] / total,
            value=one.value,
            misses=one.misses,
        )
        for text, one in missed.items()
        if text in weights
    ]


def _events(
    answers: Sequence[JudgedAnswer],
    reviews: Iterable[PointReview],
    chosen: Mapping[str, ReviewDay],
) -> list[tuple[datetime, JudgedAnswer | PointReview | ReviewDay]]:
    return [
        *((answer.fact.sealed_at, answer) for answer in answers),
        *((review.reviewed_at, review) for review in reviews),
        *((day.set_at, day) for text, day in chosen.items() if text != WHOLE),
    ]


def _judge(answer: JudgedAnswer, missed: dict[str, _Missed]) -> None:
    for number, verdict in answer.verdicts.items():
        if number >= len(answer.points):
            continue
        text = answer.points[number].text
        if verdict is Verdict.COVERED:
            missed.pop(text, None)
            continue
        before = missed.get(text, _Missed())
        memory = reviewed(before.memory, suggest_point_rating(verdict), answer.fact.sealed_at)
        missed[text] = _Missed(memory, 0.0, before.misses + 1, 1.0 - verdict.share)


def _reviewed_again(before: _Missed, review: PointReview) -> _Missed:
    return before._replace(
        memory=reviewed(before.memory, review.rating, review.reviewed_at),
        value=_VALUES[review.rating],
        misses=before.misses + (not review.rating.is_recalled),
    )


def _on_chosen_day(item: ReviewItem, chosen: ReviewDay | None) -> ReviewItem:
    """The item on the day the person chose, unless it was reviewed since."""
    if chosen is None:
        return item
    if chosen.is_suspended:
        return replace(item, due_on=None, is_suspended=True)
    last = item.memory.last_review if item.memory else None
    day: date | None = chosen.see_on if last is None or last < chosen.set_at else None
    return replace(item, due_on=day or item.due_on)
