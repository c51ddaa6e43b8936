"""What models say of an attempt, in the journal."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from journal_samples import NOON, QUESTION_TEXT, a_draft, after

from desktop.domain.mark import Mark, Verdict
from desktop.domain.point_comment import PointComment
from desktop.journal.journal import Journal

COMMENT = PointComment(0, "model:small", "Say why.", Verdict.COVERED, 3, 9)
MARK = Mark(0, Verdict.COVERED, "model:small", 3, 9, after(1))


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal.open(tmp_path / "j.sqlite") as opened:
        opened.seal(a_draft("ridge"), sealed_at=NOON, uuid="one", question_text=QUESTION_TEXT)
        yield opened


def test_a_comment_is_kept_with_its_mark_beside_the_persons_own(journal: Journal) -> None:
    own = Mark(0, Verdict.MISSED, marked_at=after(0))
    journal.notes.put_marks("one", [own], after(0))
    journal.notes.put_comment("one", COMMENT, after(1))
    kept = journal.notes.of_attempt("one")
    assert kept.comments == (COMMENT,)
    assert set(kept.marks) == {own, MARK}


def test_a_newer_comment_replaces_that_of_the_same_model_only(journal: Journal) -> None:
    other = replace(COMMENT, judge="model:other")
    newer = replace(COMMENT, text="No.", verdict=Verdict.PARTLY, start=0, end=0, dropped=1)
    for minute, comment in enumerate([COMMENT, other, newer]):
        journal.notes.put_comment("one", comment, after(minute))
    kept = journal.notes.of_attempt("one")
    assert set(kept.comments) == {other, newer}
    assert [mark.judge for mark in kept.marks] == ["model:other"]


def test_a_comment_that_broke_off_replaces_and_marks_nothing(journal: Journal) -> None:
    broken = replace(COMMENT, text="Say", is_whole=False)
    journal.notes.put_comment("one", replace(broken, point=1), after(1))
    journal.notes.put_comment("one", COMMENT, after(1))
    journal.notes.put_comment("one", broken, after(2))
    kept = journal.notes.of_attempt("one")
    assert kept.comments == (COMMENT, replace(broken, point=1))
    assert kept.marks == (MARK,)


def test_a_missed_point_needs_no_quote(journal: Journal) -> None:
    missed = replace(COMMENT, verdict=Verdict.MISSED, start=0, end=0)
    journal.notes.put_comment("one", missed, after(1))
    (mark,) = journal.notes.of_attempt("one").marks
    assert (mark.verdict, mark.has_evidence) == (Verdict.MISSED, False)
