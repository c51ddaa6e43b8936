"""Answers of earlier days in a room's journal, so that something comes back."""

from datetime import timedelta

from room import Room

from desktop.bank.file_reading import read_question_file
from desktop.domain.draft import Draft
from desktop.domain.mark import Mark, Verdict
from desktop.domain.rating import Rating
from desktop.journal.journal import Journal

BAGGED_TREE = "A bagged tree"
VARIANCE = "Says that averaging lowers the variance of the prediction."
BIAS = "Says that the bias stays as it is."
CORRELATION = "Names the correlation between trees as the limit."
QUESTION = f"""---
title: {BAGGED_TREE}
category: Classical machine learning
topics: [bagging]
difficulty: easy
rounds: [phone-screen]
roles: [data-scientist]
minutes: 10
---

Why does bagging help a deep tree on 500 rows?

## What the interviewer expects

- (2) {VARIANCE}
  cues: averaging, variance, mean of many trees
- (1) {BIAS}
  cues: bias stays, bias is unchanged
- (1) {CORRELATION}
  cues: correlation between trees, correlated trees

## Sample answer

Averaging many trees lowers the variance of the prediction. The bias stays as it is.
The correlation between trees is the limit.
"""
KEY = "a-bagged-tree"
COVERED, PARTLY, MISSED = Verdict.COVERED, Verdict.PARTLY, Verdict.MISSED


def put_bagged_tree(room: Room) -> None:
    """Put a question with three points into the room's bank."""
    path = room.folders.shipped_questions / f"{KEY}.md"
    path.write_text(QUESTION, encoding="utf-8")


def answered(
    room: Room, key: str, days_ago: float, *verdicts: Verdict, rating: Rating | None = None
) -> str:
    """Seal an answer some days ago, and mark and rate it as one did then; its uuid."""
    file = read_question_file(room.folders.shipped_questions / f"{key}.md")
    at = room.clock.now() - timedelta(days=days_ago)
    text = "Averaging lowers the variance."
    draft = Draft(
        question_key=key,
        digest=file.digest,
        text=text,
        started_at=at,
        saved_at=at,
        budget_s=600.0,
        active_s=500.0,
    )
    uuid = f"{key} {days_ago} days ago"
    marks = [Mark(number, one, start=0, end=len(text)) for number, one in enumerate(verdicts)]
    with Journal.open(room.folders.journal) as journal:
        journal.keep_question_text(file.text)
        journal.seal(draft, sealed_at=at, uuid=uuid, question_text=file.text)
        journal.notes.put_marks(uuid, marks, at)
        if rating is not None:
            journal.reviews.rate_attempt(uuid, rating, at)
    return uuid
