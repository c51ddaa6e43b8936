"""Reading marks, predictions, replies, notes and stars of attempts from the journal."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from desktop.domain.attempt_notes import AttemptNotes, Prediction, Reply
from desktop.domain.mark import Mark, Verdict
from desktop.domain.point_comment import PointComment
from desktop.journal.statements import Statements
from desktop.journal.timestamps import as_moment

_MARKS = """
    SELECT attempt_uuid, point, verdict, judge, evidence_start, evidence_end, marked_at
    FROM marks
"""


class NoteReader:
    """What is kept beside attempts and questions."""

    def __init__(self, statements: Statements) -> None:
        self._statements = statements

    def of_attempt(self, uuid: str) -> AttemptNotes:
        """All that came to an attempt after it was sealed."""
        rows = self._statements.rows
        marks = rows(f"{_MARKS} WHERE attempt_uuid = ? ORDER BY point, judge", uuid)
        predicted = rows(
            "SELECT covered, points, predicted_at FROM predictions WHERE attempt_uuid = ?", uuid
        )
        replies = rows(
            "SELECT follow_up, text, opened_at FROM replies WHERE attempt_uuid = ?"
            " ORDER BY follow_up",
            uuid,
        )
        notes = rows("SELECT text FROM attempt_notes WHERE attempt_uuid = ?", uuid)
        stars = rows("SELECT 1 FROM attempt_stars WHERE attempt_uuid = ?", uuid)
        comments = rows(
            "SELECT point, judge, text, verdict, quote_start, quote_end, dropped_quotes, is_whole"
            " FROM comments WHERE attempt_uuid = ? ORDER BY point, judge",
            uuid,
        )
        return AttemptNotes(
            marks=tuple(_mark(row) for _, *row in marks),
            prediction=_prediction(predicted[0]) if predicted else None,
            replies=tuple(_reply(row) for row in replies),
            note=notes[0][0] if notes else "",
            is_starred=bool(stars),
            comments=tuple(_comment(row) for row in comments),
        )

    def marks(self) -> dict[str, tuple[Mark, ...]]:
        """All marks by the uuid of their attempt."""
        found: dict[str, list[Mark]] = defaultdict(list)
        for uuid, *row in self._statements.rows(f"{_MARKS} ORDER BY attempt_uuid, point, judge"):
            found[uuid].append(_mark(row))
        return {uuid: tuple(marks) for uuid, marks in found.items()}

    def predictions(self) -> dict[str, Prediction]:
        """All predictions by the uuid of their attempt."""
        rows = self._statements.rows(
            "SELECT attempt_uuid, covered, points, predicted_at FROM predictions"
        )
        return {uuid: _prediction(row) for uuid, *row in rows}

    def of_question(self, key: str) -> str:
        """The note on a question, "" if there is none."""
        rows = self._statements.rows("SELECT text FROM question_notes WHERE question_key = ?", key)
        return rows[0][0] if rows else ""


def _mark(row: Sequence[Any]) -> Mark:
    point, verdict, judge, start, end, marked_at = row
    return Mark(
        point,
        Verdict(verdict),
        judge,
        start,
        end,
        as_moment(marked_at),
    )


def _prediction(row: Sequence[Any]) -> Prediction:
    covered, points, predicted_at = row
    return Prediction(covered, points, as_moment(predicted_at))


def _reply(row: Sequence[Any]) -> Reply:
    follow_up, text, opened_at = row
    return Reply(follow_up, text, as_moment(opened_at) if opened_at else None)


def _comment(row: Sequence[Any]) -> PointComment:
    point, judge, text, verdict, start, end, dropped, is_whole = row
    return PointComment(
        point,
        judge,
        text,
        Verdict(verdict) if verdict else None,
        start,
        end,
        dropped,
        bool(is_whole),
    )
