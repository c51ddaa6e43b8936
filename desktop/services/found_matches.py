"""Where the rows of a page match, in words for a row's second line."""

from datetime import datetime
from typing import NamedTuple

from desktop.domain.query import Query
from desktop.domain.query_match import Span
from desktop.search.highlights import (
    COMPANIES_PLACE,
    PROMPT_PLACE,
    TOPICS_PLACE,
    Highlight,
    Highlighter,
)
from desktop.search.index_connection import IndexConnection
from desktop.search.indexed_document import AnswerKind, AnswerStamp

_PLACES = {
    PROMPT_PLACE: "In the prompt",
    TOPICS_PLACE: "In its topics",
    COMPANIES_PLACE: "In its companies",
}


class FoundMatch(NamedTuple):
    """Where a row matches: in its title, and in a snippet of what stands at `place`."""

    title_spans: tuple[Span, ...] = ()
    place: str = ""
    snippet: str = ""
    snippet_spans: tuple[Span, ...] = ()


NO_MATCH = FoundMatch()


def find_match(connection: IndexConnection, query: Query, key: str, now: datetime) -> FoundMatch:
    """The match of one row, an empty one where there is nothing to show. Days are local."""
    highlight = Highlighter(connection).highlights(query, (key,)).get(key)
    return _match(highlight, now) if highlight else NO_MATCH


def _match(highlight: Highlight, now: datetime) -> FoundMatch:
    if not highlight.snippet:
        return FoundMatch(highlight.title_spans)
    if highlight.answer:
        place = _answer_place(highlight.answer, now)
    else:
        place = _PLACES.get(highlight.place, f"In {highlight.place}")
    return FoundMatch(highlight.title_spans, place, highlight.snippet, highlight.snippet_spans)


def _answer_place(stamp: AnswerStamp, now: datetime) -> str:
    if stamp.kind is AnswerKind.DRAFT:
        return "In your draft"
    written, today = stamp.written_at.astimezone(), now.astimezone()
    year = "" if written.year == today.year else f" {written.year}"
    return f"In your answer of {written.day} {written:%B}{year}"
