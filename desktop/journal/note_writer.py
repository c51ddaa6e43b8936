"""Writing marks, predictions, replies, notes and stars of attempts into the journal."""

from collections.abc import Iterable
from datetime import datetime

from desktop.domain.attempt_notes import Prediction
from desktop.domain.mark import Mark
from desktop.domain.point_comment import PointComment
from desktop.journal.faults import attempt_is_gone
from desktop.journal.journal_change import ChangeKind
from desktop.journal.note_reader import NoteReader
from desktop.journal.statements import Transactions
from desktop.journal.timestamps import as_text


class NoteWriter(NoteReader):
    """Each write is one transaction; what it writes about is an attempt that is there."""

    def __init__(self, transactions: Transactions) -> None:
        super().__init__(transactions)
        self._transactions = transactions

    def put_marks(self, attempt_uuid: str, marks: Iterable[Mark], at: datetime) -> None:
        """Keep marks, each in place of the same judge's earlier one; other judges' stay."""
        with self._transactions.writing(self._question_of(attempt_uuid)) as changed:
            for mark in marks:
                self._put_mark(attempt_uuid, mark, at)
                changed.add(ChangeKind.MARKS)

    def take_mark_back(self, attempt_uuid: str, point: int, judge: str) -> None:
        """Throw one judge's mark of a point away."""
        with self._transactions.writing(self._question_of(attempt_uuid)) as changed:
            if self._transactions.do(
                "DELETE FROM marks WHERE attempt_uuid = ? AND point = ? AND judge = ?",
                attempt_uuid,
                point,
                judge,
            ):
                changed.add(ChangeKind.MARKS)

    def put_comment(self, attempt_uuid: str, comment: PointComment, at: datetime) -> None:
        """Keep a model's comment and its mark in place of its earlier ones on the point.

        One that is not whole replaces nothing and marks nothing.
        """
        point, judge = comment.point, comment.judge
        with self._transactions.writing(self._question_of(attempt_uuid)) as changed:
            instead = "REPLACE" if comment.is_whole else "IGNORE"
            self._transactions.do(
                f"INSERT OR {instead} INTO comments VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 – ours
                attempt_uuid,
                point,
                judge,
                comment.text,
                comment.verdict,
                comment.start,
                comment.end,
                comment.dropped,
                comment.is_whole,
                as_text(at),
            )
            changed.add(ChangeKind.NOTES)
            if not comment.is_whole:
                return
            changed.add(ChangeKind.MARKS)
            mark = comment.find_mark(at)
            if mark is not None:
                self._put_mark(attempt_uuid, mark, at)
            else:
                self._transactions.do(
                    "DELETE FROM marks WHERE attempt_uuid = ? AND point = ? AND judge = ?",
                    attempt_uuid,
                    point,
                    judge,
                )

    def put_prediction(self, attempt_uuid: str, prediction: Prediction) -> None:
        """Keep a prediction; the first one stays, for later ones have seen more."""
        with self._transactions.writing(self._question_of(attempt_uuid)) as changed:
            if self._transactions.do(
                "INSERT OR IGNORE INTO predictions VALUES (?, ?, ?, ?)",
                attempt_uuid,
                prediction.covered,
                prediction.points,
                as_text(prediction.predicted_at),
            ):
                changed.add(ChangeKind.NOTES)

    def put_reply(self, attempt_uuid: str, follow_up: int, text: str, at: datetime) -> None:
        """Keep the reply to a follow-up; when its model reply was opened stays known."""
        with self._transactions.writing(self._question_of(attempt_uuid)) as changed:
            self._transactions.do(
                "INSERT INTO replies VALUES (?, ?, ?, NULL, ?)"
                " ON CONFLICT DO UPDATE"
                " SET text = excluded.text, written_at = excluded.written_at",
                attempt_uuid,
                follow_up,
                text,
                as_text(at),
            )
            changed.add(ChangeKind.NOTES)

    def open_reply(self, attempt_uuid: str, follow_up: int, at: datetime) -> None:
        """Keep when the model reply to a follow-up was first opened."""
        with self._transactions.writing(self._question_of(attempt_uuid)) as changed:
            self._transactions.do(
                "INSERT INTO replies VALUES (?, ?, '', ?, ?)"
                " ON CONFLICT DO UPDATE SET opened_at = coalesce(opened_at, excluded.opened_at)",
                attempt_uuid,
                follow_up,
                as_text(at),
                as_text(at),
            )
            changed.add(ChangeKind.NOTES)

    def note_attempt(self, attempt_uuid: str, text: str, at: datetime) -> None:
        """Keep the note on an attempt; an empty one goes."""
        self._put_note("attempt_notes", "attempt_uuid", attempt_uuid, text, at)

    def note_question(self, key: str, text: str, at: datetime) -> None:
        """Keep the note on a question; an empty one goes."""
        self._put_note("question_notes", "question_key", key, text, at)

    def toggle_attempt_star(self, attempt_uuid: str, at: datetime) -> None:
        """Star an attempt, or take its star away."""
        with self._transactions.writing(self._question_of(attempt_uuid)) as changed:
            changed.add(ChangeKind.NOTES)
            if not self._transactions.do(
                "DELETE FROM attempt_stars WHERE attempt_uuid = ?", attempt_uuid
            ):
                self._transactions.do(
                    "INSERT INTO attempt_stars VALUES (?, ?)", attempt_uuid, as_text(at)
                )

    def _put_mark(self, attempt_uuid: str, mark: Mark, at: datetime) -> None:
        self._transactions.do(
            "INSERT OR REPLACE INTO marks VALUES (?, ?, ?, ?, ?, ?, ?)",
            attempt_uuid,
            mark.point,
            mark.judge,
            mark.verdict,
            mark.start,
            mark.end,
            as_text(at),
        )

    def _put_note(self, table: str, column: str, value: str, text: str, at: datetime) -> None:
        key = value if column == "question_key" else self._question_of(value)
        with self._transactions.writing(key) as changed:
            changed.add(ChangeKind.NOTES)
            if text.strip():
                self._transactions.do(
                    f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?)",  # noqa: S608 – ours
                    value,
                    text,
                    as_text(at),
                )
            else:
                self._transactions.do(f"DELETE FROM {table} WHERE {column} = ?", value)  # noqa: S608 – ours

    def _question_of(self, attempt_uuid: str) -> str:
        rows = self._transactions.rows(
            "SELECT question_key FROM attempts WHERE uuid = ?", attempt_uuid
        )
        if not rows:
            raise attempt_is_gone()
        key: str = rows[0][0]
        return key
