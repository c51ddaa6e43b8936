"""Marks of the newest attempt make a question weak or strong, and give the sort by coverage."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.bank.bank import Bank
from desktop.bank.bank_sources import find_sources
from desktop.domain.draft import Draft
from desktop.domain.mark import SELF, Mark, Verdict
from desktop.domain.question_digest import question_digest
from desktop.journal.journal import Journal
from desktop.services.find_questions import FindQuestions
from desktop.services.refresh_index import RefreshIndex

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
TEXT = """---
title: About {key}
---

Why?

## What the interviewer expects
- (3) One.
- (1) Two.
"""


class Desk:
    """Three questions of two points each, with a journal and an index."""

    def __init__(self, folder: Path) -> None:
        own = folder / "questions"
        own.mkdir()
        for key in ("ridge", "lasso", "dropout"):
            (own / f"{key}.md").write_text(TEXT.format(key=key))
        sources = find_sources(folder / "shipped", own, folder / "packs")
        index, journal = folder / "index.sqlite", folder / "journal.sqlite"
        self.journal = Journal.open(journal)
        self.refresh = RefreshIndex(Bank(sources), index, journal, lambda: NOON)
        self.find = FindQuestions(index, lambda: NOON, self.journal.collections.all)
        self.refresh.refresh()

    def found(self, query: str, sort: str = "title") -> list[str]:
        return [row.key for row in self.find.page(query, sort, 0).rows]

    def seal(self, key: str, day: int) -> str:
        """Answer a question; the uuid of the attempt."""
        text = TEXT.format(key=key)
        at = NOON + timedelta(days=day)
        self.journal.keep_question_text(text)
        draft = Draft(
            question_key=key,
            digest=question_digest(text),
            text="An answer.",
            started_at=at,
            saved_at=at,
        )
        self.journal.save_draft(draft)
        uuid = f"{key}-{day}"
        return self.journal.seal(draft, sealed_at=at, uuid=uuid, question_text=text).uuid

    def mark(self, uuid: str, *verdicts: Verdict, judge: str = SELF) -> None:
        marks = [Mark(number, verdict, judge, 0, 2) for number, verdict in enumerate(verdicts)]
        self.journal.notes.put_marks(uuid, marks, NOON)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.journal.close()


def test_marks_make_a_question_weak_or_strong_at_once(desk: Desk) -> None:
    weak, strong = desk.seal("lasso", 0), desk.seal("ridge", 0)
    desk.mark(weak, Verdict.MISSED, Verdict.COVERED)
    desk.mark(strong, Verdict.COVERED, Verdict.PARTLY)
    for key in ("lasso", "ridge"):
        desk.refresh.note_practice(key)
    assert desk.found("status:weak") == ["lasso"]
    assert desk.found("status:strong") == ["ridge"]
    assert desk.found("status:attempted") == ["lasso", "ridge"]
    assert desk.found("", "coverage") == ["lasso", "ridge", "dropout"]


def test_the_newest_attempt_counts_and_a_rules_word_only_beside_ones_own(desk: Desk) -> None:
    desk.mark(desk.seal("lasso", 0), Verdict.COVERED, Verdict.COVERED)
    newest = desk.seal("lasso", 1)
    desk.refresh.refresh()
    assert desk.found("status:strong") == []
    desk.mark(newest, Verdict.COVERED, Verdict.COVERED, judge="rule")
    desk.refresh.refresh()
    assert desk.found("status:strong") == []
    desk.mark(newest, Verdict.COVERED)
    desk.refresh.refresh()
    assert desk.found("status:strong") == ["lasso"]
    desk.mark(newest, Verdict.MISSED, Verdict.MISSED)
    desk.refresh.refresh()
    assert desk.found("status:weak") == ["lasso"]


def test_an_attempt_with_an_unmarked_point_is_neither(desk: Desk) -> None:
    desk.mark(desk.seal("lasso", 0), Verdict.MISSED)
    desk.refresh.refresh()
    assert desk.found("status:weak") == []
    assert desk.found("status:attempted") == ["lasso"]
