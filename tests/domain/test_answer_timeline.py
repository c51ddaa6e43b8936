"""The text of an answer at a time, and what each half minute went into."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.answer_timeline import AnswerTimeline, Pace, make_timeline
from desktop.domain.draft import DraftCopy

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
PLANNING, WRITING, STALLED = Pace.PLANNING, Pace.WRITING, Pace.STALLED


def copy(active_s: float, words: int) -> DraftCopy:
    return DraftCopy(NOON + timedelta(seconds=active_s), active_s, "word " * words)


def timeline(*copies: tuple[float, int]) -> AnswerTimeline:
    """The timeline of an answer that had so many words after so many seconds."""
    *history, sealed = [copy(active_s, words) for active_s, words in copies]
    return make_timeline(history, sealed)


def words_at(line: AnswerTimeline, times: Sequence[float]) -> list[int]:
    return [len(line.text_at(active_s).split()) for active_s in times]


def test_the_text_at_a_time_is_the_last_that_was_kept_before() -> None:
    line = timeline((25, 12), (55, 20), (80, 31))
    assert words_at(line, (0, 24.9, 25, 54, 60, 80, 1_000)) == [0, 0, 12, 12, 20, 31, 31]


def test_planning_ends_with_the_tenth_word_and_a_half_minute_without_change_is_stalled() -> None:
    line = timeline((50, 3), (70, 15), (100, 30), (170, 30), (200, 45))
    assert line.paces == (PLANNING, PLANNING, WRITING, WRITING, STALLED, STALLED, WRITING)
    assert [line.seconds_of(pace) for pace in Pace] == [60, 80, 60]


def test_one_who_writes_at_once_did_not_plan() -> None:
    assert timeline((20, 11), (45, 30)).paces == (WRITING, WRITING)


def test_time_that_was_taken_back_leaves_no_copy_behind() -> None:
    line = timeline((20, 12), (140, 20), (150, 21), (60, 22), (90, 30))
    assert [one.active_s for one in line.copies] == [20, 60, 90]


def test_without_a_history_only_the_end_is_known() -> None:
    line = timeline((600, 200))
    assert not line.has_history
    assert words_at(line, (0, 599, 600)) == [0, 0, 200]


@given(
    st.lists(
        st.tuples(st.floats(min_value=0, max_value=5_000), st.integers(min_value=0, max_value=40)),
        min_size=1,
        max_size=30,
    )
)
def test_the_paces_add_up_to_the_length(copies: list[tuple[float, int]]) -> None:
    line = timeline(*copies)
    assert abs(sum(line.seconds_of(pace) for pace in Pace) - line.length_s) < 1e-6
    assert line.text_at(line.length_s) == "word " * copies[-1][1]
