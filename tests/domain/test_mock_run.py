"""A run by hand, and random steps, pauses, kills and clock jumps thrown at one."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from desktop.domain.mock_run import GAP_S, MAIN, Break, MockRun, MockTask, PartTime, Stage
from desktop.domain.moment import Moment

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
TASKS = (MockTask("ridge", "d1", 600, 120, 2), MockTask("lasso", "d2", 300))


def at(seconds: float) -> Moment:
    return Moment(NOON + timedelta(seconds=seconds), 1000 + seconds, "boot")


def ticked_to(run: MockRun, seconds: float) -> MockRun:
    """Tick every five seconds up to a time after noon."""
    while run.seen.seconds_since(at(0)) + 5 < seconds:
        run = run.ticked(at(run.seen.seconds_since(at(0)) + 5))
    return run.ticked(at(seconds))


def test_a_run_from_its_first_answer_to_its_end() -> None:
    run = MockRun.begun(TASKS, at(0))
    assert (run.stage, run.budget_s, run.run_budget_s) == (Stage.ANSWERING, 600, 1140)
    run = ticked_to(run, 480).went_on(at(480), (3, 0, 1))
    assert (run.stage, run.follow_up, run.remaining_s) == (Stage.REPLYING, 3, 120)
    run = ticked_to(run, 610)
    assert run.is_time_up
    run = run.sealed(at(610))
    assert not run.is_time_up
    run = run.went_on(at(615))
    assert run.follow_up == 0
    run = ticked_to(run, 650).went_on(at(650))
    assert (run.stage, run.task, run.follow_up) == (Stage.ANSWERING, 1, MAIN)
    run = ticked_to(run, 700).went_on(at(700))
    assert run.is_whole
    assert run.parts == (
        PartTime(0, MAIN, 600, 480),
        PartTime(0, 3, 120, 135),
        PartTime(0, 0, 120, 35),
        PartTime(1, MAIN, 300, 50),
    )
    assert run.parts[1].overtime_s == 15
    assert run.run_s == 700
    assert run.went_on(at(800)) == run


def test_a_pause_stands_in_the_record_and_does_not_count() -> None:
    run = ticked_to(MockRun.begun(TASKS, at(0)), 60).paused(at(60))
    assert run.is_held
    run = run.ticked(at(300)).resumed(at(360))
    assert (run.part_s, run.breaks) == (60, (Break(at(60), 300.0),))
    assert ticked_to(run, 400).part_s == 100


def test_a_gap_is_held_until_the_person_says_whether_it_counts() -> None:
    before = ticked_to(MockRun.begun(TASKS, at(0)), 60)
    held = before.ticked(at(1000))
    assert held.is_held
    assert not held.is_time_up
    assert (held.went_on(at(1001)).parts, held.part_s) == ((), 60)
    counted = held.settled(at(1010), counts=True)
    assert (counted.part_s, counted.breaks, counted.is_time_up) == (1010, (), True)
    left_out = held.settled(at(1010), counts=False)
    assert (left_out.part_s, left_out.breaks) == (60, (Break(at(60), 950.0, is_gap=True),))


def test_a_restart_of_the_machine_is_a_gap_by_the_wall_clock() -> None:
    before = ticked_to(MockRun.begun(TASKS, at(0)), 60)
    again = Moment(NOON + timedelta(seconds=160), 3.0, "next boot")
    assert before.ticked(again).gap_s == 100


def test_a_run_that_is_stopped_keeps_the_time_of_its_part() -> None:
    run = ticked_to(MockRun.begun(TASKS, at(0)), 60).stopped(at(61))
    assert (run.is_ended, run.is_whole, run.parts) == (True, False, (PartTime(0, MAIN, 600, 61),))


def test_a_warning_is_due_once_and_not_in_parts_that_are_shorter() -> None:
    run = ticked_to(MockRun.begun(TASKS, at(0)), 299)
    assert run.ticked(at(301)).warning_since(run) == 300
    run = ticked_to(run, 302)
    assert run.ticked(at(303)).warning_since(run) is None
    reply = run.went_on(at(303), (0,))
    assert reply.warning_since(run) is None
    later = ticked_to(reply, 362)
    assert later.ticked(at(364)).warning_since(later) == 60


class Runs(RuleBasedStateMachine):
    """Whatever happens, counted time and breaks add up to the time that passed."""

    @initialize(
        tasks=st.lists(
            st.builds(
                MockTask,
                st.just("key"),
                st.just("digest"),
                st.floats(1, 900),
                st.floats(1, 200),
                st.integers(0, 3),
            ),
            min_size=1,
            max_size=4,
        )
    )
    def begin(self, tasks: list[MockTask]) -> None:
        self.now = at(0)
        self.passed_s = 0.0
        self.run = MockRun.begun(tuple(tasks), self.now)
        self.before = self.run

    def step(self, run: MockRun) -> None:
        self.before, self.run = self.run, run

    @rule(seconds=st.floats(0, 1000))
    def time_passes(self, seconds: float) -> None:
        self.pass_s(seconds)
        self.step(self.run.ticked(self.now))

    @rule(seconds=st.floats(0, 9))
    def a_key_is_pressed(self, seconds: float) -> None:
        self.pass_s(seconds)
        self.step(self.run.ticked(self.now))

    def pass_s(self, seconds: float) -> None:
        if not self.run.is_ended:
            self.passed_s += seconds
        self.now = replace(
            self.now,
            wall=self.now.wall + timedelta(seconds=seconds),
            steady_s=self.now.steady_s + seconds,
        )

    @rule(hours=st.integers(-48, 48))
    def the_clock_is_set(self, hours: int) -> None:
        self.now = replace(self.now, wall=self.now.wall + timedelta(hours=hours))

    @rule()
    def pauses(self) -> None:
        self.step(self.run.paused(self.now))

    @rule()
    def resumes(self) -> None:
        self.step(self.run.resumed(self.now))

    @rule(counts=st.booleans())
    def settles(self, *, counts: bool) -> None:
        self.step(self.run.settled(self.now, counts=counts))

    @rule()
    def seals_at_time(self) -> None:
        self.step(self.run.sealed(self.now))

    @rule(follow_ups=st.lists(st.integers(0, 5), unique=True).map(tuple))
    def goes_on(self, follow_ups: tuple[int, ...]) -> None:
        self.step(self.run.went_on(self.now, follow_ups))

    @precondition(lambda self: len(self.run.parts) > 1)
    @rule()
    def stops(self) -> None:
        self.step(self.run.stopped(self.now))

    @invariant()
    def all_time_is_accounted_for(self) -> None:
        accounted = self.run.run_s + self.run.gap_s + sum(one.seconds for one in self.run.breaks)
        assert abs(accounted - self.passed_s) < 1e-6 * (1 + self.passed_s)

    @invariant()
    def it_never_goes_back(self) -> None:
        def place(run: MockRun) -> tuple[int, int]:
            return run.task, len(run.parts)

        assert place(self.run) >= place(self.before)
        assert self.run.parts[: len(self.before.parts)] == self.before.parts
        assert self.run.is_ended >= self.before.is_ended

    @invariant()
    def it_is_one_of_its_stages(self) -> None:
        run = self.run
        assert bool(run.to_ask) == (run.stage is Stage.REPLYING)
        assert run.gap_began is None or run.gap_s > GAP_S
        if not run.is_ended:
            assert 0 <= run.task < len(run.tasks)
            assert len(run.to_ask) <= run.tasks[run.task].most_follow_ups


TestRuns = Runs.TestCase
