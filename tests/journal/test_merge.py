"""Merging two journals: to the same end in either order, any number of times."""

from pathlib import Path
from random import Random
from shutil import copyfile
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_journals import OF_THIS_JOURNAL_ONLY, dump, fill, tables

from desktop.journal.journal import Journal
from desktop.journal.merge import MergeReport
from desktop.journal.merge_rules import KNOWN_TABLES


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "journal.sqlite"
    Journal.open(path).close()
    return path


def merged(ours: Path, theirs: Path) -> MergeReport:
    """Merge a copy of theirs into ours."""
    with TemporaryDirectory() as folder, Journal.open(ours) as journal:
        return journal.merge(Path(copyfile(theirs, Path(folder) / "copy.sqlite")))


def copy_of(path: Path, name: str) -> Path:
    return Path(copyfile(path, path.with_name(name)))


def test_every_table_of_the_journal_has_a_rule(empty: Path) -> None:
    assert set(tables(empty)) == KNOWN_TABLES


def test_random_journals_have_rows_in_every_table(empty: Path, tmp_path: Path) -> None:
    path = Path(copyfile(empty, tmp_path / "full.sqlite"))
    fill(path, Random(1), 400)
    fill(path, Random(2), 400)
    assert [table for table, rows in dump(path).items() if not rows] == []
    assert OF_THIS_JOURNAL_ONLY.keys() <= KNOWN_TABLES


@settings(deadline=None, max_examples=60)
@given(seed=st.integers(0, 2**32))
def test_either_order_gives_the_same_and_again_changes_nothing(empty: Path, seed: int) -> None:
    random = Random(seed)
    with TemporaryDirectory() as name:
        folder = Path(name)
        a, b = (Path(copyfile(empty, folder / one)) for one in ("a.sqlite", "b.sqlite"))
        fill(a, random)
        fill(b, random)
        a_first, b_first = copy_of(a, "ab.sqlite"), copy_of(b, "ba.sqlite")
        merged(a_first, b)
        merged(b_first, a)
        assert dump(a_first) == dump(b_first)
        for stale in (b, a_first, b_first, a):
            before = dump(a_first)
            report = merged(a_first, stale)
            assert (report.added, report.is_changed, dump(a_first)) == ({}, False, before)
