"""Adding to a journal what another has: in either order, any number of times, to the same end.

What stays follows from the rows alone, never from which journal they were in.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from desktop.journal.joined_journals import JoinedJournals
from desktop.journal.merge_collections import merge_collections
from desktop.journal.merge_drafts import merge_drafts
from desktop.journal.merge_mock_runs import merge_mock_runs
from desktop.journal.merge_rules import KNOWN_TABLES, OWN, ROW_RULES, RowRule


@dataclass(frozen=True, slots=True)
class MergeReport:
    """How many rows came new by table, and whether anything changed at all."""

    added: dict[str, int]
    is_changed: bool


@contextmanager
def joined(connection: sqlite3.Connection, other: Path) -> Iterator[JoinedJournals]:
    """Put another journal of the same version beside the one of a connection."""
    connection.execute("ATTACH DATABASE ? AS other", (str(other),))
    try:
        yield JoinedJournals(connection)
    finally:
        connection.execute("DETACH DATABASE other")


def merge(connection: sqlite3.Connection, journals: JoinedJournals) -> MergeReport:
    """Add what the other journal has, within the transaction that is open."""
    sizes, changes = _sizes(connection), connection.total_changes
    _merge_attempts(journals)
    _merge_reveals(journals)
    merge_collections(journals)
    merge_mock_runs(journals)
    merge_drafts(journals)
    for rule in ROW_RULES:
        _merge_rows(journals, rule)
    grown = {table: size - sizes[table] for table, size in _sizes(connection).items()}
    return MergeReport(
        {table: count for table, count in grown.items() if count > 0},
        is_changed=connection.total_changes != changes,
    )


def _sizes(connection: sqlite3.Connection) -> dict[str, int]:
    return {
        table: connection.execute(f"SELECT count(*) FROM main.{table}").fetchone()[0]  # noqa: S608 – ours
        for table in sorted(KNOWN_TABLES - OWN)
    }


def _merge_attempts(journals: JoinedJournals) -> None:
    """A sealed answer never changes; only its question may have taken another key."""
    for table in ("question_texts", "attempts"):
        names = ", ".join(journals.columns(table))
        journals.do(f"INSERT OR IGNORE INTO main.{table} SELECT {names} FROM other.{table}")  # noqa: S608 – ours
    journals.do(
        "UPDATE attempts SET question_key = theirs.question_key FROM other.attempts AS theirs"
        " WHERE theirs.uuid = attempts.uuid AND theirs.question_key > attempts.question_key"
    )


def _merge_reveals(journals: JoinedJournals) -> None:
    """A part that was open before an attempt belongs to it, also where the other sealed it."""
    same = (
        "ours.part = theirs.part AND ours.attempt_uuid IS theirs.attempt_uuid AND"
        " iif(ours.attempt_uuid IS NULL, ours.question_key = theirs.question_key,"
        "  ours.revealed_at = theirs.revealed_at)"
    )
    journals.do(f"DELETE FROM main.reveals AS ours WHERE {_is_sealed('ours')}")  # noqa: S608 – ours
    journals.do(
        "UPDATE reveals AS ours SET revealed_at = theirs.revealed_at FROM other.reveals AS theirs"  # noqa: S608 – ours
        f" WHERE {same} AND theirs.revealed_at < ours.revealed_at AND NOT {_is_sealed('theirs')}"
    )
    journals.do(
        "INSERT INTO reveals (question_key, part, revealed_at, attempt_uuid)"  # noqa: S608 – ours
        " SELECT question_key, part, revealed_at, attempt_uuid FROM other.reveals AS theirs"
        f" WHERE NOT EXISTS (SELECT 1 FROM main.reveals AS ours WHERE {same})"
        f"  AND NOT {_is_sealed('theirs')} ORDER BY id"
    )
    journals.do(
        "UPDATE reveals SET question_key = attempts.question_key FROM attempts"
        " WHERE uuid = attempt_uuid AND reveals.question_key <> attempts.question_key"
    )


def _is_sealed(row: str) -> str:
    """The condition that a part stands open in one journal and with an attempt in either."""
    sealed = " UNION ALL ".join(
        f"SELECT 1 FROM {schema}.reveals AS sealed JOIN main.attempts ON uuid = attempt_uuid"  # noqa: S608 – ours
        f" WHERE attempts.question_key = {row}.question_key AND sealed.part = {row}.part"
        f"  AND sealed.revealed_at = {row}.revealed_at"
        for schema in ("main", "other")
    )
    return f"({row}.attempt_uuid IS NULL AND EXISTS ({sealed}))"


def _merge_rows(journals: JoinedJournals, rule: RowRule) -> None:
    names = journals.columns(rule.table)
    same_key = " AND ".join(f"ours.{column} = theirs.{column}" for column in rule.key)
    for column in rule.earliest_of:
        journals.do(
            f"UPDATE {rule.table} AS ours SET {column} = theirs.{column}"  # noqa: S608 – ours
            f" FROM other.{rule.table} AS theirs WHERE {same_key}"
            f" AND (ours.{column} IS NULL OR theirs.{column} < ours.{column})"
            f" AND theirs.{column} NOT NULL"
        )
    taken = ", ".join(
        f"coalesce((SELECT {name} FROM main.{rule.table} AS ours WHERE {same_key}), {name})"  # noqa: S608 – ours
        if name in rule.earliest_of
        else name
        for name in names
    )
    decides = (*rule.prefers, *(f"quote({{}}.{n})" for n in names if n not in rule.earliest_of))
    ours, theirs = (
        ", ".join(expression.format(row) for expression in decides) for row in ("ours", "theirs")
    )
    keeps = ">=" if not rule.is_earliest else "<="
    journals.do(
        f"INSERT OR REPLACE INTO main.{rule.table} SELECT {taken}"  # noqa: S608 – ours
        f" FROM other.{rule.table} AS theirs WHERE NOT EXISTS"
        f" (SELECT 1 FROM main.{rule.table} AS ours"
        f"  WHERE {same_key} AND ({ours}) {keeps} ({theirs}))"
    )
