"""Points gained and lost between two attempts, and who judged."""

from desktop.domain.judged_points import judge_points
from desktop.domain.mark import Mark, Verdict
from desktop.domain.point_changes import point_changes
from desktop.domain.rubric import RubricPoint

POINTS = (RubricPoint("One.", 3), RubricPoint("Two."), RubricPoint("Three.", 2))
COVERED, PARTLY, MISSED = Verdict.COVERED, Verdict.PARTLY, Verdict.MISSED


def marks(*verdicts: Verdict, judge: str = "self") -> list[Mark]:
    return [Mark(number, verdict, judge) for number, verdict in enumerate(verdicts)]


def test_a_gain_is_the_weight_of_what_is_covered_more() -> None:
    changes = point_changes(
        POINTS, marks(MISSED, COVERED, PARTLY), POINTS, marks(COVERED, MISSED, PARTLY)
    )
    assert [change.gain for change in changes] == [3, -1, 0]


def test_points_are_known_by_their_text_where_the_rubric_was_put_in_another_order() -> None:
    later = (RubricPoint("Three.", 4), RubricPoint("Four."), RubricPoint("One.", 3))
    changes = point_changes(
        POINTS, marks(COVERED, COVERED, MISSED), later, marks(COVERED, MISSED, PARTLY)
    )
    assert [(change.point.text, change.gain) for change in changes] == [
        ("Three.", 4),
        ("One.", -1.5),
    ]


def test_a_point_nobody_judged_is_neither_gained_nor_lost() -> None:
    (change, *_) = point_changes(POINTS, [], POINTS, marks(COVERED))
    assert (change.before, change.after, change.gain) == (None, COVERED, 0)


def test_ones_own_mark_counts_before_a_rules_and_both_judges_are_named() -> None:
    judged = judge_points(
        POINTS, [*marks(COVERED, COVERED, PARTLY, COVERED, judge="rule"), Mark(0, MISSED)]
    )
    assert judged == (1, 1, 3, ("self", "rule"))


def test_an_unmarked_attempt_has_no_judge() -> None:
    assert judge_points(POINTS, []) == (0, 0, 3, ())
