"""The power fails between two system calls: nothing is promised that is not on disk."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from shutil import copytree

import pytest
from system_calls import SYNCS, WRITES, SystemCall, faults_of_order, trace_calls

DATA = Path(__file__).parents[1] / "data"
REPORTS = 20

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the calls are traced by strace")


@pytest.fixture
def trace(tmp_path: Path) -> Path:
    return tmp_path / "trace"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    made = tmp_path / "data"
    made.mkdir()
    return made


def with_old_journal(data: Path) -> Path:
    path = data / "journal.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((DATA / "journal_version_1.sql").read_text(encoding="utf-8"))
    return path


def renames(calls: tuple[SystemCall, ...], data: Path) -> list[str]:
    """The names files got in a folder, in their order."""
    return [
        Path(call.target).name
        for call in calls
        if call.name == "rename" and call.target.startswith(str(data))
    ]


@pytest.mark.parametrize("place", ["answer.md", "new/and/deeper/answer.md"])
def test_a_replaced_file_is_whole_at_any_call(data: Path, trace: Path, place: str) -> None:
    calls = trace_calls(trace, DATA / "replacing_process.py", data / place, "text" * 9_000)
    assert renames(calls, data) == ["answer.md"]
    assert faults_of_order(calls, data) == []


def test_the_backup_is_on_disk_before_the_migration_begins(data: Path, trace: Path) -> None:
    path = with_old_journal(data)
    calls = trace_calls(trace, DATA / "migrating_process.py", path)
    ((number, backup),) = [
        (number, call) for number, call in enumerate(calls) if call.name == "rename"
    ]
    first_change = next(
        number
        for number, call in enumerate(calls)
        if call.name in WRITES and call.path in (str(path), f"{path}-wal", f"{path}-journal")
    )
    assert "before" in Path(backup.target).name
    assert number < first_change
    assert faults_of_order(calls[:first_change], data) == []


def test_what_is_said_to_be_sealed_is_on_disk(data: Path, trace: Path) -> None:
    path = data / "journal.sqlite"
    calls = trace_calls(trace, DATA / "sealing_process.py", path, REPORTS)
    says = [n for n, call in enumerate(calls) if call.name == "write" and "pipe:" in call.path]
    assert len(says) == REPORTS
    for begun, said in zip([0, *says], says, strict=False):
        of_log = [call for call in calls[begun:said] if call.path == f"{path}-wal"]
        assert of_log[-1].name in SYNCS
        assert any(call.name in WRITES for call in of_log)


def test_pages_and_questions_are_whole_at_any_call(data: Path, trace: Path) -> None:
    copytree(DATA / "journey_bank", data / "questions")
    page = DATA / "pages_pasted" / "markdown_page.md"
    calls = trace_calls(trace, "-m", "desktop", "--data", data, "import", page)
    assert len(renames(calls, data)) == 1
    assert faults_of_order(calls, data / "questions") == []


def test_an_export_is_whole_at_any_call(data: Path, trace: Path) -> None:
    path = with_old_journal(data)
    calls = trace_calls(trace, "-m", "desktop", "--data", data, "export", data / "exported")
    assert path.exists()
    assert renames(calls, data / "exported")[-1] == "greenroom-export.json"
    assert faults_of_order(calls, data / "exported") == []
