"""Questions in an order that has its own index; what the first paint needs and no more."""

from desktop.domain.question_grouping import Grouping
from desktop.domain.question_sort import Sort
from desktop.domain.question_summary import QuestionSummary
from desktop.search.index_connection import IndexConnection
from desktop.search.summary_rows import read_summaries

PAGE = 50

_ORDERS = {
    Sort.TITLE: ("orders_title", "orders.title, id"),
    Sort.DIFFICULTY: ("orders_difficulty", "difficulty, orders.title, id"),
    Sort.MINUTES: ("orders_minutes", "minutes, orders.title, id"),
    Sort.ANSWERED: ("orders_answered", "answered DESC, orders.title, id"),
    Sort.DUE: ("orders_due", "due, orders.title, id"),
    Sort.COVERAGE: ("orders_coverage", "coverage, orders.title, id"),
}
_ALL = "SELECT id FROM orders INDEXED BY ORDER_INDEX ORDER BY ORDER_COLUMNS LIMIT ? OFFSET ?"


def ordered_by(sort: Sort, statement: str, grouping: Grouping = Grouping.NONE) -> str:
    """The statement with its ORDER_INDEX and ORDER_COLUMNS put in; relevance is title order."""
    index, columns = _ORDERS.get(sort, _ORDERS[Sort.TITLE])
    if grouping:
        index, columns = f"orders_{grouping}", f"orders.{grouping}, {columns}"
    return statement.replace("ORDER_INDEX", index).replace("ORDER_COLUMNS", columns)


def read_ordered(
    connection: IndexConnection,
    sort: Sort,
    offset: int = 0,
    limit: int = PAGE,
    grouping: Grouping = Grouping.NONE,
) -> list[QuestionSummary]:
    """A page of all questions."""
    rows = connection.rows(ordered_by(sort, _ALL, grouping), (limit, offset))
    return read_summaries(connection, [row[0] for row in rows])
