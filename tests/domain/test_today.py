"""What there is to do today, in which order, and how long it takes."""

from dataclasses import replace
from datetime import date, timedelta

from desktop.domain.practice_facts import ReviewItem
from desktop.domain.review import Interview
from desktop.domain.study_plan import PlanDay, PlanTask, StudyPlan
from desktop.domain.today import Today, due_tasks, minutes_of

TODAY = date(2026, 11, 23)


def item(key: str, point: str = "") -> ReviewItem:
    return ReviewItem(
        key=key, title=key, minutes=2.0 if point else 20.0, due_on=TODAY, point=point
    )


def task(key: str, point: str = "") -> PlanTask:
    return PlanTask(key, key, 2.0 if point else 20.0, point=point)


def test_tasks_stand_question_by_question_the_whole_before_its_points() -> None:
    due = [item("a", "P"), item("b"), item("a"), item("b", "Q"), item("c", "R")]
    assert due_tasks(due) == (
        task("a"),
        task("a", "P"),
        task("b"),
        task("b", "Q"),
        task("c", "R"),
    )


def test_points_of_a_question_that_is_written_anyway_take_no_time() -> None:
    assert minutes_of([task("a"), task("a", "P"), task("b", "Q")]) == 22


def test_without_a_plan_all_that_is_due_is_to_be_done() -> None:
    today = Today(TODAY, (item("a"), item("b", "Q")))
    assert today.tasks == (task("a"), task("b", "Q"))
    assert today.also_due == ()
    assert today.minutes == 22


def test_a_plan_chooses_and_the_rest_stays_due() -> None:
    interview = Interview("i", TODAY + timedelta(days=1))
    plan = StudyPlan(20, (PlanDay(TODAY, (task("a"),)),), ())
    today = Today(TODAY, (item("a"), item("a", "P"), item("b")), (), (interview,), plan)
    assert today.tasks == (task("a"),)
    assert today.also_due == (task("b"),)
    done = replace(today, plan=StudyPlan(20, (PlanDay(TODAY, ()),), ()))
    assert done.is_done
    assert len(done.also_due) == 3
