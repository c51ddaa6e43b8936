"""The clock of one answer, under any order of keys, ticks, pauses and sleep."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.answer_clock import IDLE_AFTER_S, SLEEP_GAP_S, AnswerClock

Step = Callable[[AnswerClock, float], AnswerClock]

STEPS: dict[str, Step] = {
    "start": AnswerClock.started,
    "tick": AnswerClock.ticked,
    "key": AnswerClock.keyed,
    "pause": AnswerClock.paused,
    "count quiet": lambda clock, _: clock.with_quiet(),
    "leave out quiet": lambda clock, _: clock.without_quiet(),
}
WAITS_S = st.one_of(st.floats(0, 2), st.floats(0, SLEEP_GAP_S), st.floats(0, 100_000))
HISTORIES = st.lists(st.tuples(WAITS_S, st.sampled_from(sorted(STEPS))), max_size=60)
ROUNDING_S = 1e-6


def ticking(clock: AnswerClock, from_s: int, to_s: int) -> AnswerClock:
    for now_s in range(from_s + 1, to_s + 1):
        clock = clock.ticked(now_s)
    return clock


@given(HISTORIES)
def test_active_time_is_never_negative_nor_more_than_the_time_that_passed(
    history: list[tuple[float, str]],
) -> None:
    clock, now_s = AnswerClock(1200.0), 0.0
    for wait_s, step in history:
        now_s += wait_s
        clock = STEPS[step](clock, now_s)
        assert 0 <= clock.active_s <= now_s + ROUNDING_S


@given(HISTORIES)
def test_only_leaving_out_quiet_time_turns_the_clock_back(
    history: list[tuple[float, str]],
) -> None:
    clock, now_s = AnswerClock(1200.0), 0.0
    for wait_s, step in history:
        now_s += wait_s
        before = clock
        clock = STEPS[step](clock, now_s)
        if step == "leave out quiet":
            assert clock.active_s == max(0.0, before.active_s - before.quiet_s)
        else:
            assert clock.active_s >= before.active_s


@given(HISTORIES)
def test_quiet_time_is_part_of_active_time_and_goes_only_when_answered(
    history: list[tuple[float, str]],
) -> None:
    clock, now_s = AnswerClock(1200.0), 0.0
    for wait_s, step in history:
        now_s += wait_s
        before = clock
        clock = STEPS[step](clock, now_s)
        assert clock.quiet_s <= clock.active_s + ROUNDING_S
        if "quiet" in step:
            assert clock.quiet_s == 0
        else:
            assert clock.quiet_s >= before.quiet_s


@given(HISTORIES, st.floats(0, 100_000))
def test_a_paused_clock_stands_still(history: list[tuple[float, str]], wait_s: float) -> None:
    clock, now_s = AnswerClock(1200.0), 0.0
    for step_s, step in history:
        now_s += step_s
        clock = STEPS[step](clock, now_s)
    paused = clock.paused(now_s)
    assert not paused.is_running
    assert paused.ticked(now_s + wait_s) == paused
    assert paused.paused(now_s + wait_s) == paused
    assert paused.started(now_s + wait_s).active_s == paused.active_s


@given(st.lists(st.floats(0, SLEEP_GAP_S - 0.01), max_size=100))
def test_however_it_is_ticked_all_running_time_counts(waits_s: list[float]) -> None:
    clock, now_s = AnswerClock(1200.0).started(0.0), 0.0
    for wait_s in waits_s:
        now_s += wait_s
        clock = clock.ticked(now_s)
    assert clock.active_s == pytest.approx(now_s)
    assert clock.remaining_s == pytest.approx(1200.0 - now_s)


def test_browsing_does_not_start_the_clock_and_the_first_key_does() -> None:
    clock = AnswerClock(600.0).ticked(50.0)
    assert not clock.is_running
    assert clock.active_s == 0
    keyed = clock.keyed(60.0)
    assert keyed.is_running
    assert keyed.ticked(61.5).active_s == 1.5


def test_starting_a_running_clock_changes_nothing() -> None:
    clock = AnswerClock(600.0).started(0.0).ticked(3.0)
    assert clock.started(5.0) == clock


@pytest.mark.parametrize("wake", [AnswerClock.ticked, AnswerClock.keyed, AnswerClock.paused])
def test_sleep_is_not_active_time(wake: Step) -> None:
    clock = AnswerClock(600.0).keyed(0.0).ticked(1.0)
    awake = wake(clock, 8 * 3600.0)
    assert awake.active_s == 1.0
    assert awake.quiet_s == 0


def test_the_clock_counts_on_after_sleep() -> None:
    clock = AnswerClock(600.0).keyed(0.0).ticked(3600.0).ticked(3601.0)
    assert clock.active_s == 1.0


def test_a_restored_clock_goes_on_from_its_active_time() -> None:
    clock = AnswerClock(600.0, active_s=590.0).keyed(5.0).ticked(15.0)
    assert clock.remaining_s == 0
    assert not clock.is_overtime
    assert clock.ticked(15.5).is_overtime


def test_two_minutes_without_a_key_are_quiet_time() -> None:
    just_before = ticking(AnswerClock(600.0).keyed(0.0), 0, int(IDLE_AFTER_S) - 1)
    assert just_before.quiet_s == 0
    assert just_before.ticked(IDLE_AFTER_S).quiet_s == IDLE_AFTER_S


@pytest.mark.parametrize("come_back", [AnswerClock.keyed, AnswerClock.paused])
def test_quiet_time_waits_for_its_answer_while_writing_goes_on(come_back: Step) -> None:
    quiet = ticking(AnswerClock(600.0).keyed(0.0), 0, 180)
    writing = ticking(come_back(quiet, 180.0).keyed(180.0), 180, 200)
    assert writing.quiet_s == 180
    assert writing.with_quiet().active_s == 200
    assert writing.without_quiet().active_s == 20


def test_quiet_time_of_several_breaks_adds_up() -> None:
    first = ticking(AnswerClock(600.0).keyed(0.0), 0, 130).keyed(130.0)
    second = ticking(first, 130, 280).keyed(280.0)
    assert second.quiet_s == 280
    assert second.without_quiet().active_s == 0
