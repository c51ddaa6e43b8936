"""Attempts in numbers, and what comes back of them, as the index keeps them."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from desktop.domain.memory import Memory
from desktop.domain.practice_facts import AttemptFact, ReviewItem
from desktop.search.index_connection import IndexConnection
from desktop.search.summary_rows import joined, parted, stored_time

_FACTS = (
    "SELECT uuid, key, title, sealed_at, active_s, budget_s, category, topics, rounds, points,"
    " covered, share, predicted, is_with_help FROM attempt_facts"
)
_ITEMS = (
    "SELECT key, point, title, minutes, due_on, category, topics, rounds, stability, difficulty,"
    " last_review, due, share, value, misses, is_suspended FROM review_items"
)
_UNMARKED = """
SELECT key, title, uuid FROM attempt_facts AS one WHERE share IS NULL AND points > 0
AND NOT EXISTS (SELECT 1 FROM attempt_facts WHERE key = one.key AND sealed_at > one.sealed_at)
ORDER BY sealed_at DESC
"""


class PracticeRows:
    """Stores and reads what practice came to, question by question."""

    def __init__(self, connection: IndexConnection) -> None:
        self._connection = connection

    def store(self, key: str, facts: Iterable[AttemptFact], items: Iterable[ReviewItem]) -> None:
        """Make these the attempts of a question and what comes back of it."""
        with self._connection.transaction():
            self._connection.run("DELETE FROM attempt_facts WHERE key = ?", (key,))
            self._connection.run("DELETE FROM review_items WHERE key = ?", (key,))
            self._connection.run_many(
                "INSERT OR REPLACE INTO attempt_facts"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                map(_fact_row, facts),
            )
            self._connection.run_many(
                "INSERT INTO review_items VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                map(_item_row, items),
            )

    def facts(self) -> tuple[AttemptFact, ...]:
        """All attempts, oldest first."""
        rows = self._connection.rows(f"{_FACTS} ORDER BY sealed_at, uuid")
        return tuple(map(_fact, rows))

    def facts_since(self, moment: datetime) -> tuple[AttemptFact, ...]:
        """The attempts sealed at or after a moment, oldest first."""
        condition = "WHERE sealed_at >= ? ORDER BY sealed_at, uuid"
        rows = self._connection.rows(f"{_FACTS} {condition}", (stored_time(moment),))
        return tuple(map(_fact, rows))

    def items(self) -> tuple[ReviewItem, ...]:
        """All that comes back, what is due first in front."""
        return self._items("ORDER BY due_on IS NULL, due_on, due, key, point")

    def items_due(self, today: date) -> tuple[ReviewItem, ...]:
        """What is due on a local day, or was before; the longest due first."""
        condition = "WHERE due_on <= ? ORDER BY due_on, due, key, point"
        return self._items(condition, today.isoformat())

    def items_of(self, key: str) -> tuple[ReviewItem, ...]:
        """What comes back of one question, the whole of it first."""
        return self._items("WHERE key = ? ORDER BY point", key)

    def keys_due(self, today: date) -> frozenset[str]:
        """The questions of which something is due."""
        rows = self._connection.rows(
            "SELECT DISTINCT key FROM review_items WHERE due_on <= ?", (today.isoformat(),)
        )
        return frozenset(row[0] for row in rows)

    def unmarked(self) -> tuple[tuple[str, str, str], ...]:
        """Key, title and uuid of newest answers of which a point is unmarked, the newest first."""
        return tuple(self._connection.rows(_UNMARKED))

    def _items(self, rest: str, *values: str) -> tuple[ReviewItem, ...]:
        return tuple(map(_item, self._connection.rows(f"{_ITEMS} {rest}", values)))


def _fact_row(fact: AttemptFact) -> tuple[object, ...]:
    return (
        fact.uuid,
        fact.key,
        fact.title,
        stored_time(fact.sealed_at),
        fact.active_s,
        fact.budget_s,
        fact.category,
        joined(fact.topics),
        joined(fact.rounds),
        fact.points,
        fact.covered,
        fact.share,
        fact.predicted,
        fact.is_with_help,
    )


def _fact(row: tuple[Any, ...]) -> AttemptFact:
    uuid, key, title, sealed_at, active_s, budget_s, category, topics, rounds, *rest = row
    points, covered, share, predicted, is_with_help = rest
    return AttemptFact(
        uuid,
        key,
        title,
        datetime.fromisoformat(sealed_at),
        active_s,
        budget_s,
        category,
        parted(topics),
        parted(rounds),
        points,
        covered,
        share,
        predicted,
        bool(is_with_help),
    )


def _item_row(item: ReviewItem) -> tuple[object, ...]:
    memory = item.memory
    return (
        item.key,
        item.point,
        item.title,
        item.minutes,
        item.due_on.isoformat() if item.due_on else None,
        item.category,
        joined(item.topics),
        joined(item.rounds),
        memory.stability if memory else None,
        memory.difficulty if memory else None,
        stored_time(memory.last_review) if memory else None,
        stored_time(memory.due) if memory else None,
        item.share,
        item.value,
        item.misses,
        item.is_suspended,
    )


def _item(row: tuple[Any, ...]) -> ReviewItem:
    key, point, title, minutes, due_on, category, topics, rounds, *rest = row
    stability, difficulty, last_review, due, share, value, misses, is_suspended = rest
    memory = None
    if stability is not None:
        reviewed_at, due_at = map(datetime.fromisoformat, (last_review, due))
        memory = Memory(stability, difficulty, reviewed_at, due_at)
    return ReviewItem(
        key=key,
        title=title,
        minutes=minutes,
        due_on=date.fromisoformat(due_on) if due_on else None,
        point=point,
        category=category,
        topics=parted(topics),
        rounds=parted(rounds),
        memory=memory,
        share=share,
        value=value,
        misses=misses,
        is_suspended=bool(is_suspended),
    )
