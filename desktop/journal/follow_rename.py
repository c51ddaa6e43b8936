"""Letting a question's history follow it to another key."""

from zlib import compress

from desktop.journal.journal_change import ChangeKind
from desktop.journal.statements import Transactions

_PLAIN_MOVES = (
    ("UPDATE attempts SET question_key = ?2 WHERE question_key = ?1", ChangeKind.ATTEMPTS),
    ("UPDATE OR IGNORE reveals SET question_key = ?2 WHERE question_key = ?1", ChangeKind.REVEALS),
    ("UPDATE OR IGNORE stars SET question_key = ?2 WHERE question_key = ?1", ChangeKind.STARS),
    (
        "UPDATE OR IGNORE list_entries SET question_key = ?2 WHERE question_key = ?1",
        ChangeKind.LISTS,
    ),
    (
        "UPDATE OR IGNORE question_notes SET question_key = ?2 WHERE question_key = ?1",
        ChangeKind.NOTES,
    ),
    (
        "UPDATE point_reviews SET question_key = ?2 WHERE question_key = ?1",
        ChangeKind.REVIEWS,
    ),
    (
        "UPDATE OR IGNORE review_days SET question_key = ?2 WHERE question_key = ?1",
        ChangeKind.REVIEWS,
    ),
    (
        "UPDATE OR IGNORE review_drafts SET question_key = ?2 WHERE question_key = ?1",
        ChangeKind.REVIEW_TEXT,
    ),
)
_DOUBLES = ("reveals", "stars", "list_entries", "question_notes", "review_days")
"""Where the new key had a row as well, that of the old one says nothing more."""


def follow_rename(transactions: Transactions, old: str, new: str) -> None:
    """Move all that is kept under an old key to the new one, in one transaction.

    Where both have a draft the newer goes on, and the other stands in its history.
    """
    with transactions.writing(new) as changed:
        for statement, kind in _PLAIN_MOVES:
            if transactions.do(statement, old, new):
                changed.add(kind)
        for table in _DOUBLES:
            transactions.do(f"DELETE FROM {table} WHERE question_key = ?", old)  # noqa: S608 – ours
        _join_drafts(transactions, old, new)
        if transactions.do("UPDATE drafts SET question_key = ? WHERE question_key = ?", new, old):
            changed.add(ChangeKind.DRAFTS)


def _join_drafts(transactions: Transactions, old: str, new: str) -> None:
    drafts = transactions.rows(
        "SELECT id, question_key, saved_at, active_s, text FROM drafts"
        " WHERE question_key IN (?, ?) ORDER BY saved_at DESC",
        old,
        new,
    )
    if len(drafts) < 2:  # noqa: PLR2004 - one draft has nothing to be joined with
        return
    (kept, *_), (joined, _, saved_at, active_s, text) = drafts
    transactions.do("UPDATE draft_history SET draft_id = ? WHERE draft_id = ?", kept, joined)
    transactions.do(
        "INSERT INTO draft_history (draft_id, saved_at, active_s, text_zlib) VALUES (?, ?, ?, ?)",
        kept,
        saved_at,
        active_s,
        compress(text.encode()),
    )
    transactions.do("DELETE FROM drafts WHERE id = ?", joined)
