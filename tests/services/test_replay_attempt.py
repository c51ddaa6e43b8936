"""What the history of a sealed draft tells: its text at a time, and when points were found."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.domain.attempt_notes import Prediction
from desktop.domain.draft import Draft
from desktop.domain.feedback import AnswerFeedback, Band, PointFeedback
from desktop.domain.question import Question
from desktop.domain.question_digest import question_digest
from desktop.journal.journal import Journal
from desktop.rendering.page_html import page_to_html
from desktop.services.attempt_list import AttemptEntry, read_attempts
from desktop.services.replay_attempt import ReplayAttempt

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
KEY = "bagging"
QUESTION = """---
title: Bagging
---

Why?

## What the interviewer expects
- (2) Says variance.
- (1) Says bias.
- (1) Says forest.
"""


def by_words(question: Question, answer: str) -> AnswerFeedback:
    """A point is found where its last word stands, and maybe where that has a question mark."""
    points = []
    for point in question.points:
        word = point.text.removesuffix(".").split()[-1]
        maybe = Band.MAYBE if f"{word}?" in answer else Band.NOT_FOUND
        band = Band.FOUND if f"{word}." in answer else maybe
        points.append(PointFeedback(0.0, band, None, "rule"))
    return AnswerFeedback(tuple(points), 0.0)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal.open(tmp_path / "journal.sqlite") as journal:
        yield journal


def write(journal: Journal, minutes: int) -> str:
    """Write a word each second, with a point in the 6th and another in the 13th minute."""
    draft = Draft(
        question_key=KEY,
        digest=question_digest(QUESTION),
        text="",
        started_at=NOON,
        saved_at=NOON,
    )
    words = [f"word{second}" for second in range(minutes * 60)]
    words[310], words[400], words[770] = "variance?", "variance.", "bias."
    for second in range(5, minutes * 60 + 1, 5):
        at = NOON + timedelta(seconds=second)
        text = " ".join(words[:second])
        draft = replace(draft, text=text, saved_at=at, active_s=float(second))
        journal.save_draft(draft, with_history=True)
    at = NOON + timedelta(minutes=minutes)
    return journal.seal(draft, sealed_at=at, uuid="one", question_text=QUESTION).uuid


def entry_of(tmp_path: Path) -> AttemptEntry:
    (entry,) = read_attempts(tmp_path / "journal.sqlite", KEY).entries
    return entry


def test_the_thinned_history_knows_the_text_of_every_minute_to_half_a_minute(
    tmp_path: Path, journal: Journal
) -> None:
    write(journal, 20)
    replay = ReplayAttempt(tmp_path / "journal.sqlite", by_words)
    line = replay.timeline(entry_of(tmp_path))
    for minute in (5, 10, 15, 20):
        words = len(line.text_at(minute * 60.0).split())
        assert minute * 60 - 30 <= words <= minute * 60
    assert len(line.copies) <= 41


def test_each_point_is_dated_by_the_minute_it_was_first_found(
    tmp_path: Path, journal: Journal
) -> None:
    write(journal, 20)
    replay = ReplayAttempt(tmp_path / "journal.sqlite", by_words)
    entry = entry_of(tmp_path)
    seen = replay.appearances(entry, replay.timeline(entry))
    assert [(one.minute, one.is_sure) for one in seen] == [(6, True), (12, True), (None, False)]


def test_points_are_told_only_once_the_person_has_compared(
    tmp_path: Path, journal: Journal
) -> None:
    uuid = write(journal, 14)
    replay = ReplayAttempt(tmp_path / "journal.sqlite", by_words)

    def told() -> str:
        entry = entry_of(tmp_path)
        return page_to_html(replay.appearance_page(entry, replay.timeline(entry)))

    assert "variance" not in told()
    journal.notes.put_prediction(uuid, Prediction(1, 3, NOON))
    assert "minute 7" in told()
    assert "variance" in told()
    assert "not found" in told()
