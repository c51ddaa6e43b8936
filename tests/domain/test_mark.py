"""Whose mark counts, and how much of a rubric is covered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.mark import SELF, Mark, Verdict, counting_marks, coverage
from desktop.domain.rubric import RubricPoint

POINTS = (RubricPoint("a", 3), RubricPoint("b", 1))

marks = st.builds(
    Mark,
    st.integers(0, 3),
    st.sampled_from(Verdict),
    st.sampled_from((SELF, "peer", "semantic", "rule", "model:small")),
)


def test_a_partly_covered_point_counts_half() -> None:
    given_marks = (Mark(0, Verdict.PARTLY), Mark(1, Verdict.COVERED))
    assert coverage(POINTS, given_marks) == pytest.approx((1.5 + 1) / 4)


def test_there_is_no_coverage_before_every_point_is_marked() -> None:
    assert coverage(POINTS, (Mark(0, Verdict.COVERED),)) is None
    assert coverage((), ()) is None


@pytest.mark.parametrize("other", ["peer", "semantic", "rule", "model:small"])
def test_the_word_of_the_person_is_final(other: str) -> None:
    own, foreign = Mark(0, Verdict.MISSED), Mark(0, Verdict.COVERED, other)
    assert counting_marks((foreign, own)) == counting_marks((own, foreign)) == {0: own}


def test_a_model_counts_before_the_rule() -> None:
    rule, model = Mark(0, Verdict.MISSED, "rule"), Mark(0, Verdict.PARTLY, "model:small")
    assert counting_marks((model, rule))[0] == model


@given(st.lists(marks))
def test_coverage_is_a_share_and_does_not_depend_on_the_order(given_marks: list[Mark]) -> None:
    unique = list({(one.point, one.judge): one for one in given_marks}.values())
    points = tuple(RubricPoint("p", weight) for weight in (1, 5, 2, 3))
    share = coverage(points, unique)
    assert share == coverage(points, reversed(unique))
    assert share is None or 0 <= share <= 1
