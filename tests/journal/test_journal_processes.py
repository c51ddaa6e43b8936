"""The journal with several processes, and with a process that is killed."""

import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from journal_samples import a_draft
from script import Script

from desktop.domain.mock_run import MockRun
from desktop.domain.question_digest import question_digest
from desktop.journal.journal import Journal
from desktop.journal.journal_reader import JournalReader

SLOW_KILLS = [pytest.param(seed, marks=pytest.mark.slow) for seed in range(5, 100)]


def newest_report_at_kill(path: Path, kind: str, reports_before_kill: int) -> int:
    """Let a process write, kill it in the middle, and return the last number it reported."""
    with Script("draft_saving_process.py", path, kind) as process:
        for _ in range(reports_before_kill):
            newest = process.next_line()
        rest = process.kill_and_read()
    return int(rest[-1] if rest else newest)


def quick_check(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("PRAGMA quick_check").fetchone()[0])


@pytest.mark.parametrize("seed", [*range(5), *SLOW_KILLS])
def test_a_kill_loses_no_draft_that_was_saved(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "journal.sqlite"
    newest = newest_report_at_kill(path, "saves", Random(seed).randint(1, 300))
    with JournalReader.open(path) as reader:
        (draft,) = reader.drafts()
        copies = reader.draft_history(draft.question_key)
    number = int(draft.active_s)
    assert number in (newest, newest + 1)
    assert draft.text == f"{number} " + "word " * 2_000 + f"{number}"
    assert [copy.active_s for copy in copies] == list(range(0, number + 1, 5))
    assert quick_check(path) == "ok"


@pytest.mark.parametrize("seed", [*range(5), *SLOW_KILLS])
def test_a_kill_while_sealing_leaves_the_draft_or_the_attempt(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "journal.sqlite"
    newest = newest_report_at_kill(path, "seals", Random(seed).randint(1, 150))
    with JournalReader.open(path) as reader:
        drafts = [draft.question_key for draft in reader.drafts()]
        attempts = reader.attempts()
        histories = [reader.attempt_history(attempt.uuid) for attempt in attempts]
    answered = sorted([*drafts, *(attempt.question_key for attempt in attempts)])
    complete = [
        sorted(f"q{number}" for number in range(last + 1)) for last in (newest, newest + 1)
    ]
    assert answered in complete
    assert len(drafts) <= 1
    assert all(attempt.is_with_help for attempt in attempts)
    assert all(len(history) == 1 for history in histories)
    assert quick_check(path) == "ok"


def test_the_command_line_writes_while_the_window_saves(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    with (
        Journal.open(path) as journal,
        Script("question_keeping_process.py", path, "text", 200) as process,
    ):
        assert process.stdout is not None
        digests = []
        for digest in process.stdout:
            digests.append(digest.strip())
            journal.save_draft(a_draft(text=f"save {len(digests)}"), with_history=True)
        assert len(digests) == 200
        assert all(journal.find_question_text(digest) for digest in digests)
        assert journal.drafts()[0].text == "save 200"
        assert len(journal.draft_history("ridge-as-shrinkage")) == 200


def test_processes_that_make_the_journal_at_once_all_succeed(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    processes = [Script("question_keeping_process.py", path, name, 5) for name in "abcd"]
    for process in processes:
        process.communicate()
    assert [process.returncode for process in processes] == [0, 0, 0, 0]
    with JournalReader.open(path) as reader:
        for name in "abcd":
            assert reader.find_question_text(question_digest(f"{name} 4"))


def sealed_tasks(run: MockRun) -> set[int]:
    """The tasks whose main answer was sealed."""
    sealed = {part.task for part in run.parts if part.is_main}
    is_at_main = not run.is_ended and run.is_sealed and not run.to_ask
    return sealed | ({run.task} if is_at_main else set())


@pytest.mark.parametrize("seed", [*range(5), *SLOW_KILLS])
def test_a_kill_leaves_every_run_at_one_of_its_steps(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "journal.sqlite"
    with Script("mock_run_process.py", path, seed) as process:
        for _ in range(Random(seed).randint(1, 400)):
            process.next_line()
        process.kill()
    assert quick_check(path) == "ok"
    with Journal.open(path) as journal:
        records = journal.mocks.runs()
        assert records
        for record in records:
            answers = journal.mocks.answers(record.uuid)
            assert set(answers) == sealed_tasks(record.run)
            assert all(journal.find_attempt(uuid) for uuid in answers.values())
            left = [step.step for step in journal.mocks.steps(record.uuid)]
            assert left.count("went on") + left.count("ended") == len(record.run.parts)
            assert (record.ended_at is not None) is record.run.is_ended
        assert sum(not record.run.is_ended for record in records) <= 1
