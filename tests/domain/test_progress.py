from datetime import date, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.calibration import Calibration
from desktop.domain.practice_calendar import Practice, week_name
from desktop.domain.practice_facts import WHOLE, AttemptFact, ReviewItem
from desktop.domain.prediction_groups import PredictionGroup
from desktop.domain.progress import Progress, ProgressFacts, ProgressFilter, draw_up
from desktop.domain.readiness import RoundReadiness

TODAY = date(2026, 11, 22)
"""A Sunday: the last day of the ISO week 47."""

ALL = ProgressFilter()


def fact(
    key: str,
    day: date,
    *,
    minutes: float = 10.0,
    topics: tuple[str, ...] = (),
    points: int = 4,
    covered: int | None = None,
    predicted: int | None = None,
    category: str = "",
    rounds: tuple[str, ...] = (),
) -> AttemptFact:
    """An attempt sealed at noon by the local clock; its points are unmarked unless covered."""
    return AttemptFact(
        uuid=f"{key} {day}",
        key=key,
        title=key.upper(),
        sealed_at=datetime(day.year, day.month, day.day, 12).astimezone(),
        active_s=60 * minutes,
        budget_s=60 * 20,
        category=category,
        topics=topics,
        rounds=rounds,
        points=points,
        covered=covered or 0,
        share=None if covered is None else covered / points,
        predicted=predicted,
    )


def point(title: str, text: str, misses: int, share: float = 0.2) -> ReviewItem:
    return ReviewItem(
        key=title.lower(),
        title=title,
        minutes=2,
        due_on=TODAY,
        point=text,
        misses=misses,
        share=share,
    )


def readiness(name: str, held_on: date) -> RoundReadiness:
    return RoundReadiness(
        round=name,
        held_on=held_on,
        readiness=0.4,
        topics=9,
        topics_practised=6,
        coverage=0.8,
        recall=0.75,
    )


def drawn(*facts: AttemptFact, chosen: ProgressFilter = ALL) -> Progress:
    return draw_up(ProgressFacts(facts, (), (), TODAY), chosen)


def test_nothing_practised_gives_empty_series() -> None:
    progress = drawn()
    assert len(progress.calendar.days) == 53 * 7
    assert {day.attempts for day in progress.calendar.days} == {0}
    assert progress.weeks.weeks == (Practice(date(2026, 11, 16)),)
    assert progress.topics.topics == ()
    assert progress.predictions.total == Calibration()
    assert (progress.attempts, progress.minutes) == (0, 0)


def test_the_calendar_ends_today_and_begins_on_a_monday() -> None:
    wednesday = date(2026, 11, 18)
    days = draw_up(ProgressFacts((), (), (), wednesday), ALL).calendar.days
    assert days[0].begins_on == date(2025, 11, 17)
    assert days[-1].begins_on == wednesday
    assert len(days) == 52 * 7 + 3


def test_a_day_adds_up_its_attempts() -> None:
    monday = date(2026, 11, 16)
    progress = drawn(fact("a", monday, minutes=12), fact("b", monday, minutes=8.5))
    assert Practice(monday, 2, 20.5) in progress.calendar.days
    assert ("2026-11-16", 20.5, 2) in progress.calendar.table.rows


def test_weeks_without_practice_are_zeros() -> None:
    progress = drawn(fact("a", date(2026, 11, 1)), fact("b", TODAY, minutes=30))
    assert progress.weeks.weeks == (
        Practice(date(2026, 10, 26), 1, 10),
        Practice(date(2026, 11, 2)),
        Practice(date(2026, 11, 9)),
        Practice(date(2026, 11, 16), 1, 30),
    )
    assert progress.weeks.table.rows[0] == ("2026-W44", "2026-10-26", 10.0, 1)


def test_weeks_count_from_the_begin_of_the_period_but_not_before_all_practice() -> None:
    facts = (fact("a", date(2026, 9, 7)), fact("b", TODAY))
    month = drawn(*facts, chosen=ProgressFilter(since=date(2026, 11, 2)))
    assert [one.attempts for one in month.weeks.weeks] == [0, 0, 1]
    years = drawn(*facts, chosen=ProgressFilter(since=date(2020, 1, 1)))
    assert years.weeks.weeks[0].begins_on == date(2026, 9, 7)


def test_a_week_is_named_for_the_year_of_its_thursday() -> None:
    assert week_name(date(2027, 1, 3)) == "2026-W53"
    assert week_name(date(2024, 12, 30)) == "2025-W01"


def test_the_newest_answer_of_each_question_counts_for_a_topic() -> None:
    progress = drawn(
        fact("a", date(2026, 11, 2), topics=("trees",), points=4, covered=1),
        fact("b", date(2026, 11, 10), topics=("trees", "bias"), points=6, covered=3),
        fact("a", date(2026, 11, 11), topics=("trees",), points=4, covered=4),
        fact("a", date(2026, 11, 18), topics=("trees",)),
    )
    bias, trees = progress.topics.topics
    assert (bias.topic, bias.answers, bias.questions, bias.share) == ("bias", 1, 1, 0.5)
    assert (trees.topic, trees.answers, trees.questions) == ("trees", 3, 2)
    assert (trees.covered, trees.points) == (7, 10)
    assert trees.trend == ((date(2026, 11, 2), 0.25), (date(2026, 11, 9), 0.7))
    assert progress.topics.table.rows[1] == ("trees", 3, 2, 7, 10, 70.0, 25.0, "2026-11-02")


def test_the_twelve_topics_with_most_answers_are_shown_weakest_first() -> None:
    often = [
        fact(f"{number}", TODAY - timedelta(days), topics=(f"t{number:02}",), covered=number % 5)
        for number in range(12)
        for days in range(2)
    ]
    progress = drawn(fact("once", TODAY, topics=("rare",), covered=0), *often)
    shares = [one.share for one in progress.topics.topics]
    assert len(shares) == 12
    assert shares == sorted(shares)
    assert "rare" not in {one.topic for one in progress.topics.topics}


def test_predictions_are_grouped_and_added_up() -> None:
    progress = drawn(
        fact("a", TODAY, points=4, covered=2, predicted=3),
        fact("b", TODAY, points=8, covered=4, predicted=6),
        fact("c", TODAY, points=3, covered=3, predicted=1),
        fact("unmarked", TODAY, points=3, predicted=1),
        fact("unpredicted", TODAY, points=3, covered=1),
    )
    found = progress.predictions
    assert found.groups == (PredictionGroup(33, 100, 1), PredictionGroup(75, 50, 2))
    assert found.total == Calibration(3, 15, 10, 9)
    assert found.table.rows == ((33, 100, 1), (75, 50, 2))


def test_time_stands_beside_the_budget() -> None:
    progress = drawn(fact("late", TODAY, minutes=25), fact("a", TODAY - timedelta(1), minutes=20))
    first, second = progress.pace.answers
    assert (first.key, first.share, first.is_over) == ("a", 1.0, False)
    assert (second.key, second.share, second.is_over) == ("late", 1.25, True)
    assert progress.pace.over == 1
    assert progress.pace.table.rows[1] == ("2026-11-22", "LATE", 25.0, 20.0, 125.0)


def test_the_weakest_points_are_those_missed_most_then_those_with_most_weight() -> None:
    points = (
        point("A", "light", 2, 0.1),
        point("B", "heavy", 2, 0.5),
        point("C", "often", 5),
        point("D", "never", 0),
        point("E", WHOLE, 9),
    )
    progress = draw_up(ProgressFacts((), points, (), TODAY), ALL)
    assert [one.point for one in progress.weakest.points] == ["often", "heavy", "light"]
    assert progress.weakest.table.rows[1] == ("B", "heavy", 2, 50.0)
    many = tuple(point(f"{number}", "x", 1) for number in range(30))
    assert len(draw_up(ProgressFacts((), many, (), TODAY), ALL).weakest.points) == 20


def test_readiness_follows_the_order_of_the_interviews() -> None:
    rounds = (readiness("coding", date(2026, 12, 9)), readiness("ml-depth", date(2026, 12, 2)))
    progress = draw_up(ProgressFacts((), (), rounds, TODAY), ALL)
    assert [one.round for one in progress.readiness.rounds] == ["ml-depth", "coding"]
    assert progress.readiness.table.rows[1] == (
        *("Coding", "", "2026-12-09", 40.0, 6, 9, 80.0, 75.0),
    )
    coding = draw_up(ProgressFacts((), (), rounds, TODAY), ProgressFilter(round="coding"))
    assert [one.round for one in coding.readiness.rounds] == ["coding"]


@pytest.mark.parametrize(
    ("chosen", "keys"),
    [
        (ALL, "abc"),
        (ProgressFilter(category="Coding"), "ab"),
        (ProgressFilter(round="ml-depth"), "bc"),
        (ProgressFilter(category="Coding", round="ml-depth"), "b"),
        (ProgressFilter(since=date(2026, 11, 9)), "bc"),
        (ProgressFilter(until=date(2026, 11, 9)), "ab"),
        (ProgressFilter(since=date(2026, 11, 9), until=date(2026, 11, 9)), "b"),
    ],
)
def test_a_filter_chooses_attempts(chosen: ProgressFilter, keys: str) -> None:
    progress = drawn(
        fact("a", date(2026, 11, 1), category="Coding"),
        fact("b", date(2026, 11, 9), category="Coding", rounds=("coding", "ml-depth")),
        fact("c", date(2026, 11, 10), category="Statistics", rounds=("ml-depth",)),
        chosen=chosen,
    )
    assert "".join(one.key for one in progress.pace.answers) == keys
    assert progress.attempts == len(keys)


ANY_FACTS = st.lists(
    st.builds(
        fact,
        st.sampled_from("abcd"),
        st.dates(date(2025, 11, 17), date(2026, 11, 22)),
        minutes=st.floats(0, 90),
        topics=st.lists(st.sampled_from(("x", "y")), max_size=3).map(tuple),
        points=st.just(5),
        covered=st.one_of(st.none(), st.integers(0, 5)),
        predicted=st.one_of(st.none(), st.integers(0, 5)),
    ),
    max_size=12,
)


@given(ANY_FACTS)
def test_totals_agree_whatever_was_practised(facts: list[AttemptFact]) -> None:
    progress = drawn(*facts)
    minutes = sum(one.active_s for one in facts) / 60
    for practised in (progress.calendar.days, progress.weeks.weeks):
        assert sum(one.attempts for one in practised) == len(facts)
        assert sum(one.minutes for one in practised) == pytest.approx(minutes)
    assert len(progress.pace.answers) == len(facts)
    marked = [one for one in facts if one.share is not None]
    predicted = sum(one.predicted is not None for one in marked)
    assert sum(one.answers for one in progress.predictions.groups) == predicted
    for topic in progress.topics.topics:
        assert topic.answers == sum(topic.topic in one.topics for one in marked)
        assert topic.trend[-1].share == topic.share
        assert 0 <= topic.share <= 1


@given(ANY_FACTS, st.randoms(use_true_random=False))
def test_the_order_of_the_facts_does_not_count(facts: list[AttemptFact], random: Random) -> None:
    unique = list({one.sealed_at: one for one in facts}.values())
    shuffled = unique.copy()
    random.shuffle(shuffled)
    assert drawn(*shuffled) == drawn(*unique)
