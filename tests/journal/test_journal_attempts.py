"""Sealing, attempts, the bin, and what counts as help."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from journal_samples import NOON, QUESTION_TEXT, a_draft, after

from desktop.domain.attempt import Attempt
from desktop.domain.errors import AppError
from desktop.journal.journal import Journal
from desktop.journal.journal_change import ChangeKind, JournalChange
from desktop.journal.question_activity import QuestionActivity

KEY = "ridge-as-shrinkage"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.sqlite"


@pytest.fixture
def changes() -> list[JournalChange]:
    return []


@pytest.fixture
def journal(path: Path, changes: list[JournalChange]) -> Iterator[Journal]:
    with Journal.open(path, listeners=[changes.append]) as opened:
        opened.keep_question_text(QUESTION_TEXT)
        changes.clear()
        yield opened


def seal(journal: Journal, uuid: str, at_s: float, key: str = KEY) -> Attempt:
    return journal.seal(a_draft(key, text=f"answer {uuid}"), sealed_at=after(at_s), uuid=uuid)


def test_sealing_turns_the_draft_into_an_attempt(journal: Journal) -> None:
    draft = a_draft(text_at_budget="Ridge", revealed=("Key topics",))
    journal.save_draft(a_draft(text="older"))
    attempt = journal.seal(draft, sealed_at=after(90), uuid="u1")
    assert attempt == Attempt(
        uuid="u1",
        question_key=KEY,
        digest=draft.digest,
        text=draft.text,
        started_at=draft.started_at,
        sealed_at=after(90),
        active_s=draft.active_s,
        budget_s=draft.budget_s,
        revealed=("Key topics",),
        text_at_budget="Ridge",
        number=1,
    )
    assert attempt.wall_s == 90
    assert journal.drafts() == ()
    assert journal.attempts_of(KEY) == (attempt,)
    assert journal.find_attempt("u1") == attempt


def test_attempts_are_numbered_for_each_question_in_order_of_sealing(journal: Journal) -> None:
    seal(journal, "late", 300)
    seal(journal, "other", 200, key="another")
    assert seal(journal, "early", 100).number == 1
    numbers = [(attempt.uuid, attempt.number) for attempt in journal.attempts()]
    assert numbers == [("early", 1), ("other", 1), ("late", 2)]


def test_the_question_text_is_kept_once_and_found_by_its_digest(
    journal: Journal, changes: list[JournalChange]
) -> None:
    edited = QUESTION_TEXT + "\nEdited.\n"
    digest = journal.keep_question_text(edited)
    assert journal.keep_question_text(edited) == digest
    assert journal.find_question_text(digest) == edited
    assert journal.find_question_text(seal(journal, "u1", 1).digest) == QUESTION_TEXT
    assert journal.find_question_text("unknown") is None
    kept = [change for change in changes if ChangeKind.QUESTION_TEXTS in change.kinds]
    assert len(kept) == 1


def test_a_question_text_that_was_never_kept_does_not_stop_the_seal(journal: Journal) -> None:
    draft = a_draft(digest="lost")
    attempt = journal.seal(draft, sealed_at=after(1), uuid="u1", question_text="The prompt.")
    assert journal.find_question_text(attempt.digest) == "The prompt."


def test_a_seal_that_fails_leaves_the_draft(journal: Journal) -> None:
    seal(journal, "u1", 1)
    draft = a_draft(text="second answer", revealed=("Sample answer",))
    journal.save_draft(draft)
    with pytest.raises(sqlite3.IntegrityError):
        journal.seal(draft, sealed_at=after(2), uuid="u1")
    assert journal.drafts() == (draft,)
    assert len(journal.attempts()) == 1


def test_the_history_stays_with_the_attempt_thinned_but_for_the_newest(journal: Journal) -> None:
    for second in range(0, 100, 5):
        draft = a_draft(text="x" * second, saved_at=after(second), active_s=second)
        journal.save_draft(draft, with_history=True)
    journal.save_draft(a_draft("another"), with_history=True)
    journal.seal(draft, sealed_at=after(100), uuid="u1")
    assert [copy.active_s for copy in journal.attempt_history("u1")] == [25, 55, 85, 95]
    assert journal.attempt_history("u1")[-1].text == "x" * 95
    assert journal.draft_history(KEY) == ()
    assert len(journal.draft_history("another")) == 1


def test_the_newest_copy_stays_even_when_quiet_time_was_taken_out(journal: Journal) -> None:
    for active_s, text in ((10, "a"), (200, "ab"), (15, "abc")):
        draft = a_draft(text=text, active_s=active_s)
        journal.save_draft(draft, with_history=True)
    journal.seal(draft, sealed_at=after(300), uuid="u1")
    assert [copy.text for copy in journal.attempt_history("u1")] == ["ab", "abc"]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE attempts SET text = 'better'",
        "UPDATE attempts SET active_s = 1",
        "UPDATE attempts SET sealed_at = started_at",
        "DELETE FROM attempts",
        "DELETE FROM question_texts",
    ],
)
def test_no_statement_changes_a_sealed_answer(
    journal: Journal, path: Path, statement: str
) -> None:
    attempt = seal(journal, "u1", 1)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(statement)
    assert journal.attempts() == (attempt,)


def test_a_deleted_attempt_goes_to_the_bin_and_comes_back(journal: Journal) -> None:
    first, second = seal(journal, "u1", 1), seal(journal, "u2", 2)
    journal.delete_attempt("u1", after(10))
    journal.delete_attempt("u1", after(20))
    assert [(attempt.uuid, attempt.number) for attempt in journal.attempts_of(KEY)] == [("u2", 1)]
    assert journal.bin() == ((first, after(10)),)
    assert journal.activity_of(KEY).attempts == 1
    journal.restore_attempt("u1")
    assert journal.attempts_of(KEY) == (first, second)
    assert journal.bin() == ()


def test_the_bin_keeps_an_attempt_for_thirty_days(journal: Journal) -> None:
    for uuid in ("u1", "u2"):
        journal.save_draft(a_draft(revealed=("Key topics",)), with_history=True)
        seal(journal, uuid, 1)
    journal.delete_attempt("u1", NOON)
    assert journal.purge_bin(NOON + timedelta(days=29, hours=23)) == 0
    assert len(journal.bin()) == 1
    assert journal.purge_bin(NOON + timedelta(days=30)) == 1
    assert journal.bin() == ()
    assert journal.find_attempt("u1") is None
    assert journal.attempt_history("u1") == ()
    assert [attempt.uuid for attempt in journal.attempts()] == ["u2"]
    assert len(journal.attempt_history("u2")) == 1


def test_an_attempt_that_is_gone_cannot_be_deleted_or_restored(journal: Journal) -> None:
    with pytest.raises(AppError, match="no longer in the journal"):
        journal.delete_attempt("gone", NOON)
    with pytest.raises(AppError, match="no longer in the journal"):
        journal.restore_attempt("gone")


def test_a_part_opened_before_writing_makes_it_an_attempt_with_help(journal: Journal) -> None:
    journal.record_reveal(KEY, "Sample answer", NOON)
    journal.record_reveal(KEY, "Sample answer", after(5))
    journal.record_reveal("another", "Key topics", after(6))
    assert journal.activity_of(KEY).is_with_help
    journal.save_draft(a_draft(revealed=("How to approach this",)))
    attempt = seal(journal, "u1", 10)
    assert attempt.revealed == ("Sample answer", "How to approach this")
    assert attempt.is_with_help


def test_help_is_counted_once_and_again_only_when_opened_again(journal: Journal) -> None:
    journal.record_reveal(KEY, "Sample answer", NOON)
    assert seal(journal, "u1", 1).is_with_help
    assert not journal.activity_of(KEY).is_with_help
    assert not seal(journal, "u2", 2).is_with_help
    journal.record_reveal(KEY, "Sample answer", after(3))
    assert journal.activity_of(KEY).revealed == ("Sample answer",)
    assert seal(journal, "u3", 4).revealed == ("Sample answer",)
    assert [attempt.is_with_help for attempt in journal.attempts()] == [True, False, True]


def test_activity_tells_what_was_done_with_each_question(journal: Journal) -> None:
    seal(journal, "u1", 1)
    seal(journal, "u2", 2)
    journal.save_draft(a_draft(KEY))
    journal.save_draft(a_draft("drafted"))
    journal.record_reveal("opened", "Key topics", NOON)
    seal(journal, "u3", 3, key="deleted")
    journal.delete_attempt("u3", after(4))
    expected = {
        KEY: QuestionActivity(has_draft=True, attempts=2, last_sealed_at=after(2)),
        "drafted": QuestionActivity(has_draft=True),
        "opened": QuestionActivity(revealed=("Key topics",)),
    }
    assert journal.activity() == expected
    assert {key: journal.activity_of(key) for key in expected} == expected
    assert journal.activity_of("deleted") == QuestionActivity()


def test_every_write_tells_what_it_changed(journal: Journal, changes: list[JournalChange]) -> None:
    kind = ChangeKind
    journal.save_draft(a_draft())
    journal.save_draft(a_draft(text="more"))
    journal.record_reveal(KEY, "Key topics", NOON)
    journal.record_reveal(KEY, "Key topics", NOON)
    seal(journal, "u1", 1)
    journal.delete_attempt("u1", NOON)
    journal.restore_attempt("u1")
    journal.discard_draft(KEY)
    assert changes == [
        JournalChange(frozenset({kind.DRAFT_TEXT, kind.DRAFTS}), KEY),
        JournalChange(frozenset({kind.DRAFT_TEXT}), KEY),
        JournalChange(frozenset({kind.REVEALS}), KEY),
        JournalChange(frozenset({kind.DRAFT_TEXT, kind.DRAFTS, kind.ATTEMPTS, kind.REVEALS}), KEY),
        JournalChange(frozenset({kind.ATTEMPTS}), KEY),
        JournalChange(frozenset({kind.ATTEMPTS}), KEY),
    ]
