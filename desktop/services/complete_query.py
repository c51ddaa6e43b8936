"""Completing a query from what the bank holds, and telling values nothing has."""

from collections.abc import Sequence

from desktop.domain.query import Query, QueryMistake
from desktop.domain.query_completion import completions, unknown_values
from desktop.domain.query_editing import quoted
from desktop.domain.query_fields import FieldKind, find_field
from desktop.domain.query_scanner import ScannedTerm, scan_query
from desktop.search.facets import FacetCounter
from desktop.search.index_connection import IndexConnection
from desktop.services.query_offer import OfferedText, QueryOffer

FEWEST_LETTERS = 2
"""Names of fields are offered after so many; one letter begins too many words that are none."""

LONGEST_QUERY = 1_000
"""A longer text is a paste, and nobody waits for it to be completed."""

_CLOSED_FIELDS = frozenset({"form", "is", "status"})
"""The grammar itself knows their values; a value no question has yet is no mistake."""


def complete_query(connection: IndexConnection, text: str, cursor: int) -> QueryOffer:
    """What the text could go on with at the cursor; values with the questions that have them."""
    term = _find_last_term(text, cursor)
    if term is None:
        return QueryOffer(text, cursor)
    if term.field is None:
        return QueryOffer(text, cursor, _offered_fields(text, cursor, term))
    field = find_field(term.field)
    if field is None or field.kind is not FieldKind.VALUE:
        return QueryOffer(text, cursor)
    typed = term.values[-1].text
    counts = FacetCounter(connection).values_like(field.name, typed)
    return QueryOffer(
        text, cursor, _offered_values(text, cursor, field.name, counts), is_value=True
    )


def _find_last_term(text: str, cursor: int) -> ScannedTerm | None:
    """The term that is being typed; None if the cursor is at none."""
    if len(text) > LONGEST_QUERY:
        return None
    last = next(reversed(list(scan_query(text[:cursor]))), None)
    return last if last is not None and last.end == cursor else None


def _offered_fields(text: str, cursor: int, term: ScannedTerm) -> tuple[OfferedText, ...]:
    if cursor - term.values[0].start < FEWEST_LETTERS:
        return ()
    found = completions(text, cursor, {})
    return tuple(OfferedText(one.start, one.end, one.text, one.hint) for one in found)


def _offered_values(
    text: str, cursor: int, field: str, counts: Sequence[tuple[str, int]]
) -> tuple[OfferedText, ...]:
    """The values with their counts; none where the only one is typed out."""
    notes = {quoted(value): f"{count:,}" for value, count in counts}
    found = completions(text, cursor, {field: [value for value, _ in counts]})
    if len(found) == 1 and found[0].text == text[found[0].start : cursor]:
        return ()
    return tuple(
        OfferedText(one.start, one.end, one.text, notes.get(one.text, "0")) for one in found
    )


def find_unknown_values(connection: IndexConnection, query: Query) -> tuple[QueryMistake, ...]:
    """A mistake for each value of the query's filters that no question has."""
    counter = FacetCounter(connection)
    known: dict[str, Sequence[str]] = {}
    for one in query.filters:
        if one.field not in _CLOSED_FIELDS and one.field not in known:
            known[one.field] = _known(counter, query, one.field)
    return unknown_values(query, known)


def _known(counter: FacetCounter, query: Query, field: str) -> Sequence[str]:
    """Values that begin as those asked for; all of the field if one of these is not among them."""
    near: dict[str, int] = {}
    asked = [value.text for one in query.filters if one.field == field for value in one.values]
    for text in asked:
        found = counter.values_like(field, text)
        if not found:
            return [value for value, _ in counter.values(field)]
        near.update(found)
    return list(near)
