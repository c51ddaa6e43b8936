"""Finding questions: rows, the counts beside the filters, and what is wrong in a query."""

import random
from pathlib import Path
from threading import local

from desktop.domain.query import parse_query
from desktop.domain.query_editing import (
    chosen_filters,
    with_filter,
    without_filter,
    without_filters,
)
from desktop.domain.question_sort import Sort
from desktop.search.facets import FacetCounter
from desktop.search.finder import Finder
from desktop.search.index import open_index
from desktop.search.index_connection import IndexConnection
from desktop.search.neighbours import Neighbours
from desktop.search.ordered_rows import PAGE
from desktop.search.page_cache import PageCache
from desktop.services.found_page import FoundPage, FoundSummary
from desktop.services.question_sheet import QuestionSheet

COLLECTION_FIELDS = frozenset({"is", "list"})


class FindQuestions:
    """Answers queries from the index; every thread gets a connection of its own."""

    def __init__(self, index: Path) -> None:
        self._index = index
        self._threads = local()

    def page(self, query: str, sort: str, offset: int) -> FoundPage:
        """One page of what matches a query in an order (a value of `Sort`)."""
        rows = Finder(self._connection).find(parse_query(query), Sort(sort), offset)
        return FoundPage(tuple(rows), has_more=len(rows) == PAGE)

    def summary(self, query: str) -> FoundSummary:
        """What stands around the rows; takes longer than a page where the bank is large."""
        parsed = parse_query(query)
        hint = " ".join(mistake.hint for mistake in parsed.mistakes[:1])
        return FoundSummary(
            Finder(self._connection).count(parsed),
            FacetCounter(self._connection).facets(parsed),
            chosen_filters(query),
            hint,
        )

    def with_filter(self, query: str, field: str, value: str, *, is_wanted: bool) -> str:
        """The query with a filter written in or taken out."""
        return (
            with_filter(query, field, value) if is_wanted else without_filter(query, field, value)
        )

    def without_filters(self, query: str) -> str:
        return without_filters(query)

    def random_key(self, query: str) -> str:
        """The key of one of the questions that match, "" if there is none."""
        parsed, finder = parse_query(query), Finder(self._connection)
        count = finder.count(parsed)
        if count == 0:
            return ""
        place = random.randrange(count)  # noqa: S311 - a choice of question, not a secret
        rows = finder.find(parsed, Sort.TITLE, place, 1)
        return rows[0].key if rows else ""

    def asks_for_collections(self, query: str) -> bool:
        """Whether a star or a list may decide what matches."""
        return any(one.field in COLLECTION_FIELDS for one in parse_query(query).filters)

    def neighbours(self, key: str, limit: int) -> tuple[tuple[str, str], ...]:
        """Key and title of the questions the file names, then the nearest by topics and words."""
        near = Neighbours(self._connection).neighbours(key, limit)
        return tuple((summary.key, summary.title) for summary in near)

    def keep_sheet(self, sheet: QuestionSheet) -> None:
        """Keep a sheet for the next start."""
        cache = PageCache(self._connection)
        kept, body = cache.find_page(sheet.key), sheet.to_bytes()
        if kept is None or kept[1] != body:
            cache.put_page(sheet.key, sheet.digest, body)

    @property
    def _connection(self) -> IndexConnection:
        connection: IndexConnection | None = getattr(self._threads, "connection", None)
        if connection is None:
            connection = self._threads.connection = open_index(self._index).connect()
        return connection
