"""Finds questions, a page at a time."""

from collections.abc import Sequence

from desktop.domain.query import Query
from desktop.domain.question_grouping import Grouping
from desktop.domain.question_sort import Sort
from desktop.domain.question_summary import QuestionSummary
from desktop.search.index_connection import IndexConnection
from desktop.search.match_expression import MatchExpressions
from desktop.search.ordered_rows import PAGE, ordered_by, read_ordered
from desktop.search.summary_rows import read_summaries

_COLLECTED = """
SELECT orders.id FROM words CROSS JOIN orders ON orders.id = words.rowid
WHERE words MATCH ? ORDER BY ORDER_COLUMNS LIMIT ? OFFSET ?
"""

_WALKED = """
SELECT id FROM orders INDEXED BY ORDER_INDEX
WHERE EXISTS (SELECT 1 FROM words WHERE words MATCH ? AND words.rowid = orders.id)
ORDER BY ORDER_COLUMNS LIMIT ? OFFSET ?
"""

_RANKED = """
SELECT rowid FROM words WHERE words MATCH ? AND rank MATCH 'bm25(12.0, 6.0, 3.0, 1.0, 1.5, 0.0)'
ORDER BY rank LIMIT ? OFFSET ?
"""

_HEADS_FIRST = """
SELECT * FROM (SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid)
UNION ALL
SELECT * FROM (SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid)
LIMIT ? OFFSET ?
"""

_COUNT = "SELECT count(*) FROM words WHERE words MATCH ?"
_COUNT_UP_TO = "SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)"

_COMMON_SHARE = 5
"""One in so many matches: then the order's index is walked until a page is full."""

_MOST_WALKED = 200
_MOST_TESTED_TERMS = 2
_LONGEST_INDEXED_PREFIX = 3


class Finder:
    """Answers queries on one connection."""

    def __init__(self, connection: IndexConnection) -> None:
        self._connection = connection
        self._expressions = MatchExpressions(connection)

    def find(
        self,
        query: Query,
        sort: Sort = Sort.RELEVANCE,
        offset: int = 0,
        limit: int = PAGE,
        *,
        ranked: bool = True,
        grouping: Grouping = Grouping.NONE,
    ) -> list[QuestionSummary]:
        """A page of the questions that match.

        Relevance without `ranked`, or of a query that is not worth ranking, puts matches in
        title, topics or company first and takes a few milliseconds at 100,000 questions; ranking
        takes up to a few hundred. Without words to look for, and within groups, relevance is
        title order.
        """
        expression = self._expressions.find_expression(query)
        if expression is None:
            return []
        if not expression:
            return read_ordered(self._connection, sort, offset, limit, grouping)
        has_words = any(not word.is_excluded for word in query.words)
        if sort is not Sort.RELEVANCE or grouping or not has_words:
            statement = _COLLECTED
            if offset + limit <= _MOST_WALKED and self._is_walk_short(query, expression):
                statement = _WALKED
            return self._page(ordered_by(sort, statement, grouping), expression, limit, offset)
        if ranked and query.is_worth_ranking:
            return self._page(_RANKED, expression, limit, offset)
        heads = self._expressions.find_expression(query, in_heads=True)
        rest = f"({expression}) NOT ({heads})"
        return self._page(_HEADS_FIRST, heads, rest, limit, offset)

    def find_keys(self, keys: Sequence[str], offset: int, limit: int) -> list[QuestionSummary]:
        """A page of the questions with these keys, in their order; unknown ones are left out."""
        rows = [
            self._connection.find_row("SELECT id FROM documents WHERE key = ?", (key,))
            for key in keys
        ]
        found = [row[0] for row in rows if row is not None]
        return read_summaries(self._connection, found[offset : offset + limit])

    def count(self, query: Query) -> int:
        """How many questions match."""
        expression = self._expressions.find_expression(query)
        if expression is None:
            return 0
        if expression:
            return self._number(_COUNT, expression)
        return self._number("SELECT count(*) FROM documents")

    def _is_walk_short(self, query: Query, expression: str) -> bool:
        """Whether testing questions one by one in their order soon fills a page."""
        is_quick_to_test = (
            len(query.terms) <= _MOST_TESTED_TERMS
            and not query.comparisons
            and not any(word.field for word in query.words)
            and not any(
                word.is_prefix and len(word.text) > _LONGEST_INDEXED_PREFIX for word in query.words
            )
        )
        if not is_quick_to_test:
            return False
        common = self._number("SELECT coalesce(max(id), 0) FROM orders") // _COMMON_SHARE
        return self._number(_COUNT_UP_TO, expression, common + 1) > common

    def _page(self, statement: str, *values: str | int | None) -> list[QuestionSummary]:
        rows = self._connection.rows(statement, values)
        return read_summaries(self._connection, [row[0] for row in rows])

    def _number(self, statement: str, *values: str | int) -> int:
        ((number,),) = self._connection.rows(statement, values)
        return int(number)
