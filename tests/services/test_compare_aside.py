"""Comparing in a process of its own; what a comparison holds is shown in the journeys."""

import os
import signal
from collections.abc import Iterator
from multiprocessing import active_children
from pathlib import Path

import pytest

from desktop.domain.errors import AppError
from desktop.journal.journal import Journal
from desktop.services.compare_aside import CompareAside


@pytest.fixture
def aside(tmp_path: Path) -> Iterator[CompareAside]:
    Journal.open(tmp_path / "journal.sqlite").close()
    aside = CompareAside((), tmp_path / "journal.sqlite")
    yield aside
    aside.close()


def test_an_attempt_that_is_gone(aside: CompareAside) -> None:
    for _ in range(2):
        with pytest.raises(AppError, match="no longer in the journal"):
            aside.open("nowhere", "rule")
    assert len(active_children()) == 1


def test_a_process_that_ends_before_its_time_is_replaced(aside: CompareAside) -> None:
    with pytest.raises(AppError, match="no longer in the journal"):
        aside.open("nowhere", "rule")
    (process,) = active_children()
    assert process.pid is not None
    os.kill(process.pid, signal.SIGTERM)
    process.join()
    with pytest.raises(AppError, match="Open the comparison again"):
        aside.open("nowhere", "rule")
    with pytest.raises(AppError, match="no longer in the journal"):
        aside.open("nowhere", "rule")


def test_nothing_is_left_when_it_is_closed(aside: CompareAside) -> None:
    with pytest.raises(AppError):
        aside.open("nowhere", "rule")
    aside.close()
    assert not active_children()
    with pytest.raises(AppError, match="could not be compared"):
        aside.open("nowhere", "rule")
