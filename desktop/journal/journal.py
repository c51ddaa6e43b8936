"""Writing the journal."""

import sqlite3
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Self
from zlib import compress

from desktop.domain.answer_timeline import STEP_S
from desktop.domain.attempt import Attempt
from desktop.domain.draft import Draft
from desktop.domain.question_digest import question_digest
from desktop.journal.collection_writer import CollectionWriter
from desktop.journal.connecting import PATIENCE_MS, connect
from desktop.journal.faults import attempt_is_gone, faults_in_plain_words
from desktop.journal.follow_rename import follow_rename
from desktop.journal.journal_change import ChangeKind, ChangeListener
from desktop.journal.journal_reader import JournalReader
from desktop.journal.mock_writer import MockWriter
from desktop.journal.note_writer import NoteWriter
from desktop.journal.review_writer import ReviewWriter
from desktop.journal.statements import Transactions
from desktop.journal.storable_text import storable
from desktop.journal.timestamps import as_text

if TYPE_CHECKING:
    from desktop.journal.merge import MergeReport

BIN_KEEPS = timedelta(days=30)


class Journal(JournalReader):
    """The person's journal; each write is one transaction, told to the listeners after it."""

    def __init__(
        self, connection: sqlite3.Connection, path: Path, listeners: Iterable[ChangeListener] = ()
    ) -> None:
        super().__init__(connection, path)
        self._transactions = Transactions(connection, path, listeners)
        self.collections: CollectionWriter = CollectionWriter(self._transactions)

    @classmethod
    def open(
        cls,
        path: Path,
        patience_ms: int = PATIENCE_MS,
        listeners: Iterable[ChangeListener] = (),
    ) -> Self:
        """The journal at `path`, made or migrated if need be; raises AppError like `connect`."""
        return cls(connect(path, patience_ms), path, listeners)

    @property
    def notes(self) -> NoteWriter:
        return NoteWriter(self._transactions)

    @property
    def reviews(self) -> ReviewWriter:
        return ReviewWriter(self._transactions)

    @property
    def mocks(self) -> MockWriter:
        return MockWriter(self._transactions)

    def save_draft(self, draft: Draft, *, with_history: bool = False) -> None:
        """Save the draft in place of the one before; with a copy for its history if it changed."""
        with self._transactions.writing(draft.question_key) as changed:
            changed.update(self._write_draft(draft))
            if with_history:
                self._keep_copy(draft)

    def discard_draft(self, question_key: str) -> None:
        """Throw a draft and its history away; what was opened meanwhile stays known."""
        with self._transactions.writing(question_key) as changed:
            self._transactions.do(
                "DELETE FROM draft_history"
                " WHERE draft_id = (SELECT id FROM drafts WHERE question_key = ?)",
                question_key,
            )
            if self._transactions.do("DELETE FROM drafts WHERE question_key = ?", question_key):
                changed.add(ChangeKind.DRAFTS)

    def record_reveal(self, question_key: str, part: str, at: datetime) -> None:
        """Keep that a part beyond the prompt was opened; it counts for the next attempt."""
        with self._transactions.writing(question_key) as changed:
            changed.update(self._write_reveals(question_key, (part,), at))

    def keep_question_text(self, text: str) -> str:
        """Keep a question's text, once, and return its digest."""
        with self._transactions.writing() as changed:
            digest, is_new = self._write_question_text(text)
            if is_new:
                changed.add(ChangeKind.QUESTION_TEXTS)
        return digest

    def seal(
        self, draft: Draft, *, sealed_at: datetime, uuid: str, question_text: str = ""
    ) -> Attempt:
        """Turn the draft, saved before or not, into an attempt; its history is thinned.

        `question_text` takes the place of the text of `draft.digest` if that was never kept.
        """
        key = draft.question_key
        with self._transactions.writing(key) as changed:
            changed.update(self._write_draft(draft))
            if self.find_question_text(draft.digest) is None:
                digest, _ = self._write_question_text(question_text)
                self._transactions.do(
                    "UPDATE drafts SET digest = ? WHERE question_key = ?", digest, key
                )
                changed.add(ChangeKind.QUESTION_TEXTS)
            self._transactions.do(
                "INSERT INTO attempts SELECT ?, question_key, id, digest, started_at, ?,"
                " active_s, budget_s, text, text_at_budget FROM drafts WHERE question_key = ?",
                uuid,
                as_text(sealed_at),
                key,
            )
            self._transactions.do(
                "UPDATE reveals SET attempt_uuid = ?"
                " WHERE question_key = ? AND attempt_uuid IS NULL",
                uuid,
                key,
            )
            self._thin_history(key)
            self._transactions.do("DELETE FROM drafts WHERE question_key = ?", key)
            changed.update((ChangeKind.DRAFTS, ChangeKind.ATTEMPTS, ChangeKind.REVEALS))
            attempt = self.find_attempt(uuid)
        assert attempt is not None
        return attempt

    def delete_attempt(self, uuid: str, now: datetime) -> None:
        """Move an attempt to the bin; one that is there already stays as it is."""
        with self._transactions.writing(self._question_of(uuid)) as changed:
            if self._transactions.do(
                "INSERT OR IGNORE INTO bin VALUES (?, ?)", uuid, as_text(now)
            ):
                changed.add(ChangeKind.ATTEMPTS)

    def restore_attempt(self, uuid: str) -> None:
        """Take an attempt out of the bin."""
        with self._transactions.writing(self._question_of(uuid)) as changed:
            if self._transactions.do("DELETE FROM bin WHERE attempt_uuid = ?", uuid):
                changed.add(ChangeKind.ATTEMPTS)

    def purge_bin(self, now: datetime) -> int:
        """Remove for good what has been in the bin for 30 days; returns how many attempts."""
        with self._transactions.writing() as changed:
            purged = self._transactions.do(
                "DELETE FROM attempts WHERE uuid IN"
                " (SELECT attempt_uuid FROM bin WHERE deleted_at <= ?)",
                as_text(now - BIN_KEEPS),
            )
            if purged:
                changed.add(ChangeKind.ATTEMPTS)
                self._transactions.do(
                    "DELETE FROM draft_history WHERE draft_id NOT IN"
                    " (SELECT id FROM drafts UNION SELECT draft_id FROM attempts"
                    "  UNION SELECT draft_id FROM mock_texts)"
                )
        return purged

    def follow_rename(self, old: str, new: str) -> None:
        """Let all that is kept of a question follow it to a new key; nothing is lost."""
        follow_rename(self._transactions, old, new)

    def merge(self, other: Path) -> "MergeReport":
        """Add what another journal of the same version has, a copy nobody else has open."""
        from desktop.journal.merge import joined, merge  # noqa: PLC0415 - hardly ever asked for

        with (
            faults_in_plain_words(other),
            joined(self._connection, other) as journals,
            self._transactions.writing() as changed,
        ):
            report = merge(self._connection, journals)
            if report.is_changed:
                changed.update(ChangeKind)
        return report

    def _write_draft(self, draft: Draft) -> set[ChangeKind]:
        values = (
            draft.digest,
            as_text(draft.started_at),
            as_text(draft.saved_at),
            draft.cursor,
            draft.budget_s,
            draft.active_s,
            storable(draft.text),
            None if draft.text_at_budget is None else storable(draft.text_at_budget),
            draft.question_key,
        )
        changed = self._write_reveals(draft.question_key, draft.revealed, draft.saved_at)
        if self._transactions.do(
            "UPDATE drafts SET digest = ?, started_at = ?, saved_at = ?, cursor = ?,"
            " budget_s = ?, active_s = ?, text = ?, text_at_budget = ? WHERE question_key = ?",
            *values,
        ):
            return changed | {ChangeKind.DRAFT_TEXT}
        self._transactions.do(
            "INSERT INTO drafts (digest, started_at, saved_at, cursor, budget_s, active_s, text,"
            " text_at_budget, question_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            *values,
        )
        return changed | {ChangeKind.DRAFT_TEXT, ChangeKind.DRAFTS}

    def _write_reveals(
        self, question_key: str, parts: Iterable[str], at: datetime
    ) -> set[ChangeKind]:
        added = sum(
            self._transactions.do(
                "INSERT OR IGNORE INTO reveals (question_key, part, revealed_at) VALUES (?, ?, ?)",
                question_key,
                part,
                as_text(at),
            )
            for part in parts
        )
        return {ChangeKind.REVEALS} if added else set()

    def _write_question_text(self, text: str) -> tuple[str, bool]:
        digest = question_digest(text)
        added = self._transactions.do(
            "INSERT OR IGNORE INTO question_texts VALUES (?, ?)", digest, storable(text)
        )
        return digest, bool(added)

    def _keep_copy(self, draft: Draft) -> None:
        packed = compress(storable(draft.text).encode())
        self._transactions.do(
            "INSERT INTO draft_history (draft_id, saved_at, active_s, text_zlib)"
            " SELECT id, saved_at, active_s, ? FROM drafts WHERE question_key = ? AND ? IS NOT"
            " (SELECT text_zlib FROM draft_history WHERE draft_id = drafts.id"
            "  ORDER BY draft_history.id DESC LIMIT 1)",
            packed,
            draft.question_key,
            packed,
        )

    def _thin_history(self, question_key: str) -> None:
        self._transactions.do(
            "WITH copies AS (SELECT id, active_s FROM draft_history"
            "  WHERE draft_id = (SELECT id FROM drafts WHERE question_key = ?))"
            " DELETE FROM draft_history WHERE id IN (SELECT id FROM copies) AND id NOT IN"
            "  (SELECT max(id) FROM copies GROUP BY CAST(active_s / ? AS INTEGER))",
            question_key,
            STEP_S,
        )

    def _question_of(self, uuid: str) -> str:
        attempt = self.find_attempt(uuid)
        if attempt is None:
            raise attempt_is_gone()
        return attempt.question_key
