"""Taking in the marks a peer made in a packet."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop.bank.question_file import read_question
from desktop.domain.attempt import Attempt
from desktop.domain.errors import AppError
from desktop.domain.mark import PEER, Mark, Verdict
from desktop.domain.passage import find_passage
from desktop.journal.journal import Journal
from desktop.journal.journal_reader import JournalReader
from desktop.services.peer_packet import FORMAT, VERSION

MOST_BYTES = 2_000_000
MOST_NAME = 80


@dataclass(frozen=True, slots=True)
class PeerReview:
    """What a peer said of one answer: marks of its points and a comment ("" for none)."""

    attempt: Attempt
    marks: tuple[Mark, ...]
    comment: str


@dataclass(frozen=True, slots=True)
class PeerReviews:
    """What a peer's file says.

    `reviewer` is the name given there, `unknown` counts the answers this journal does not have.
    """

    reviewer: str
    reviews: tuple[PeerReview, ...]
    unknown: int

    def __str__(self) -> str:
        marks = sum(len(review.marks) for review in self.reviews)
        on = _counted(len(self.reviews), "answer")
        text = f"{_counted(marks, 'mark')} by {self.reviewer} on {on}."
        if self.unknown:
            text += f" Not in this journal, and left out: {_counted(self.unknown, 'answer')}."
        return text


def read_peer_marks(path: Path, journal: JournalReader) -> PeerReviews:
    """The marks in a file; raises AppError, which says what is wrong with it."""
    kept = _load(path)
    answers = kept.get("answers")
    if not isinstance(answers, list):
        raise _not_marks(path, "it names no answers")
    reviewer = " ".join(str(kept.get("reviewer") or "").split())[:MOST_NAME] or "a peer"
    reviews: list[PeerReview] = []
    unknown = 0
    for answer in answers:
        if not isinstance(answer, dict):
            raise _not_marks(path, "an answer in it is not one")
        attempt = journal.find_attempt(str(answer.get("attempt")))
        if attempt is None:
            unknown += 1
            continue
        text = journal.find_question_text(attempt.digest) or ""
        points = len(read_question(text, path=Path("question.md")).question.points)
        marks = tuple(_mark(path, mark, attempt, points) for mark in answer.get("marks") or ())
        reviews.append(PeerReview(attempt, marks, str(answer.get("comment") or "").strip()))
    return PeerReviews(reviewer, tuple(reviews), unknown)


def keep_peer_marks(journal: Journal, reviews: PeerReviews, at: datetime) -> None:
    """Keep the marks as a peer's, and each comment below the note on its answer."""
    for review in reviews.reviews:
        uuid = review.attempt.uuid
        journal.notes.put_marks(uuid, review.marks, at)
        if review.comment:
            said = f"{reviews.reviewer}: {review.comment}"
            note = journal.notes.of_attempt(uuid).note
            if said not in note:
                journal.notes.note_attempt(uuid, f"{note}\n\n{said}".strip(), at)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _load(path: Path) -> dict[str, Any]:
    try:
        if not path.is_file() or path.stat().st_size > MOST_BYTES:
            raise _not_marks(path, "it is not a small file")
        kept = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise _not_marks(path, str(error)) from error
    if not isinstance(kept, dict) or kept.get("format") != FORMAT:
        raise _not_marks(path, "it was not saved from a review packet")
    version = kept.get("version")
    if not isinstance(version, int) or version > VERSION:
        raise _not_marks(path, "it is of a newer Greenroom")
    return kept


def _mark(path: Path, mark: object, attempt: Attempt, points: int) -> Mark:
    if not isinstance(mark, dict):
        raise _not_marks(path, "a mark in it is not one")
    point, verdict = mark.get("point"), mark.get("verdict")
    if isinstance(point, bool) or not isinstance(point, int) or not 0 <= point < points:
        raise _not_marks(path, f"{attempt.question_key} has no point {point}")
    if verdict not in tuple(Verdict):
        raise _not_marks(path, f"{verdict} is no verdict")
    shown = find_passage(attempt.text, str(mark.get("evidence") or ""))
    start, end = shown or (0, 0)
    return Mark(point, Verdict(verdict), PEER, start, end)


def _not_marks(path: Path, reason: str) -> AppError:
    return AppError(
        f"{path.name} holds no marks of a peer: {reason}. Nothing was taken in.",
        "Ask for the file that the review page saved, greenroom-marks.json.",
    )
