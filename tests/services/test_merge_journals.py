"""Two laptops: what each wrote is on both after a merge."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from journal_samples import QUESTION_TEXT, a_draft, after

from desktop.domain.attempt_notes import Prediction
from desktop.domain.errors import AppError
from desktop.domain.mark import Mark, Verdict
from desktop.journal.inspection import inspect_journal
from desktop.journal.journal import Journal
from desktop.services.merge_journals import MergedJournal, merge_journals

DUMP = Path(__file__).parent.parent / "data" / "journal_version_1.sql"
KEY = a_draft().question_key


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    return tmp_path / "ours" / "journal.sqlite"


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    return tmp_path / "theirs" / "journal.sqlite"


@pytest.fixture(autouse=True)
def _folders(ours: Path, theirs: Path) -> None:
    ours.parent.mkdir()
    theirs.parent.mkdir()


def seal(path: Path, uuid: str, seconds: float, key: str = KEY) -> None:
    with Journal.open(path) as journal:
        draft = a_draft(key, text=f"Text of {uuid}")
        journal.seal(draft, sealed_at=after(seconds), uuid=uuid, question_text=QUESTION_TEXT)


def merge(ours: Path, theirs: Path) -> MergedJournal:
    return merge_journals(ours, theirs, after(9999), ours.parent / "cache")


def test_attempts_of_both_are_numbered_by_time(ours: Path, theirs: Path) -> None:
    seal(ours, "mine", 200)
    seal(theirs, "yours", 100)
    merged = merge(ours, theirs)
    assert str(merged) == "Added 1 attempt."
    with Journal.open(ours) as journal:
        assert [(one.uuid, one.number) for one in journal.attempts()] == [
            ("yours", 1),
            ("mine", 2),
        ]
    assert str(merge(ours, theirs)) == "Nothing new: all of it was here already."


def test_the_other_journal_stays_as_it_is_also_while_it_is_open(ours: Path, theirs: Path) -> None:
    seal(theirs, "yours", 100)
    with Journal.open(theirs) as journal:
        journal.save_draft(a_draft("dropout"))
        merged = merge(ours, theirs)
    assert str(merged) == "Added 1 attempt, 1 draft."
    before = theirs.read_bytes()
    merge(ours, theirs)
    assert theirs.read_bytes() == before
    assert [one.name for one in theirs.parent.iterdir()] == [theirs.name]
    assert list((ours.parent / "cache").iterdir()) == []


def test_the_newer_draft_goes_on_and_the_other_stands_in_its_history(
    ours: Path, theirs: Path
) -> None:
    for path, text, seconds in ((ours, "older", 10), (theirs, "newer", 20)):
        with Journal.open(path) as journal:
            draft = a_draft(text=text, saved_at=after(seconds))
            journal.save_draft(draft, with_history=True)
    for one, other in ((ours, theirs), (theirs, ours)):
        merge(one, other)
        with Journal.open(one) as journal:
            assert [draft.text for draft in journal.drafts()] == ["newer"]
            assert [copy.text for copy in journal.draft_history(KEY)] == ["older", "newer"]


def test_a_draft_sealed_on_the_other_laptop_does_not_come_back(ours: Path, theirs: Path) -> None:
    with Journal.open(ours) as journal:
        journal.keep_question_text(QUESTION_TEXT)
        journal.record_reveal(KEY, "approach", after(1))
        journal.save_draft(a_draft())
    theirs.write_bytes(ours.read_bytes())
    with Journal.open(theirs) as journal:
        journal.seal(a_draft(), sealed_at=after(90), uuid="sealed")
    merge(ours, theirs)
    merge(theirs, ours)
    for path in (ours, theirs):
        with Journal.open(path) as journal:
            assert journal.drafts() == ()
            assert [one.revealed for one in journal.attempts()] == [("approach",)]
            assert not journal.activity_of(KEY).is_with_help


def test_later_marks_hold_earlier_predictions_stay_and_what_is_deleted_stays_so(
    ours: Path, theirs: Path
) -> None:
    seal(ours, "same", 100)
    theirs.write_bytes(ours.read_bytes())
    for path, verdict, seconds in ((ours, Verdict.MISSED, 300), (theirs, Verdict.COVERED, 200)):
        with Journal.open(path) as journal:
            at = after(seconds)
            journal.notes.put_marks("same", [Mark(0, verdict, "self", 0, 0, at)], at)
            journal.notes.put_prediction("same", Prediction(int(seconds / 100), 5, at))
    with Journal.open(theirs) as journal:
        journal.delete_attempt("same", after(400))
    merge(ours, theirs)
    with Journal.open(ours) as journal:
        notes = journal.notes.of_attempt("same")
        assert [mark.verdict for mark in notes.marks] == [Verdict.MISSED]
        assert notes.prediction == Prediction(2, 5, after(200))
        assert journal.attempts() == ()
        assert [at for _, at in journal.bin()] == [after(400)]


def test_a_reply_that_only_opened_the_model_reply_takes_no_text_away(
    ours: Path, theirs: Path
) -> None:
    seal(ours, "same", 100)
    theirs.write_bytes(ours.read_bytes())
    with Journal.open(ours) as journal:
        journal.notes.put_reply("same", 0, "My reply", after(200))
    with Journal.open(theirs) as journal:
        journal.notes.open_reply("same", 0, after(300))
    for one, other in ((ours, theirs), (theirs, ours)):
        merge(one, other)
        with Journal.open(one) as journal:
            (reply,) = journal.notes.of_attempt("same").replies
            assert (reply.text, reply.opened_at) == ("My reply", after(300))


def test_lists_of_one_name_become_one(ours: Path, theirs: Path) -> None:
    for path, name, key in ((ours, "To do", "bias"), (theirs, "to-do", "dropout")):
        with Journal.open(path) as journal:
            journal.collections.add_to_list(name, key, uuid=f"of-{key}", at=after(len(key)))
    merge(ours, theirs)
    with Journal.open(ours) as journal:
        (one,) = journal.collections.all().lists
        assert (one.name, set(one.keys)) == ("To do", {"bias", "dropout"})


def test_an_older_journal_is_brought_up_to_date_in_a_copy(ours: Path, theirs: Path) -> None:
    with closing(sqlite3.connect(theirs)) as connection:
        connection.executescript(DUMP.read_text(encoding="utf-8"))
    before = theirs.read_bytes()
    assert str(merge(ours, theirs)) == "Added 1 attempt, 2 drafts."
    assert theirs.read_bytes() == before


def test_a_backup_is_made_before(ours: Path, theirs: Path) -> None:
    seal(ours, "mine", 100)
    seal(theirs, "yours", 200)
    merged = merge(ours, theirs)
    assert merged.backup is not None
    assert inspect_journal(merged.backup.path).attempts == 1


def test_a_newer_or_damaged_journal_is_refused_and_nothing_is_changed(
    ours: Path, theirs: Path
) -> None:
    seal(ours, "mine", 100)
    seal(theirs, "yours", 200)
    before = ours.read_bytes()
    with closing(sqlite3.connect(theirs)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(AppError, match="or newer"):
        merge(ours, theirs)
    theirs.write_bytes(theirs.read_bytes()[:4096] + b"\xa5" * 8192)
    with pytest.raises(AppError, match="damaged"):
        merge(ours, theirs)
    assert ours.read_bytes() == before
