"""Writing ratings, reviews of points, chosen days and interviews into the journal."""

from collections.abc import Iterable
from datetime import datetime

from desktop.domain.rating import Rating
from desktop.domain.review import Interview, PointReview, ReviewDay, ReviewDraft
from desktop.journal.faults import attempt_is_gone
from desktop.journal.journal_change import ChangeKind
from desktop.journal.review_reader import NEVER, ReviewReader
from desktop.journal.statements import Transactions
from desktop.journal.storable_text import storable
from desktop.journal.timestamps import as_text


class ReviewWriter(ReviewReader):
    """Each write is one transaction."""

    def __init__(self, transactions: Transactions) -> None:
        super().__init__(transactions)
        self._transactions = transactions

    def rate_attempt(self, attempt_uuid: str, rating: Rating, at: datetime) -> None:
        """Keep how well an answer went, in the person's own word."""
        rows = self._transactions.rows(
            "SELECT question_key FROM attempts WHERE uuid = ?", attempt_uuid
        )
        if not rows:
            raise attempt_is_gone()
        with self._transactions.writing(rows[0][0]) as changed:
            self._transactions.do(
                "INSERT OR REPLACE INTO attempt_ratings VALUES (?, ?, ?)",
                attempt_uuid,
                int(rating),
                as_text(at),
            )
            changed.add(ChangeKind.REVIEWS)

    def save_draft(self, question_key: str, point: str, draft: ReviewDraft, at: datetime) -> None:
        """Keep what is being written of a point."""
        with self._transactions.writing(question_key) as changed:
            self._transactions.do(
                "INSERT OR REPLACE INTO review_drafts VALUES (?, ?, ?, ?, ?)",
                question_key,
                point,
                storable(draft.text),
                draft.active_s,
                as_text(at),
            )
            changed.add(ChangeKind.REVIEW_TEXT)

    def put_point_review(self, review: PointReview) -> None:
        """Keep a review of a point; what was being written of it has become part of it."""
        with self._transactions.writing(review.question_key) as changed:
            self._transactions.do(
                "INSERT OR REPLACE INTO point_reviews VALUES (?, ?, ?, ?, ?, ?, ?)",
                review.uuid,
                review.question_key,
                review.point,
                storable(review.text),
                int(review.rating),
                review.active_s,
                as_text(review.reviewed_at),
            )
            self._transactions.do(
                "DELETE FROM review_drafts WHERE question_key = ? AND point = ?",
                review.question_key,
                review.point,
            )
            changed.add(ChangeKind.REVIEWS)

    def set_days(self, days: Iterable[ReviewDay]) -> None:
        """Keep when things of one question are to be seen, in place of what was said before."""
        for day in days:
            with self._transactions.writing(day.question_key) as changed:
                see_on = day.see_on.isoformat() if day.see_on else None
                self._transactions.do(
                    "INSERT OR REPLACE INTO review_days VALUES (?, ?, ?, ?)",
                    day.question_key,
                    day.point,
                    NEVER if day.is_suspended else see_on,
                    as_text(day.set_at),
                )
                changed.add(ChangeKind.REVIEWS)

    def put_interview(self, interview: Interview, at: datetime) -> None:
        """Keep an interview, in place of what was said of it before."""
        self._put_interview(interview, at, is_removed=False)

    def remove_interview(self, interview: Interview, at: datetime) -> None:
        """Take an interview out; that it was removed stays known for a merge."""
        self._put_interview(interview, at, is_removed=True)

    def _put_interview(self, interview: Interview, at: datetime, *, is_removed: bool) -> None:
        with self._transactions.writing() as changed:
            self._transactions.do(
                "INSERT OR REPLACE INTO interviews VALUES (?, ?, ?, ?, ?, ?)",
                interview.uuid,
                interview.company,
                "\n".join(interview.rounds),
                interview.held_on.isoformat(),
                is_removed,
                as_text(at),
            )
            changed.add(ChangeKind.INTERVIEWS)
