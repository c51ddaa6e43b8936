"""Marking an attempt point by point."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.attempt_notes import Prediction
from desktop.domain.feedback import Band, Evidence, PointFeedback
from desktop.domain.mark import SELF, Mark, Verdict
from desktop.domain.marking import Marking

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
PROPOSALS = (
    PointFeedback(0.9, Band.FOUND, Evidence(4, 9, "ridge"), "rule"),
    PointFeedback(0.0, Band.NOT_FOUND, None, "rule"),
    PointFeedback(0.5, Band.MAYBE, Evidence(0, 3, "The"), "rule"),
)


@pytest.fixture
def marking() -> Marking:
    return Marking(PROPOSALS, {}).opened()


def test_the_points_are_hidden_until_the_prediction_is_made_or_passed_over() -> None:
    closed = Marking(PROPOSALS, {})
    assert not closed.is_open
    assert closed.opened().prediction is None
    first = closed.opened(Prediction(2, 3, NOON))
    assert first.is_open
    assert first.opened(Prediction(3, 3, NOON)).prediction == Prediction(2, 3, NOON)


@pytest.mark.parametrize("verdict", [Verdict.COVERED, Verdict.PARTLY])
def test_without_a_sentence_there_is_no_credit(marking: Marking, verdict: Verdict) -> None:
    assert marking.find_mark(1, verdict, None, NOON) is None
    assert marking.find_mark(1, verdict, (5, 5), NOON) is None
    assert marking.find_mark(1, verdict, (5, 8), NOON) == Mark(1, verdict, SELF, 5, 8, NOON)


def test_a_missed_point_needs_no_sentence(marking: Marking) -> None:
    assert marking.find_mark(1, Verdict.MISSED, None, NOON) == Mark(
        1, Verdict.MISSED, SELF, marked_at=NOON
    )


def test_the_evidence_is_what_was_proposed_or_what_is_selected(marking: Marking) -> None:
    proposed = marking.find_mark(0, Verdict.COVERED, None, NOON)
    selected = marking.find_mark(0, Verdict.COVERED, (20, 30), NOON)
    assert proposed is not None
    assert selected is not None
    assert (proposed.start, proposed.end) == (4, 9)
    assert (selected.start, selected.end) == (20, 30)
    assert marking.marked(selected).shown_span(0) == (20, 30)


def test_a_mark_moves_on_to_the_next_point_without_one(marking: Marking) -> None:
    marked = marking.moved_to(1).marked(Mark(1, Verdict.MISSED))
    assert marked.current == 2
    marked = marked.marked(Mark(2, Verdict.PARTLY, start=0, end=3))
    assert marked.current == 0
    assert not marked.is_done
    marked = marked.marked(Mark(0, Verdict.COVERED, start=4, end=9))
    assert marked.is_done
    assert marked.tally == (1, 1, 1, 0)


@given(st.lists(st.tuples(st.integers(-2, 5), st.sampled_from(Verdict))))
def test_any_steps_leave_a_point_of_the_rubric_current(steps: list[tuple[int, Verdict]]) -> None:
    marking = Marking(PROPOSALS, {}).opened()
    for point, verdict in steps:
        marking = marking.moved_to(point)
        mark = marking.find_mark(marking.current, verdict, (0, 1), NOON)
        assert mark is not None
        marking = marking.marked(mark)
        assert 0 <= marking.current < marking.count
        assert sum(marking.tally) == marking.count
