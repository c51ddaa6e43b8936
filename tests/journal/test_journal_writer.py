"""The writer thread: order, latest draft wins, errors in futures."""

import sqlite3
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Event, current_thread

import pytest
from journal_samples import QUESTION_TEXT, a_draft, after

from desktop.domain.errors import AppError
from desktop.journal.journal import Journal
from desktop.journal.journal_change import JournalChange
from desktop.journal.journal_reader import JournalReader
from desktop.journal.journal_writer import JournalWriter


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.sqlite"


@pytest.fixture
def changes() -> list[JournalChange]:
    return []


@pytest.fixture
def writer(path: Path, changes: list[JournalChange]) -> Iterator[JournalWriter]:
    opened = JournalWriter(partial(Journal.open, path, listeners=[changes.append]))
    yield opened
    opened.close()


@pytest.fixture
def hold(writer: JournalWriter) -> Iterator[Event]:
    """An event until which the writer does not go on."""
    release = Event()
    writer.submit(lambda _: release.wait(10))
    yield release
    release.set()


def test_the_result_of_an_operation_comes_back_in_its_future(writer: JournalWriter) -> None:
    writer.submit(lambda journal: journal.keep_question_text(QUESTION_TEXT))
    sealed = writer.submit(lambda journal: journal.seal(a_draft(), sealed_at=after(1), uuid="u1"))
    assert sealed.result().uuid == "u1"


def test_writes_run_on_a_thread_of_their_own(writer: JournalWriter) -> None:
    assert writer.submit(lambda _: current_thread()).result() is not current_thread()


def test_closing_finishes_what_was_asked_for(path: Path) -> None:
    writer = JournalWriter(partial(Journal.open, path))
    for number in range(50):
        writer.save_draft(a_draft(f"q{number}"))
    writer.close()
    writer.close()
    with JournalReader.open(path) as reader:
        assert len(reader.drafts()) == 50


def test_nothing_is_taken_on_after_closing(path: Path) -> None:
    writer = JournalWriter(partial(Journal.open, path))
    writer.close()
    with pytest.raises(RuntimeError, match="closed"):
        writer.save_draft(a_draft())


def test_of_waiting_saves_of_a_draft_only_the_newest_is_written(
    writer: JournalWriter, hold: Event, changes: list[JournalChange]
) -> None:
    first = writer.save_draft(a_draft("a", text="1"), with_history=True)
    other = writer.save_draft(a_draft("b", text="other"))
    last = writer.save_draft(a_draft("a", text="2"))
    hold.set()
    for future in (first, other, last):
        future.result()
    assert [change.question_key for change in changes] == ["a", "b"]
    drafts = writer.submit(Journal.drafts).result()
    assert {draft.question_key: draft.text for draft in drafts} == {"a": "2", "b": "other"}
    history = writer.submit(lambda journal: journal.draft_history("a")).result()
    assert [copy.text for copy in history] == ["2"]


def test_a_newer_save_does_not_overtake_another_operation(
    writer: JournalWriter, hold: Event
) -> None:
    writer.save_draft(a_draft(text="thrown away"))
    writer.submit(lambda journal: journal.discard_draft("ridge-as-shrinkage"))
    writer.save_draft(a_draft(text="begun anew"))
    hold.set()
    (draft,) = writer.submit(Journal.drafts).result()
    assert draft.text == "begun anew"


def test_a_waiting_write_cannot_be_called_off(writer: JournalWriter, hold: Event) -> None:
    saved = writer.save_draft(a_draft())
    assert not saved.cancel()
    hold.set()
    saved.result()
    assert len(writer.submit(Journal.drafts).result()) == 1


def test_an_error_is_in_its_future_and_the_next_write_goes_on(writer: JournalWriter) -> None:
    failed = writer.submit(lambda journal: journal.restore_attempt("gone"))
    saved = writer.save_draft(a_draft())
    with pytest.raises(AppError):
        failed.result()
    saved.result()


def test_a_journal_that_cannot_be_opened_yet_is_tried_again(tmp_path: Path) -> None:
    folder = tmp_path / "on a drive that comes later"
    writer = JournalWriter(partial(Journal.open, folder / "journal.sqlite"))
    with pytest.raises(AppError, match="cannot be opened"):
        writer.save_draft(a_draft()).result()
    folder.mkdir()
    writer.save_draft(a_draft()).result()
    writer.close()


def open_on_a_full_disk(path: Path) -> Journal:
    Journal.open(path).close()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA max_page_count = 1")
    return Journal(connection, path)


def test_a_full_disk_says_that_the_text_is_safe_in_the_window(path: Path) -> None:
    writer = JournalWriter(partial(open_on_a_full_disk, path))
    saved = writer.save_draft(a_draft(text="word " * 20_000))
    with pytest.raises(AppError, match="Your text is safe in this window"):
        saved.result()
    writer.close()
