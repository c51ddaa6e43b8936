"""Where in a question its match is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop.domain.query import Query, WordTerm
from desktop.domain.query_match import Span, WordMatcher
from desktop.search.document_rows import unpacked, unpacked_parts
from desktop.search.index_connection import IndexConnection
from desktop.search.indexed_document import AnswerKind, AnswerStamp
from desktop.search.summary_rows import parted, read_time

PROMPT_PLACE = "Prompt"
TOPICS_PLACE = "Topics"
COMPANIES_PLACE = "Companies"

_SNIPPET_BEFORE = 40
_SNIPPET_AFTER = 90
_FIELD_OF_PLACE = {PROMPT_PLACE: "prompt"}


@dataclass(frozen=True, slots=True)
class Highlight:
    """The matches in a title, and a snippet of the part where words are that the title lacks.

    `place` is the part's heading, or one of PROMPT_PLACE, TOPICS_PLACE and COMPANIES_PLACE;
    it is "" for an answer of the person, named by `answer`, and where there is no snippet.
    """

    title_spans: tuple[Span, ...] = ()
    place: str = ""
    answer: AnswerStamp | None = None
    snippet: str = ""
    snippet_spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Passage:
    field: str
    place: str
    answer: AnswerStamp | None
    text: str


class Highlighter:
    """Finds the matches of a query in the questions of one page."""

    def __init__(self, connection: IndexConnection) -> None:
        self._connection = connection

    def highlights(self, query: Query, keys: Sequence[str]) -> Mapping[str, Highlight]:
        """A highlight for each key that is in the index; for a page of fifty, not for all."""
        wanted = [word for word in query.words if not word.is_excluded]
        if not wanted:
            return {}
        found = ((key, self._find_highlight(key, wanted)) for key in keys)
        return {key: highlight for key, highlight in found if highlight is not None}

    def _find_highlight(self, key: str, wanted: Sequence[WordTerm]) -> Highlight | None:
        row = self._connection.find_row(
            "SELECT title, topics, companies, parts FROM documents JOIN texts USING (id)"
            " WHERE key = ?",
            (key,),
        )
        if row is None:
            return None
        title, topics, companies, parts = row
        in_title = [word for word in wanted if word.field in ("", "title")]
        title_spans = WordMatcher(in_title).spans(title)
        missing = [
            word for word in wanted if word not in in_title or not WordMatcher([word]).spans(title)
        ]
        if not missing:
            return Highlight(title_spans)
        for passage in self._passages(key, topics, companies, parts):
            missing_here = [word for word in missing if word.field in ("", passage.field)]
            spans = WordMatcher(missing_here).spans(passage.text)
            if spans:
                return _highlight(title_spans, passage, spans[0][0], wanted)
        return Highlight(title_spans)

    def _passages(self, key: str, topics: str, companies: str, parts: bytes) -> Iterator[_Passage]:
        yield _Passage("", TOPICS_PLACE, None, ", ".join(parted(topics)))
        yield _Passage("", COMPANIES_PLACE, None, ", ".join(parted(companies)))
        for heading, text in unpacked_parts(parts).items():
            place = heading or PROMPT_PLACE
            yield _Passage(_FIELD_OF_PLACE.get(place, ""), place, None, text)
        rows = self._connection.rows(
            "SELECT kind, written_at, uuid, text FROM answers WHERE key = ? ORDER BY place", (key,)
        )
        for kind, written_at, uuid, text in rows:
            moment = read_time(written_at)
            assert moment is not None
            stamp = AnswerStamp(AnswerKind(kind), moment, uuid)
            yield _Passage("text", "", stamp, unpacked(text))


def _highlight(
    title_spans: tuple[Span, ...], passage: _Passage, first: int, wanted: Sequence[WordTerm]
) -> Highlight:
    snippet = _snippet(passage.text, first)
    here = [word for word in wanted if word.field in ("", passage.field)]
    return Highlight(
        title_spans, passage.place, passage.answer, snippet, WordMatcher(here).spans(snippet)
    )


def _snippet(text: str, first: int) -> str:
    """The text around its first match, on one line, cut between words."""
    start = max(0, first - _SNIPPET_BEFORE)
    end = min(len(text), first + _SNIPPET_AFTER)
    if start:
        space = text.find(" ", start, first)
        start = first if space < 0 else space + 1
    if end < len(text):
        space = text.rfind(" ", first, end)
        end = end if space < 0 else space
    shown = " ".join(text[start:end].split())
    return f"{'… ' if start else ''}{shown}{' …' if end < len(text) else ''}"
