"""Marks, predictions, replies, notes and stars of attempts in the journal."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from journal_samples import NOON, QUESTION_TEXT, a_draft, after

from desktop.domain.attempt_notes import AttemptNotes, Prediction, Reply
from desktop.domain.errors import AppError
from desktop.domain.mark import Mark, Verdict
from desktop.journal.journal import Journal
from desktop.journal.journal_change import ChangeKind, JournalChange

KEY = "ridge-as-shrinkage"


@pytest.fixture
def changes() -> list[JournalChange]:
    return []


@pytest.fixture
def journal(tmp_path: Path, changes: list[JournalChange]) -> Iterator[Journal]:
    with Journal.open(tmp_path / "j.sqlite", listeners=[changes.append]) as opened:
        opened.seal(a_draft(KEY), sealed_at=NOON, uuid="one", question_text=QUESTION_TEXT)
        changes.clear()
        yield opened


def test_an_attempt_begins_without_anything(journal: Journal) -> None:
    assert journal.notes.of_attempt("one") == AttemptNotes()


def test_each_judge_has_a_mark_of_its_own(journal: Journal, changes: list[JournalChange]) -> None:
    rule = Mark(0, Verdict.COVERED, "rule", 3, 9)
    journal.notes.put_marks("one", [rule, Mark(1, Verdict.MISSED, "rule")], after(1))
    journal.notes.put_marks("one", [Mark(0, Verdict.PARTLY, start=4, end=8)], after(2))
    journal.notes.put_marks("one", [Mark(0, Verdict.MISSED)], after(3))
    kept = {(mark.point, mark.judge): mark for mark in journal.notes.of_attempt("one").marks}
    assert kept == {
        (0, "rule"): Mark(0, Verdict.COVERED, "rule", 3, 9, after(1)),
        (1, "rule"): Mark(1, Verdict.MISSED, "rule", marked_at=after(1)),
        (0, "self"): Mark(0, Verdict.MISSED, marked_at=after(3)),
    }
    assert journal.notes.marks() == {"one": journal.notes.of_attempt("one").marks}
    assert changes == [JournalChange(frozenset({ChangeKind.MARKS}), KEY)] * 3


def test_a_mark_is_taken_back_alone(journal: Journal) -> None:
    both = [Mark(0, Verdict.COVERED, "rule", 0, 2), Mark(0, Verdict.COVERED, end=2)]
    journal.notes.put_marks("one", both, NOON)
    journal.notes.take_mark_back("one", 0, "self")
    assert [mark.judge for mark in journal.notes.of_attempt("one").marks] == ["rule"]


def test_the_first_prediction_stays(journal: Journal) -> None:
    journal.notes.put_prediction("one", Prediction(3, 5, after(1)))
    journal.notes.put_prediction("one", Prediction(5, 5, after(9)))
    assert journal.notes.of_attempt("one").prediction == Prediction(3, 5, after(1))
    assert journal.notes.predictions() == {"one": Prediction(3, 5, after(1))}


def test_a_reply_knows_when_its_model_reply_was_opened(journal: Journal) -> None:
    journal.notes.put_reply("one", 1, "First", after(1))
    journal.notes.open_reply("one", 1, after(2))
    journal.notes.put_reply("one", 1, "Second", after(3))
    journal.notes.open_reply("one", 1, after(4))
    journal.notes.open_reply("one", 0, after(5))
    assert journal.notes.of_attempt("one").replies == (
        Reply(0, "", after(5)),
        Reply(1, "Second", after(2)),
    )


def test_notes_and_stars_come_and_go(journal: Journal) -> None:
    journal.notes.note_attempt("one", "Too long on the prior", NOON)
    journal.notes.toggle_attempt_star("one", NOON)
    journal.notes.note_question(KEY, "Asked twice", NOON)
    kept = journal.notes.of_attempt("one")
    assert (kept.note, kept.is_starred) == ("Too long on the prior", True)
    assert journal.notes.of_question(KEY) == "Asked twice"
    journal.notes.note_attempt("one", "  ", NOON)
    journal.notes.toggle_attempt_star("one", NOON)
    journal.notes.note_question(KEY, "", NOON)
    assert journal.notes.of_attempt("one") == AttemptNotes()
    assert journal.notes.of_question(KEY) == ""


def test_a_note_on_a_question_follows_its_new_name(journal: Journal) -> None:
    journal.notes.note_question(KEY, "Asked twice", NOON)
    journal.follow_rename(KEY, "new")
    assert journal.notes.of_question("new") == "Asked twice"


def test_nothing_is_written_beside_an_attempt_that_is_not_there(journal: Journal) -> None:
    with pytest.raises(AppError, match="no longer in the journal"):
        journal.notes.put_marks("none", [Mark(0, Verdict.COVERED)], NOON)
    assert journal.notes.marks() == {}


def test_all_goes_with_an_attempt_that_leaves_the_bin(journal: Journal) -> None:
    journal.notes.put_marks("one", [Mark(0, Verdict.COVERED)], NOON)
    journal.delete_attempt("one", NOON)
    journal.purge_bin(after(31 * 86_400))
    assert journal.notes.marks() == {}
