"""Killed at any moment of backing up and restoring: every named file is whole, none is missing."""

from pathlib import Path
from random import Random
from threading import Event

import pytest
from script import Script

from desktop.journal.backups import Backups
from desktop.journal.inspection import inspect_journal


def kill_after(journal: Path, seconds: float) -> None:
    with Script("backup_process.py", journal) as process:
        assert process.next_line() == "begun\n"
        Event().wait(seconds)
        process.kill()


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(30))
def test_a_kill_leaves_whole_files_only(tmp_path: Path, seed: int) -> None:
    journal = tmp_path / "journal.sqlite"
    kill_after(journal, Random(seed).uniform(0, 0.5))
    backups = Backups(journal).all()
    inside = [inspect_journal(one.path).attempts for one in backups]
    assert inside == sorted(inside, reverse=True)
    assert inside[0] >= 1
    assert inspect_journal(journal).attempts >= inside[0]
    for kept in tmp_path.glob("journal.replaced-*.sqlite"):
        assert inspect_journal(kept).attempts >= 1
