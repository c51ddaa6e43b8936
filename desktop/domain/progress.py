"""What practice came to, as one series a picture."""

from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from desktop.domain.pace import Pace, pace_of
from desktop.domain.practice_calendar import (
    DatedFact,
    PracticeCalendar,
    PracticeWeeks,
    practice_calendar,
    practice_weeks,
    practised_days,
)
from desktop.domain.practice_facts import AttemptFact, ReviewItem
from desktop.domain.prediction_groups import PredictionGroups, prediction_groups
from desktop.domain.readiness import RoundReadiness
from desktop.domain.readiness_series import ReadinessSeries, readiness_series
from desktop.domain.topic_progress import TopicProgress, topic_progress
from desktop.domain.weak_points import WeakPoints, weak_points


@dataclass(frozen=True, slots=True)
class ProgressFilter:
    """What to look at: local days, both included, a category and a round; empty for all."""

    since: date | None = None
    until: date | None = None
    category: str = ""
    round: str = ""

    def fits_question(self, one: AttemptFact | ReviewItem) -> bool:
        """Whether the question is of the category and the round."""
        is_of_category = self.category in ("", one.category)
        return is_of_category and (not self.round or self.round in one.rounds)

    def fits_day(self, day: date) -> bool:
        """Whether a day lies in the period."""
        is_late_enough = self.since is None or day >= self.since
        return is_late_enough and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class ProgressFacts:
    """All that is known of practice; `points` are the missed points, `today` a local day."""

    facts: tuple[AttemptFact, ...]
    points: tuple[ReviewItem, ...]
    readiness: tuple[RoundReadiness, ...]
    today: date


@dataclass(frozen=True, slots=True)
class Progress:
    """One series a picture."""

    calendar: PracticeCalendar
    weeks: PracticeWeeks
    topics: TopicProgress
    readiness: ReadinessSeries
    predictions: PredictionGroups
    pace: Pace
    weakest: WeakPoints

    @property
    def attempts(self) -> int:
        return sum(week.attempts for week in self.weeks.weeks)

    @property
    def minutes(self) -> float:
        return sum(week.minutes for week in self.weeks.weeks)


def draw_up(facts: ProgressFacts, chosen: ProgressFilter) -> Progress:
    """The series of what was chosen.

    The period chooses among attempts. Missed points and the readiness stand as they are today.
    """
    dated = [DatedFact(fact.sealed_on, fact) for fact in facts.facts if chosen.fits_question(fact)]
    if chosen.since is not None or chosen.until is not None:
        dated = [one for one in dated if chosen.fits_day(one.day)]
    dated.sort(key=_moment)
    practised = practised_days(dated)
    last = min(facts.today, chosen.until or facts.today)
    return Progress(
        practice_calendar(practised, last),
        practice_weeks(practised, _first_day(facts, chosen, last), last),
        topic_progress(dated),
        readiness_series(facts.readiness, chosen.round),
        prediction_groups(one.fact for one in dated),
        pace_of(dated),
        weak_points(one for one in facts.points if chosen.fits_question(one)),
    )


_moment = attrgetter("fact.sealed_at")


def _first_day(facts: ProgressFacts, chosen: ProgressFilter, last: date) -> date:
    """The day from which weeks count: the begin of the period, or of all practice if later."""
    if not facts.facts:
        return last
    begun = min(facts.facts, key=attrgetter("sealed_at")).sealed_on
    return min(last, max(begun, chosen.since or begun))
