"""What a query could go on with at the cursor, and values that nothing has."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from desktop.domain.nearest_name import find_nearest_name
from desktop.domain.query import Filter, FilterValue, Query, QueryMistake
from desktop.domain.query_editing import quoted
from desktop.domain.query_fields import FIELDS, Field, FieldKind, find_field, folded_value
from desktop.domain.query_scanner import ScannedTerm, scan_query

MAX_COMPLETIONS = 12


@dataclass(frozen=True, slots=True)
class Completion:
    """Text that may replace that from `start` to `end`; `hint` is an example for a field."""

    start: int
    end: int
    text: str
    hint: str = ""


def completions(
    text: str, cursor: int, known_values: Mapping[str, Sequence[str]]
) -> tuple[Completion, ...]:
    """The fields or values that complete what stands before the cursor, the likeliest first.

    `known_values` gives the values of a field in the order they are to be offered.
    """
    before = text[:cursor]
    term = next(reversed(list(scan_query(before))), None)
    if term is None or term.end != len(before):
        return ()
    if term.field is None:
        found = _field_completions(term, before)
    else:
        field = find_field(term.field)
        found = _value_completions(term, field, known_values) if field else iter(())
    return tuple(islice(found, MAX_COMPLETIONS))


def unknown_values(
    query: Query, known_values: Mapping[str, Sequence[str]]
) -> tuple[QueryMistake, ...]:
    """A mistake for each value that no question has, among the fields of `known_values`."""
    return tuple(
        _unknown(one, value, known_values[one.field])
        for one in query.filters
        if one.field in known_values
        for value in one.values
        if not _is_known(value, known_values[one.field])
    )


def _field_completions(term: ScannedTerm, before: str) -> Iterator[Completion]:
    value = term.values[0]
    typed = before[value.start :].lower()
    if typed and not value.is_quoted:
        for field in FIELDS.values():
            if field.name.startswith(typed):
                yield Completion(value.start, value.end, f"{field.name}:", field.example)


def _value_completions(
    term: ScannedTerm, field: Field, known_values: Mapping[str, Sequence[str]]
) -> Iterator[Completion]:
    if field.kind is not FieldKind.VALUE or term.operator:
        return
    last = term.values[-1]
    typed = folded_value(last.text)
    taken = {folded_value(value.text) for value in term.values[:-1]}
    offered = dict.fromkeys((*known_values.get(field.name, ()), *field.values))
    for starts in (True, False):
        for value in offered:
            compared = folded_value(value)
            fits = compared.startswith(typed) if starts else f"-{typed}" in compared
            if fits and compared not in taken:
                taken.add(compared)
                yield Completion(last.start, last.end, quoted(value))


def _is_known(value: FilterValue, known: Sequence[str]) -> bool:
    typed = folded_value(value.text)
    return any(folded_value(one).startswith(typed) for one in known)


def _unknown(one: Filter, value: FilterValue, known: Sequence[str]) -> QueryMistake:
    nearest = find_nearest_name(folded_value(value.text), (folded_value(name) for name in known))
    meant = next((name for name in known if folded_value(name) == nearest), None)
    advice = f'; did you mean "{meant}"?' if meant else "."
    return QueryMistake(value.start, value.end, f'No {one.field} is "{value.text}"{advice}')
