"""A journal that the first Greenroom wrote goes on in this one."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from journal_samples import NOON, a_draft, after

from desktop.domain.question_collections import Collections
from desktop.journal.journal import Journal

DUMP = Path(__file__).parent.parent / "data" / "journal_version_1.sql"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "journal.sqlite"
    with closing(sqlite3.connect(made)) as connection:
        connection.executescript(DUMP.read_text(encoding="utf-8"))
    return made


def test_nothing_written_before_is_lost(path: Path) -> None:
    with Journal.open(path) as journal:
        (attempt,) = journal.attempts()
        assert (attempt.uuid, attempt.text, attempt.sealed_at) == (
            "attempt-1",
            a_draft().text,
            after(90),
        )
        assert [draft.text for draft in journal.drafts()] == ["A second try", "Half a thought"]
        assert len(journal.draft_history("dropout")) == 1


def test_stars_and_lists_begin_empty_and_can_be_written(path: Path) -> None:
    with Journal.open(path) as journal:
        assert journal.collections.all() == Collections()
        journal.collections.toggle_star("dropout", NOON)
        assert journal.collections.all().starred == {"dropout"}


def test_a_copy_of_the_old_journal_is_kept(path: Path) -> None:
    Journal.open(path).close()
    (backup,) = (path.parent / "backups").glob("journal-*-before-*.sqlite")
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        assert connection.execute("SELECT count(*) FROM attempts").fetchone() == (1,)
