"""How ready one is for a round on a day, and what that is made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean

from desktop.domain.practice_facts import ReviewItem
from desktop.domain.question_summary import QuestionSummary
from desktop.domain.review import Interview
from desktop.domain.study_state import StudyState, noon_of
from desktop.domain.vocabulary import ROUNDS


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundReadiness:
    """The readiness for one round, 0 to 1: the mean over its topics of what would be said then.

    `topics_practised` of `topics` have an answer that was marked. Among those, `coverage` is the
    mean share of the rubric that the newest answers cover and `recall` the mean probability of
    recalling that on the day; both 0 where nothing was practised. `company` and `held_on` are
    those of the interview, "" and today where none is planned.
    """

    round: str
    held_on: date
    readiness: float
    topics: int
    topics_practised: int
    coverage: float
    recall: float
    company: str = ""


def round_readiness(
    today: date,
    interviews: Sequence[Interview],
    questions: Sequence[QuestionSummary],
    items: Sequence[ReviewItem],
) -> tuple[RoundReadiness, ...]:
    """The readiness for each round that questions of the bank are asked in.

    The day is that of the next interview that has the round, or today.
    """
    asked = {one for question in questions for one in question.rounds}
    rounds = [*(one for one in ROUNDS if one in asked), *sorted(asked.difference(ROUNDS))]
    aims = [_aim(one, today, interviews) for one in rounds]
    state = StudyState(aims, questions, items)
    known = {item.key: item for item in items if not item.is_point and item.memory}
    return tuple(_readiness(state, aim, known) for aim in aims if state.topics_of(aim))


def _aim(name: str, today: date, interviews: Sequence[Interview]) -> Interview:
    """The next interview that has a round, as one of this round only."""
    coming = [
        one
        for one in interviews
        if one.held_on >= today and (not one.rounds or name in one.rounds)
    ]
    soonest = min(coming, key=lambda one: one.held_on, default=Interview("", today))
    return Interview(name, soonest.held_on, (name,), soonest.company)


def _readiness(state: StudyState, aim: Interview, known: dict[str, ReviewItem]) -> RoundReadiness:
    topics = state.topics_of(aim)
    practised = [topic for topic, keys in topics.items() if not known.keys().isdisjoint(keys)]
    answered = {key: known[key] for keys in topics.values() for key in keys if key in known}
    noon = noon_of(aim.held_on)
    return RoundReadiness(
        round=aim.uuid,
        held_on=aim.held_on,
        readiness=state.readiness(aim),
        topics=len(topics),
        topics_practised=len(practised),
        coverage=fmean(one.value for one in answered.values()) if answered else 0.0,
        recall=fmean(one.memory.recall(noon) for one in answered.values() if one.memory)
        if answered
        else 0.0,
        company=aim.company,
    )
