"""A plan keeps its minutes, aims at its day, and names what it leaves out."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.memory import reviewed
from desktop.domain.practice_facts import ReviewItem
from desktop.domain.question_summary import QuestionSummary
from desktop.domain.rating import Rating
from desktop.domain.review import Interview
from desktop.domain.study_plan import StudyPlan, plan_study

TODAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
IN_A_WEEK = Interview("i", TODAY + timedelta(days=7), ("coding",), "Example")


def question(
    key: str, *topics: str, minutes: int = 20, rounds: Sequence[str] = ("coding",)
) -> QuestionSummary:
    return QuestionSummary(
        key=key, title=key.upper(), minutes=minutes, rounds=tuple(rounds), topics=topics
    )


def practised(
    of: QuestionSummary,
    days_ago: int,
    rating: Rating = Rating.GOOD,
    value: float = 1.0,
    point: str = "",
) -> ReviewItem:
    memory = reviewed(None, rating, NOON - timedelta(days=days_ago))
    return ReviewItem(
        key=of.key,
        title=of.title,
        minutes=2.0 if point else float(of.minutes or 20),
        due_on=memory.due_on,
        point=point,
        topics=of.topics,
        rounds=of.rounds,
        memory=memory,
        share=0.5 if point else 1.0,
        value=value,
    )


def tasks(plan: StudyPlan) -> list[tuple[str, str]]:
    return [(task.key, task.point) for day in plan.days for task in day.tasks]


def test_without_a_coming_interview_there_is_no_plan() -> None:
    past = Interview("i", TODAY)
    assert plan_study(TODAY, [], 60, [question("a", "t")], []).days == ()
    assert plan_study(TODAY, [past], 60, [question("a", "t")], []).days == ()


def test_the_days_run_from_today_to_the_day_before() -> None:
    plan = plan_study(TODAY, [IN_A_WEEK], 60, [question("a", "t")], [])
    assert [day.day for day in plan.days] == [TODAY + timedelta(days=n) for n in range(7)]


def test_new_questions_serve_topics_of_the_chosen_rounds_only() -> None:
    other = question("b", "u", rounds=("ml-depth",))
    plan = plan_study(TODAY, [IN_A_WEEK], 60, [question("a", "t"), other], [])
    first = plan.days[0].tasks[0]
    assert (first.key, first.is_new) == ("a", True)
    assert "b" not in {key for key, _ in tasks(plan)}
    assert plan.goals[0].topics == 1
    assert plan.goals[0].now == 0.0
    assert plan.goals[0].then > 0.9
    assert not plan.untouched


def test_topics_that_find_no_time_are_named() -> None:
    bank = [question(f"q{n}", f"t{n}") for n in range(9)]
    plan = plan_study(TODAY, [IN_A_WEEK], 20, bank, [])
    planned = {key for key, _ in tasks(plan)}
    assert len(planned) + len(plan.untouched) == 9
    assert plan.untouched == tuple(f"t{n}" for n in range(9) if f"q{n}" not in planned)


def test_topics_whose_questions_are_longer_than_a_day_are_named_apart() -> None:
    plan = plan_study(TODAY, [IN_A_WEEK], 15, [question("a", "t"), question("b", "u")], [])
    assert tasks(plan) == []
    assert plan.too_long == ("t", "u")
    assert plan.untouched == ()


def test_reviews_that_find_no_time_are_named() -> None:
    bank = [question(f"q{n}", f"t{n}", minutes=30) for n in range(20)]
    items = [practised(one, 20) for one in bank]
    plan = plan_study(TODAY, [IN_A_WEEK], 30, bank, items)
    planned = {key for key, _ in tasks(plan)}
    assert {task.key for task in plan.left_out} == {one.key for one in bank} - planned
    assert len(planned) == 7


def test_minutes_already_spent_are_taken_off_today() -> None:
    bank = [question(f"q{n}", f"t{n}") for n in range(9)]
    plan = plan_study(TODAY, [IN_A_WEEK], 40, bank, [], spent_minutes=25)
    assert plan.days[0].tasks == ()
    assert plan.days[1].minutes == 40


def test_a_thing_is_not_seen_again_before_it_is_due_until_the_last_days() -> None:
    one = question("a", "t")
    plan = plan_study(TODAY, [IN_A_WEEK], 60, [one], [practised(one, 0, Rating.EASY)])
    days = [day.day for day in plan.days if day.tasks]
    assert all(IN_A_WEEK.held_on - day <= timedelta(days=3) for day in days)


def test_points_are_seen_before_the_whole_where_that_is_quicker() -> None:
    one = question("a", "t", minutes=40)
    items = [practised(one, 30, value=0.5), practised(one, 30, value=0.0, point="P")]
    plan = plan_study(TODAY, [IN_A_WEEK], 20, [one], items)
    assert tasks(plan)[0] == ("a", "P")


def test_a_suspended_thing_is_not_planned() -> None:
    one = question("a", "t")
    item = practised(one, 30)
    plan = plan_study(
        TODAY,
        [IN_A_WEEK],
        60,
        [one],
        [
            ReviewItem(
                key=item.key,
                title=item.title,
                minutes=20.0,
                due_on=None,
                memory=item.memory,
                value=1.0,
                is_suspended=True,
            )
        ],
    )
    assert tasks(plan) == []


def test_each_topic_aims_at_the_next_interview_that_has_it() -> None:
    later = Interview("j", TODAY + timedelta(days=20), ("ml-depth",))
    bank = [question("a", "t"), question("b", "u", rounds=("ml-depth",))]
    plan = plan_study(TODAY, [later, IN_A_WEEK], 20, bank, [])
    assert [goal.interview.uuid for goal in plan.goals] == ["i", "j"]
    assert len(plan.days) == 20
    assert all(key == "b" for day in plan.days[7:] for key, _ in [(t.key, "") for t in day.tasks])


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_day_exceeds_its_minutes_and_nothing_due_is_passed_over_in_silence(
    data: st.DataObject,
) -> None:
    names = st.sampled_from("tuvwx")
    bank = [
        question(f"q{n}", *data.draw(st.sets(names, max_size=3)), minutes=data.draw(minutes))
        for n in range(data.draw(st.integers(0, 8)))
        for minutes in [st.integers(5, 50)]
    ]
    items = [
        practised(one, data.draw(st.integers(0, 40)), data.draw(st.sampled_from(Rating)))
        for one in bank
        if data.draw(st.booleans())
    ]
    minutes_a_day = data.draw(st.integers(5, 90))
    plan = plan_study(TODAY, [IN_A_WEEK], minutes_a_day, bank, items)
    assert all(day.minutes <= minutes_a_day for day in plan.days)
    done = {key for key, _ in tasks(plan)} | {task.key for task in plan.left_out}
    due = {one.key for one in items if one.due_on and one.due_on < IN_A_WEEK.held_on}
    assert due <= done
    assert plan == plan_study(TODAY, [IN_A_WEEK], minutes_a_day, bank, items)
