"""Mock runs in the journal: states, texts, answers sealed at time, overtime."""

import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from journal_samples import NOON, QUESTION_TEXT

from desktop.domain.mock_record import MockRecord, PartText
from desktop.domain.mock_run import MAIN, Break, MockRun, MockTask, PartTime, Stage
from desktop.domain.moment import Moment
from desktop.domain.question_digest import question_digest
from desktop.journal.journal import Journal
from desktop.journal.mock_state import read_state, write_state

DIGEST = question_digest(QUESTION_TEXT)
TASKS = (MockTask("ridge", DIGEST, 600, 120, 1), MockTask("lasso", DIGEST, 300))


def at(seconds: float) -> Moment:
    return Moment(NOON + timedelta(seconds=seconds), 1000 + seconds, "boot")


BEGUN = MockRun.begun(TASKS, at(0))


def passed(run: MockRun, seconds: int) -> MockRun:
    """Second after second."""
    start = int(run.seen.steady_s) - 1000
    for second in range(start + 1, start + seconds + 1):
        run = run.ticked(at(second))
    return run


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal.open(tmp_path / "j.sqlite") as opened:
        record = MockRecord("run", "Phone screen", "seed", NOON, BEGUN)
        opened.mocks.begin(record, [QUESTION_TEXT])
        yield opened


def test_a_run_is_open_from_its_beginning_with_its_questions_kept(journal: Journal) -> None:
    found = journal.mocks.find_open()
    assert found == MockRecord("run", "Phone screen", "seed", NOON, BEGUN)
    assert journal.find_question_text(DIGEST) == QUESTION_TEXT
    assert journal.mocks.find_text("run", 0, MAIN) is None


def test_an_answer_before_its_time_is_an_attempt_and_the_run_stands_at_the_follow_up(
    journal: Journal,
) -> None:
    run = passed(BEGUN, 60)
    journal.mocks.save("run", run, PartText("Half", 4), with_history=True)
    assert journal.mocks.find_text("run", 0, MAIN) == PartText("Half", 4)
    assert journal.attempts() == ()

    before = passed(run, 40)
    after = before.went_on(at(100), (2,))
    journal.mocks.go_on("run", before, after, PartText("Whole 🙂"), "one")
    (attempt,) = journal.attempts()
    assert (attempt.text, attempt.active_s, attempt.budget_s) == ("Whole 🙂", 100, 600)
    assert (attempt.started_at, attempt.sealed_at) == (NOON, NOON + timedelta(seconds=100))
    assert [copy.text for copy in journal.attempt_history("one")] == ["Half"]
    assert journal.mocks.answers("run") == {0: "one"}
    assert journal.mocks.find_text("run", 0, MAIN) is None
    found = journal.mocks.find_open()
    assert found is not None
    assert (found.run.stage, found.run.follow_up) == (Stage.REPLYING, 2)

    replied = passed(found.run, 30)
    journal.mocks.go_on("run", replied, replied.went_on(at(130)), PartText("Reply"), "unused")
    assert [(one.follow_up, one.text) for one in journal.notes.of_attempt("one").replies] == [
        (2, "Reply")
    ]
    assert [step.step for step in journal.mocks.steps("run")] == ["begun", "went on", "went on"]


def test_what_is_written_after_time_is_kept_apart(journal: Journal) -> None:
    run = passed(BEGUN, 600)
    sealed = run.sealed(at(600))
    assert sealed.is_sealed
    journal.mocks.seal("run", sealed, PartText("At time"), "one")
    later = passed(sealed, 30)
    journal.mocks.save("run", later, PartText("At time and more"))
    journal.mocks.go_on("run", later, later.went_on(at(630)), PartText("At time and more"), "two")
    (attempt,) = journal.attempts()
    assert (attempt.uuid, attempt.text) == ("one", "At time")
    assert journal.mocks.overtime_texts("one") == {MAIN: "At time and more"}


def test_no_overtime_text_where_nothing_was_added(journal: Journal) -> None:
    sealed = passed(BEGUN, 600).sealed(at(600))
    journal.mocks.seal("run", sealed, PartText("At time"), "one")
    journal.mocks.go_on("run", sealed, sealed.went_on(at(600)), PartText("At time"), "two")
    assert journal.mocks.overtime_texts("one") == {}


def test_an_answer_begun_after_its_time_is_kept_beside_an_empty_attempt(
    journal: Journal,
) -> None:
    sealed = passed(BEGUN, 600).sealed(at(600))
    journal.mocks.seal("run", sealed, PartText(""), "one")
    assert journal.attempts() == ()
    later = passed(sealed, 30)
    after = later.went_on(at(630), (0,))
    journal.mocks.go_on("run", later, after, PartText("Only now"), "two")
    (attempt,) = journal.attempts()
    assert (attempt.uuid, attempt.text) == ("two", "")
    assert journal.mocks.overtime_texts("two") == {MAIN: "Only now"}
    reply = passed(after, 5)
    journal.mocks.go_on("run", reply, reply.went_on(at(635)), PartText("Reply"), "unused")
    assert [one.text for one in journal.notes.of_attempt("two").replies] == ["Reply"]


def test_an_empty_answer_is_no_attempt_and_the_run_ends_all_the_same(journal: Journal) -> None:
    run = passed(BEGUN, 5)
    journal.mocks.go_on("run", run, run.stopped(at(5)), PartText(" \n"), "one")
    assert journal.attempts() == ()
    assert journal.mocks.find_open() is None
    (record,) = journal.mocks.runs()
    assert record.ended_at == NOON + timedelta(seconds=5)
    assert not record.run.is_whole


def test_a_fault_in_a_step_leaves_the_state_before_it(journal: Journal) -> None:
    run = passed(BEGUN, 60)
    journal.mocks.go_on("run", run, run.went_on(at(60)), PartText("Whole"), "one")
    found = journal.mocks.find_open()
    assert found is not None
    second = passed(found.run, 5)
    with pytest.raises(sqlite3.IntegrityError):
        journal.mocks.go_on("run", second, second.went_on(at(65)), PartText("Again"), "one")
    assert journal.mocks.find_open() == found
    assert len(journal.attempts()) == 1


def test_purging_the_bin_leaves_the_history_of_a_run_alone(journal: Journal) -> None:
    journal.mocks.save("run", passed(BEGUN, 60), PartText("Half"), with_history=True)
    run = passed(BEGUN, 61)
    journal.mocks.go_on("run", run, run.went_on(at(61)), PartText("Whole"), "one")
    found = journal.mocks.find_open()
    assert found is not None
    journal.mocks.save("run", passed(found.run, 5), PartText("Second"), with_history=True)
    journal.delete_attempt("one", NOON)
    assert journal.purge_bin(NOON + timedelta(days=31)) == 1
    journal.mocks.go_on(
        "run",
        passed(found.run, 6),
        passed(found.run, 6).stopped(at(67)),
        PartText("Second and last"),
        "two",
    )
    assert [copy.text for copy in journal.attempt_history("two")] == ["Second"]


def test_ratings_are_kept_the_newest_of_each_dimension(journal: Journal) -> None:
    journal.mocks.rate("run", "depth", 2, NOON)
    journal.mocks.rate("run", "depth", 3, NOON)
    assert journal.mocks.ratings("run") == {"depth": 3}
    journal.mocks.rate("run", "depth", 0, NOON)
    assert journal.mocks.ratings("run") == {}


MOMENTS = st.builds(
    Moment,
    st.datetimes(timezones=st.just(NOON.tzinfo)),
    st.floats(0, 1e9),
    st.text(max_size=5),
)
RUNS = st.builds(
    MockRun,
    tasks=st.lists(
        st.builds(
            MockTask,
            st.text(),
            st.text(),
            st.floats(0, 1e5),
            st.floats(0, 1e5),
            st.integers(0, 9),
        )
    ).map(tuple),
    seen=MOMENTS,
    part_began=MOMENTS,
    task=st.integers(0, 9),
    stage=st.sampled_from(Stage),
    to_ask=st.lists(st.integers(0, 9)).map(tuple),
    part_s=st.floats(0, 1e6),
    is_sealed=st.booleans(),
    is_paused=st.booleans(),
    gap_s=st.floats(0, 1e6),
    gap_began=st.none() | MOMENTS,
    parts=st.lists(
        st.builds(PartTime, st.integers(0, 9), st.integers(-1, 9), st.floats(0), st.floats(0))
    ).map(tuple),
    breaks=st.lists(st.builds(Break, MOMENTS, st.floats(0, 1e6), st.booleans())).map(tuple),
)


@given(RUNS)
def test_every_state_comes_back_as_it_was(run: MockRun) -> None:
    assert read_state(write_state(run)) == run
