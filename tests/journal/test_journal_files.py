"""Making, migrating and refusing journal files."""

import sqlite3
from contextlib import closing
from pathlib import Path
from shutil import copytree

import pytest
from journal_samples import QUESTION_TEXT, a_draft

from desktop.domain.errors import AppError
from desktop.journal.journal import Journal
from desktop.journal.journal_reader import JournalReader
from desktop.journal.migrate import MIGRATIONS, bring_up_to_date

NEWEST = max(int(script.name[:4]) for script in MIGRATIONS.glob("*.sql"))
NEXT = NEWEST + 1
NEXT_STEP = f"""
BEGIN EXCLUSIVE;
ALTER TABLE drafts ADD COLUMN colour TEXT;
UPDATE meta SET value = '0.7' WHERE name = 'needs_greenroom';
PRAGMA user_version = {NEXT};
COMMIT;
"""
FAILING_STEP = "BEGIN EXCLUSIVE; CREATE TABLE extra (x TEXT) STRICT; SELECT no_such_function();"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "my journal.sqlite"


@pytest.fixture
def migrations(tmp_path: Path) -> Path:
    """A folder of migrations that a later Greenroom might have."""
    return Path(copytree(MIGRATIONS, tmp_path / "migrations"))


def query(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def migrate(path: Path, migrations: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        bring_up_to_date(connection, path, migrations)


@pytest.fixture
def written(path: Path) -> Path:
    with Journal.open(path) as journal:
        journal.keep_question_text(QUESTION_TEXT)
        journal.save_draft(a_draft())
    return path


def test_a_new_journal_needs_no_backup(path: Path) -> None:
    Journal.open(path).close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    assert query(path, "PRAGMA journal_mode") == [("wal",)]


def test_an_empty_file_becomes_a_journal(path: Path) -> None:
    path.touch()
    with Journal.open(path) as journal:
        journal.save_draft(a_draft())
        assert journal.drafts() == (a_draft(),)
    assert len(list(path.parent.iterdir())) == 1


def test_every_table_is_strict_and_numbers_have_no_gap(written: Path) -> None:
    tables = query(
        written, "SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict"
    )
    assert [name for (name,) in tables if not str(name).startswith("sqlite_")] == []
    numbers = sorted(int(script.name[:4]) for script in MIGRATIONS.glob("*.sql"))
    assert numbers == list(range(1, NEXT))
    assert query(written, "PRAGMA user_version") == [(NEWEST,)]


def test_opening_again_changes_nothing(written: Path) -> None:
    before = written.read_bytes()
    Journal.open(written).close()
    assert written.read_bytes() == before


def test_migrating_copies_the_journal_first(written: Path, migrations: Path) -> None:
    (migrations / f"{NEXT:04}_colour.sql").write_text(NEXT_STEP)
    migrate(written, migrations)
    (backup,) = (written.parent / "backups").glob(f"*-before-{NEXT}.sqlite")
    assert query(written, "PRAGMA user_version") == [(NEXT,)]
    assert query(backup, "PRAGMA user_version") == [(NEWEST,)]
    assert query(backup, "SELECT text FROM drafts") == [(a_draft().text,)]
    assert query(written, "SELECT text, colour FROM drafts") == [(a_draft().text, None)]
    assert not list(backup.parent.glob("*.part"))


def test_a_step_that_fails_leaves_the_journal_as_it_was(written: Path, migrations: Path) -> None:
    (migrations / f"{NEXT:04}_broken.sql").write_text(FAILING_STEP)
    with pytest.raises(sqlite3.OperationalError):
        migrate(written, migrations)
    assert query(written, "PRAGMA user_version") == [(NEWEST,)]
    assert query(written, "SELECT name FROM sqlite_schema WHERE name = 'extra'") == []
    with Journal.open(written) as journal:
        assert journal.drafts() == (a_draft(),)


def test_a_newer_journal_is_refused_and_stays_as_it_is(written: Path, migrations: Path) -> None:
    (migrations / f"{NEXT:04}_colour.sql").write_text(NEXT_STEP)
    migrate(written, migrations)
    before = written.read_bytes()
    with pytest.raises(AppError, match=r"needs Greenroom 0\.7 or newer; nothing was changed"):
        Journal.open(written)
    assert written.read_bytes() == before


def test_a_newer_journal_that_does_not_say_its_version_is_refused(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(AppError, match="needs a newer Greenroom"):
        JournalReader.open(path)


def test_the_file_of_another_program_is_refused_and_stays_as_it_is(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE cards (front TEXT)")
    before = path.read_bytes()
    with pytest.raises(AppError, match="is not a journal; nothing was changed"):
        Journal.open(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"xy", b"My notes on ridge regression.\n" * 300])
def test_a_file_that_is_not_sqlite_is_refused_and_stays_as_it_is(
    path: Path, content: bytes
) -> None:
    path.write_bytes(content)
    with pytest.raises(AppError, match="is not a journal; nothing was changed") as refused:
        Journal.open(path)
    assert "backup" in refused.value.hint
    assert path.read_bytes() == content


def test_a_damaged_journal_is_told_of_in_plain_words(written: Path) -> None:
    content = bytearray(written.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    written.write_bytes(content)
    with (
        pytest.raises(AppError, match="is damaged; nothing was changed"),
        Journal.open(written) as journal,
    ):
        journal.save_draft(a_draft())


def test_a_folder_that_cannot_hold_the_journal_is_told_of(tmp_path: Path) -> None:
    a_file = tmp_path / "file"
    a_file.write_text("not a folder")
    for unusable in (tmp_path, tmp_path / "missing" / "journal.sqlite", a_file / "journal.sqlite"):
        with pytest.raises(AppError, match="cannot be opened") as refused:
            Journal.open(unusable)
        assert "--data" in refused.value.hint
    assert a_file.read_text() == "not a folder"


def test_a_journal_held_by_another_program_is_told_of(written: Path) -> None:
    with (
        closing(sqlite3.connect(written, isolation_level=None)) as other,
        Journal.open(written, patience_ms=0) as journal,
    ):
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(AppError, match="Another program holds the journal"):
            journal.save_draft(a_draft(text="new"))
        other.execute("ROLLBACK")
        journal.save_draft(a_draft(text="new"))
        assert journal.drafts()[0].text == "new"


def test_a_journal_locked_before_it_opens_is_told_of(written: Path) -> None:
    with closing(sqlite3.connect(written, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(AppError, match="Another program holds the journal"):
            Journal.open(written, patience_ms=0)


def test_a_journal_that_may_only_be_read_is_told_of(written: Path) -> None:
    read_only = sqlite3.connect(f"{written.as_uri()}?mode=ro", uri=True, isolation_level=None)
    with Journal(read_only, written) as journal:
        assert journal.drafts() == (a_draft(),)
        with pytest.raises(AppError, match="may only be read; nothing was changed"):
            journal.save_draft(a_draft(text="new"))


def test_a_full_disk_loses_nothing_and_writing_goes_on_when_there_is_room(written: Path) -> None:
    connection = sqlite3.connect(written, isolation_level=None)
    with Journal(connection, written) as journal:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")
        long = a_draft(text="word " * 20_000)
        with pytest.raises(AppError, match="disk is full") as refused:
            journal.save_draft(long, with_history=True)
        assert "Your text is safe in this window" in refused.value.hint
        assert journal.drafts() == (a_draft(),)
        connection.execute("PRAGMA max_page_count = 100000")
        journal.save_draft(long, with_history=True)
        assert journal.drafts() == (long,)
