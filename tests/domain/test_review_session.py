"""The things of a day, one after another."""

from desktop.domain.review_session import ReviewSession
from desktop.domain.study_plan import PlanTask

WHOLE, FIRST, SECOND, OTHER = (
    PlanTask("a", "A", 20),
    PlanTask("a", "A", 2, point="P"),
    PlanTask("a", "A", 2, point="Q"),
    PlanTask("b", "B", 20),
)


def test_it_goes_from_task_to_task_and_ends() -> None:
    session = ReviewSession((FIRST, OTHER))
    assert (session.task, session.count_text, session.is_last) == (FIRST, "1 of 2", False)
    session = session.noted_done().noted_done().moved_on()
    assert (session.task, session.is_last, session.done) == (OTHER, True, (FIRST,))
    assert session.moved_on().task is None
    assert session.moved_on().noted_done().done == (FIRST,)


def test_points_of_a_question_that_was_written_whole_are_passed_over() -> None:
    session = ReviewSession((WHOLE, FIRST, SECOND, OTHER))
    assert session.noted_done().moved_on().task == OTHER
    assert session.moved_on().task == FIRST
    assert ReviewSession((WHOLE, FIRST)).noted_done().is_last
