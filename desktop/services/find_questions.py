"""Finding questions: rows, the counts beside the filters, and what is wrong in a query."""

import random
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from desktop.domain.collection_names import find_list, listed_name
from desktop.domain.query import Query, parse_query
from desktop.domain.query_editing import (
    chosen_filters,
    long_only,
    quick_only,
    with_filter,
    without_filter,
    without_filters,
)
from desktop.domain.question_collections import Collections, QuestionList
from desktop.domain.question_grouping import Grouping
from desktop.domain.question_sort import Sort
from desktop.domain.question_summary import QuestionSummary
from desktop.domain.quick_order import quick_order
from desktop.search.facets import FacetCounter
from desktop.search.finder import Finder
from desktop.search.neighbours import Neighbours
from desktop.search.ordered_rows import PAGE
from desktop.search.page_cache import PageCache
from desktop.services.complete_query import complete_query, find_unknown_values
from desktop.services.found_matches import FoundMatch, find_match
from desktop.services.found_page import FoundPage, FoundSummary
from desktop.services.index_readers import IndexReaders, once_more_if_damaged
from desktop.services.query_offer import QueryOffer
from desktop.services.question_sheet import QuestionSheet
from desktop.services.search_turn import SearchTurn

MOST_QUICK = 1_000
COLLECTION_FIELDS = frozenset({"is", "list"})


class FindQuestions:
    """Answers queries from the index.

    What takes a `turn` raises SearchCancelledError once that is given up.
    """

    def __init__(
        self,
        index: Path,
        now: Callable[[], datetime],
        read_collections: Callable[[], Collections] = Collections,
    ) -> None:
        self._readers = IndexReaders(index)
        self._now = now
        self._read_collections = read_collections

    @once_more_if_damaged
    def page(
        self,
        query: str,
        sort: str,
        offset: int,
        *,
        ranked: bool = True,
        grouping: str = "",
        turn: SearchTurn | None = None,
    ) -> FoundPage:
        """One page of what matches a query in an order (a value of `Sort`) and in groups.

        Without `ranked` the best matches are only put in front roughly, in a few milliseconds.
        A list that is asked for alone has its own order in place of relevance.
        """
        parsed, groups = parse_query(query), Grouping(grouping)
        order, listed = Sort(sort), None
        if order is Sort.RELEVANCE and not _has_words(parsed):
            listed = None if groups else self._find_listed(parsed)
            order = Sort.LIST if listed else Sort.TITLE
        with self._readers.connection(turn) as connection:
            finder = Finder(connection)
            if listed:
                rows = finder.find_keys(listed.keys, offset, PAGE)
            else:
                rows = finder.find(parsed, order, offset, ranked=ranked, grouping=groups)
        return FoundPage(
            tuple(rows),
            has_more=len(rows) == PAGE,
            sort=order.value,
            grouping=groups.value,
            is_final=ranked or order is not Sort.RELEVANCE or not parsed.is_worth_ranking,
            mistakes=parsed.mistakes,
        )

    @once_more_if_damaged
    def matches(
        self, query: str, keys: Sequence[str], turn: SearchTurn | None = None
    ) -> Mapping[str, FoundMatch]:
        """Where the questions of a page match a query, for every key."""
        parsed, now, turn = parse_query(query), self._now(), turn or SearchTurn()
        found: dict[str, FoundMatch] = {}
        with self._readers.connection(turn) as connection:
            for key in keys:
                turn.check()
                found[key] = find_match(connection, parsed, key, now)
        return found

    @once_more_if_damaged
    def summary(self, query: str, turn: SearchTurn | None = None) -> FoundSummary:
        """What stands around the rows; takes longer than a page where the bank is large."""
        parsed = parse_query(query)
        with self._readers.connection(turn) as connection:
            return FoundSummary(
                Finder(connection).count(parsed),
                FacetCounter(connection).facets(parsed),
                chosen_filters(query),
                (*parsed.mistakes, *find_unknown_values(connection, parsed)),
            )

    @once_more_if_damaged
    def completions(self, text: str, cursor: int) -> QueryOffer:
        """What a query that is being typed could go on with."""
        with self._readers.connection() as connection:
            return complete_query(connection, text, cursor)

    def with_filter(self, query: str, field: str, value: str, *, is_wanted: bool) -> str:
        """The query with a filter written in or taken out."""
        return (
            with_filter(query, field, value) if is_wanted else without_filter(query, field, value)
        )

    def without_filters(self, query: str) -> str:
        return without_filters(query)

    @once_more_if_damaged
    def random_key(self, query: str, but: str = "") -> str:
        """The key of one of the questions that match, "" if there is none; `but` only if alone.

        It is a long one, unless the query asks for a form or only quick ones match.
        """
        return self._random_key(long_only(query), but) or self._random_key(query, but)

    def _random_key(self, query: str, but: str) -> str:
        parsed = parse_query(query)
        with self._readers.connection() as connection:
            finder = Finder(connection)
            count = finder.count(parsed)
            if count == 0:
                return ""
            place = random.randrange(count)  # noqa: S311 - a choice of question, not a secret
            rows = finder.find(parsed, Sort.TITLE, place, 1)
            if rows and rows[0].key == but:
                rows = finder.find(parsed, Sort.TITLE, (place + 1) % count, 1)
        return rows[0].key if rows else ""

    @once_more_if_damaged
    def count(self, query: str) -> int:
        """How many questions match."""
        with self._readers.connection() as connection:
            return Finder(connection).count(parse_query(query))

    @once_more_if_damaged
    def draw(
        self, query: str, count: int, draw: random.Random, but: Collection[str] = ()
    ) -> list[str]:
        """The keys of so many different questions that match, or of as many as there are."""
        parsed = parse_query(query)
        drawn: list[str] = []
        with self._readers.connection() as connection:
            finder = Finder(connection)
            places = list(range(finder.count(parsed)))
            draw.shuffle(places)
            for place in places:
                if len(drawn) == count:
                    break
                key = finder.find(parsed, Sort.TITLE, place, 1)[0].key
                if key not in but:
                    drawn.append(key)
        return drawn

    def _find_listed(self, query: Query) -> QuestionList | None:
        name = listed_name(query)
        return find_list(self._read_collections(), name) if name else None

    def asks_for_collections(self, query: str) -> bool:
        """Whether a star or a list may decide what matches."""
        return any(one.field in COLLECTION_FIELDS for one in parse_query(query).filters)

    @once_more_if_damaged
    def quick_keys(self, query: str, seed: int) -> tuple[str, ...]:
        """The keys of the quick questions of a query, or of all if it has none, to be practised.

        What is due comes first, then what was never answered, each in an order of the seed.
        """
        with self._readers.connection() as connection:
            finder = Finder(connection)

            def find(text: str) -> list[QuestionSummary]:
                return finder.find(parse_query(text), Sort.TITLE, 0, MOST_QUICK)

            wanted = next((one for one in (quick_only(query), quick_only("")) if find(one)), "")
            due = {row.key for row in find(f"status:due {wanted}")} if wanted else set()
            rows = find(wanted) if wanted else []
        return quick_order(rows, due, seed)

    @once_more_if_damaged
    def neighbours(self, key: str, limit: int) -> tuple[tuple[str, str], ...]:
        """Key and title of the questions the file names, then the nearest by topics and words."""
        with self._readers.connection() as connection:
            near = Neighbours(connection).neighbours(key, limit)
        return tuple((summary.key, summary.title) for summary in near)

    @once_more_if_damaged
    def keep_sheet(self, sheet: QuestionSheet) -> None:
        """Keep a sheet for the next start."""
        with self._readers.connection() as connection:
            cache = PageCache(connection)
            kept, body = cache.find_page(sheet.key), sheet.to_bytes()
            if kept is None or kept[1] != body:
                cache.put_page(sheet.key, sheet.digest, body)


def _has_words(query: Query) -> bool:
    return any(not word.is_excluded for word in query.words)
