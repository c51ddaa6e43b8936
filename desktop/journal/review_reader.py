"""Reading ratings, reviews of points, chosen days and interviews from the journal."""

from datetime import date, datetime
from typing import Any

from desktop.domain.rating import Rating
from desktop.domain.review import Interview, PointReview, ReviewDay, ReviewDraft
from desktop.journal.statements import Statements
from desktop.journal.timestamps import as_moment, as_text

NEVER = "never"


class ReviewReader:
    """What a person said of reviews."""

    def __init__(self, statements: Statements) -> None:
        self._statements = statements

    def ratings_of(self, question_key: str) -> dict[str, Rating]:
        """The ratings of a question's attempts, by their uuids, as far as the person gave one."""
        rows = self._statements.rows(
            "SELECT attempt_uuid, rating FROM attempt_ratings"
            " JOIN attempts ON uuid = attempt_uuid WHERE question_key = ?",
            question_key,
        )
        return {uuid: Rating(rating) for uuid, rating in rows}

    def point_reviews_of(self, question_key: str) -> tuple[PointReview, ...]:
        """The reviews of a question's points, oldest first."""
        rows = self._statements.rows(
            "SELECT uuid, question_key, point, text, rating, active_s, reviewed_at"
            " FROM point_reviews WHERE question_key = ? ORDER BY reviewed_at, uuid",
            question_key,
        )
        return tuple(
            PointReview(uuid, key, point, text, Rating(rating), active_s, as_moment(at))
            for uuid, key, point, text, rating, active_s, at in rows
        )

    def seconds_since(self, moment: datetime) -> float:
        """How long points were written at or after a moment."""
        rows = self._statements.rows(
            "SELECT coalesce(sum(active_s), 0) FROM point_reviews WHERE reviewed_at >= ?",
            as_text(moment),
        )
        return float(rows[0][0])

    def days_of(self, question_key: str) -> dict[str, ReviewDay]:
        """The days chosen for a question and its points, by the points' texts."""
        rows = self._statements.rows(
            "SELECT question_key, point, see_on, set_at FROM review_days WHERE question_key = ?",
            question_key,
        )
        return {row[1]: _day(row) for row in rows}

    def find_draft(self, question_key: str, point: str) -> ReviewDraft | None:
        """What is being written of a point."""
        rows = self._statements.rows(
            "SELECT text, active_s FROM review_drafts WHERE question_key = ? AND point = ?",
            question_key,
            point,
        )
        return ReviewDraft(*rows[0]) if rows else None

    def interviews(self) -> tuple[Interview, ...]:
        """All interviews that were not removed, the earliest first."""
        rows = self._statements.rows(
            "SELECT uuid, held_on, rounds, company FROM interviews WHERE NOT is_removed"
            " ORDER BY held_on, company, uuid"
        )
        return tuple(
            Interview(uuid, date.fromisoformat(day), tuple(rounds.split()), company)
            for uuid, day, rounds, company in rows
        )


def _day(row: tuple[Any, ...]) -> ReviewDay:
    key, point, see_on, set_at = row
    is_suspended = see_on == NEVER
    day = date.fromisoformat(see_on) if see_on and not is_suspended else None
    return ReviewDay(key, point, day, as_moment(set_at), is_suspended)
