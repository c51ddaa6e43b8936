"""Reading the journal."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self
from zlib import decompress

from desktop.domain.attempt import Attempt
from desktop.domain.draft import Draft, DraftCopy
from desktop.journal.collection_reader import CollectionReader
from desktop.journal.connecting import PATIENCE_MS, connect
from desktop.journal.question_activity import QuestionActivity
from desktop.journal.statements import Statements
from desktop.journal.timestamps import as_moment

if TYPE_CHECKING:
    from desktop.journal.joined_journals import Row
    from desktop.journal.mock_reader import MockReader
    from desktop.journal.note_reader import NoteReader
    from desktop.journal.review_reader import ReviewReader

_DRAFTS = """
    SELECT question_key, digest, text, started_at, saved_at, cursor, budget_s, active_s,
        (SELECT group_concat(part, char(10)) FROM (
            SELECT part FROM reveals
            WHERE reveals.question_key = drafts.question_key AND attempt_uuid IS NULL
            ORDER BY id)),
        text_at_budget
    FROM drafts
"""

_ATTEMPTS = """
    SELECT uuid, question_key, digest, text, started_at, sealed_at, active_s, budget_s,
        (SELECT group_concat(part, char(10)) FROM (
            SELECT part FROM reveals WHERE attempt_uuid = attempts.uuid ORDER BY id)),
        text_at_budget,
        1 + (SELECT count(*) FROM attempts AS earlier
            WHERE earlier.question_key = attempts.question_key
                AND (earlier.sealed_at, earlier.uuid) < (attempts.sealed_at, attempts.uuid)
                AND earlier.uuid NOT IN (SELECT attempt_uuid FROM bin))
    FROM attempts
"""
_KEPT = "uuid NOT IN (SELECT attempt_uuid FROM bin)"

_ACTIVITY = f"""
    WITH answered AS (
        SELECT question_key, count(*) AS attempts, max(sealed_at) AS last_sealed_at
        FROM attempts WHERE {_KEPT} GROUP BY question_key
    ), marked AS (
        SELECT question_key, count(*) AS marks, max(marked_at) AS last_marked_at
        FROM marks JOIN attempts ON uuid = attempt_uuid WHERE {_KEPT} GROUP BY question_key
    ), said AS (
        SELECT question_key, count(*) AS reviews, max(at) AS last_reviewed_at FROM (
            SELECT question_key, rated_at AS at
            FROM attempt_ratings JOIN attempts ON uuid = attempt_uuid WHERE {_KEPT}
            UNION ALL SELECT question_key, reviewed_at FROM point_reviews
            UNION ALL SELECT question_key, set_at FROM review_days
        ) GROUP BY question_key
    ), opened AS (
        SELECT question_key, group_concat(part, char(10)) AS revealed
        FROM (SELECT question_key, part FROM reveals WHERE attempt_uuid IS NULL ORDER BY id)
        GROUP BY question_key
    )
    SELECT question_key, id IS NOT NULL, coalesce(attempts, 0), last_sealed_at, revealed,
        coalesce(marks, 0), last_marked_at, coalesce(reviews, 0), last_reviewed_at
    FROM (
        SELECT question_key FROM drafts
        UNION SELECT question_key FROM answered
        UNION SELECT question_key FROM opened
        UNION SELECT question_key FROM said
    )
    LEFT JOIN drafts USING (question_key)
    LEFT JOIN answered USING (question_key)
    LEFT JOIN marked USING (question_key)
    LEFT JOIN said USING (question_key)
    LEFT JOIN opened USING (question_key)
"""  # noqa: S608 – joined from constants of this file


class JournalReader:
    """Reads the journal over a connection of its own; belongs to the thread that opened it."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._statements = Statements(connection, path)
        self.collections = CollectionReader(self._statements)

    @classmethod
    def open(cls, path: Path, patience_ms: int = PATIENCE_MS) -> Self:
        """The journal at `path`, made or migrated if need be; raises AppError like `connect`."""
        return cls(connect(path, patience_ms), path)

    @property
    def notes(self) -> "NoteReader":
        """Marks, predictions, replies, notes and stars; they load at their first use."""
        from desktop.journal.note_reader import NoteReader  # noqa: PLC0415 - the start needs none

        return NoteReader(self._statements)

    @property
    def mocks(self) -> "MockReader":
        """The mock runs; what reads them loads at its first use."""
        from desktop.journal.mock_reader import MockReader  # noqa: PLC0415 - the start needs none

        return MockReader(self._statements)

    @property
    def reviews(self) -> "ReviewReader":
        """Ratings, reviews of points and interviews; what reads them loads at its first use."""
        from desktop.journal.review_reader import (  # noqa: PLC0415 - the start needs none
            ReviewReader,
        )

        return ReviewReader(self._statements)

    @contextmanager
    def as_of_now(self) -> Iterator[None]:
        """Read everything as it is at the first reading, whatever is written meanwhile."""
        self._connection.execute("BEGIN")
        try:
            yield
        finally:
            self._connection.execute("COMMIT")

    def rows_of(self, table: str) -> "Iterator[Row]":
        """Yield the rows of a table in a plain form."""
        from desktop.journal.library_rows import read_rows  # noqa: PLC0415 - when it is asked for

        return read_rows(self._connection, table)

    def copy_to(self, file: Path) -> None:
        """Write a checked copy of the journal; raises AppError when the disk refuses."""
        from desktop.journal.copying import copy_journal  # noqa: PLC0415 - when it is asked for

        copy_journal(self._connection, file)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def find_draft(self, question_key: str) -> Draft | None:
        """The draft of a question; `revealed` has all parts opened since the newest attempt."""
        rows = self._rows(f"{_DRAFTS} WHERE question_key = ?", question_key)
        return _draft(rows[0]) if rows else None

    def drafts(self) -> tuple[Draft, ...]:
        """All drafts, the one saved last first."""
        return tuple(map(_draft, self._rows(f"{_DRAFTS} ORDER BY saved_at DESC, id")))

    def draft_history(self, question_key: str) -> tuple[DraftCopy, ...]:
        """The kept copies of a question's draft, oldest first."""
        return self._history("SELECT id FROM drafts WHERE question_key = ?", question_key)

    def attempt_history(self, uuid: str) -> tuple[DraftCopy, ...]:
        """The kept copies of the draft that became an attempt, oldest first."""
        return self._history("SELECT draft_id FROM attempts WHERE uuid = ?", uuid)

    def attempts_of(self, question_key: str) -> tuple[Attempt, ...]:
        """The attempts at a question, oldest first; not those in the bin."""
        condition = f"WHERE question_key = ? AND {_KEPT} ORDER BY sealed_at, uuid"
        return tuple(map(_attempt, self._rows(f"{_ATTEMPTS} {condition}", question_key)))

    def attempts(self) -> tuple[Attempt, ...]:
        """All attempts, oldest first; not those in the bin."""
        condition = f"WHERE {_KEPT} ORDER BY sealed_at, uuid"
        return tuple(map(_attempt, self._rows(f"{_ATTEMPTS} {condition}")))

    def find_attempt(self, uuid: str) -> Attempt | None:
        """The attempt of that uuid, also from the bin."""
        rows = self._rows(f"{_ATTEMPTS} WHERE uuid = ?", uuid)
        return _attempt(rows[0]) if rows else None

    def bin(self) -> tuple[tuple[Attempt, datetime], ...]:
        """The deleted attempts and when each was deleted, newest deletion first."""
        rows = self._rows("SELECT attempt_uuid, deleted_at FROM bin ORDER BY deleted_at DESC")
        return tuple(
            (attempt, as_moment(deleted_at))
            for uuid, deleted_at in rows
            if (attempt := self.find_attempt(uuid)) is not None
        )

    def find_question_text(self, digest: str) -> str | None:
        """The question text kept under a digest."""
        rows = self._rows("SELECT text FROM question_texts WHERE digest = ?", digest)
        return rows[0][0] if rows else None

    def activity(self) -> Mapping[str, QuestionActivity]:
        """What was done with each question, by question key; untouched questions are absent."""
        return {row[0]: _activity(row) for row in self._rows(_ACTIVITY)}

    def activity_of(self, question_key: str) -> QuestionActivity:
        """What was done with one question."""
        rows = self._rows(f"{_ACTIVITY} WHERE question_key = ?", question_key)
        return _activity(rows[0]) if rows else QuestionActivity()

    def _history(self, draft_id: str, *values: object) -> tuple[DraftCopy, ...]:
        rows = self._rows(
            "SELECT saved_at, active_s, text_zlib FROM draft_history"  # noqa: S608 – ours
            f" WHERE draft_id = ({draft_id}) ORDER BY id",
            *values,
        )
        return tuple(
            DraftCopy(as_moment(saved_at), active_s, decompress(packed).decode())
            for saved_at, active_s, packed in rows
        )

    def _rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        return self._statements.rows(sql, *values)


def _draft(row: tuple[Any, ...]) -> Draft:
    key, digest, text, started_at, saved_at, cursor, budget_s, active_s, revealed, at_budget = row
    return Draft(
        question_key=key,
        digest=digest,
        text=text,
        started_at=as_moment(started_at),
        saved_at=as_moment(saved_at),
        cursor=cursor,
        budget_s=budget_s,
        active_s=active_s,
        revealed=_parts(revealed),
        text_at_budget=at_budget,
    )


def _attempt(row: tuple[Any, ...]) -> Attempt:
    uuid, key, digest, text, started_at, sealed_at, active_s, budget_s, revealed, *rest = row
    text_at_budget, number = rest
    return Attempt(
        uuid=uuid,
        question_key=key,
        digest=digest,
        text=text,
        started_at=as_moment(started_at),
        sealed_at=as_moment(sealed_at),
        active_s=active_s,
        budget_s=budget_s,
        revealed=_parts(revealed),
        text_at_budget=text_at_budget,
        number=number,
    )


def _activity(row: tuple[Any, ...]) -> QuestionActivity:
    _, has_draft, attempts, last_sealed_at, revealed, marks, last_marked_at, *said = row
    reviews, last_reviewed_at = said
    return QuestionActivity(
        has_draft=bool(has_draft),
        attempts=attempts,
        last_sealed_at=as_moment(last_sealed_at) if last_sealed_at else None,
        revealed=_parts(revealed),
        marks=marks,
        last_marked_at=as_moment(last_marked_at) if last_marked_at else None,
        reviews=reviews,
        last_reviewed_at=as_moment(last_reviewed_at) if last_reviewed_at else None,
    )


def _parts(joined: str | None) -> tuple[str, ...]:
    return tuple(joined.split("\n")) if joined else ()
