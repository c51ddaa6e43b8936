from desktop.domain.mark import Verdict
from desktop.domain.quick_fire import QuickFire, QuickResult, summary_text

RESULT = QuickResult(
    "A", ("One", "Two", "Three"), {0: Verdict.COVERED, 1: Verdict.PARTLY, 2: Verdict.MISSED}
)


def test_a_run_goes_from_the_first_to_past_the_last() -> None:
    run = QuickFire(("a", "b"))
    assert (run.key, run.count_text, run.is_last) == ("a", "1 of 2", False)
    run = run.moved_on()
    assert (run.key, run.count_text, run.is_last) == ("b", "2 of 2", True)
    assert run.moved_on().key == run.moved_on().moved_on().key == ""


def test_marks_belong_to_the_question_at_hand() -> None:
    run = QuickFire(("a", "b")).marked(RESULT)
    assert dict(run.results) == {"a": RESULT}
    assert (run.covered, run.point_count) == (1, 3)
    assert dict(run.moved_on().moved_on().marked(RESULT).results) == {"a": RESULT}
    assert summary_text(run) == "1 of 2 answered, 1 of 3 points covered"


def test_marking_anew_replaces_what_was_said() -> None:
    better = QuickResult("A", ("One",), {0: Verdict.COVERED})
    assert QuickFire(("a",)).marked(RESULT).marked(better).results["a"] == better


def test_open_points_were_missed_or_covered_partly() -> None:
    assert RESULT.open_points == ("Two", "Three")
    assert QuickResult("A", ("One", "Two"), {0: Verdict.COVERED}).open_points == ()
