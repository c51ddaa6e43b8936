"""A query: words, phrases and `field:value` pairs, any of them excluded by a minus.

`parse_query` never raises: what it cannot use becomes a `QueryMistake` and the rest still works.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop.domain.nearest_name import find_nearest_name
from desktop.domain.query_fields import FIELDS, Field, FieldKind, find_field, folded_value
from desktop.domain.query_scanner import ScannedTerm, ScannedValue, scan_query

MAX_TERMS = 60
"""More words and values than this are not looked for."""

MAX_VALUE_LENGTH = 300
"""A longer word or phrase is a paste by mistake."""

SHORT_WORD = 3

_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_NUMBER = re.compile(r"\d{1,4}")


@dataclass(frozen=True, slots=True)
class QueryMistake:
    """A stretch of the query that cannot be used as it stands, and a hint."""

    start: int
    end: int
    hint: str


@dataclass(frozen=True, slots=True)
class WordTerm:
    """A word or a phrase to look for in any part, or in that of `field` if it is not empty."""

    start: int
    end: int
    text: str
    field: str = ""
    is_prefix: bool = False
    is_phrase: bool = False
    is_excluded: bool = False


@dataclass(frozen=True, slots=True)
class FilterValue:
    """One value of a filter; a prefix stands for all values that begin with it."""

    start: int
    end: int
    text: str
    is_prefix: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """A field that must have, or must not have, any of the values."""

    start: int
    end: int
    field: str
    values: tuple[FilterValue, ...]
    is_excluded: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """A bound for `minutes` (digits) or `answered` (a year, month or day in ISO form)."""

    start: int
    end: int
    field: str
    operator: str
    bound: str
    is_excluded: bool = False


Term = WordTerm | Filter | Comparison


@dataclass(frozen=True, slots=True)
class Query:
    """What was understood of a query's text.

    All terms must hold, but of several filters of one field that are not excluded, any one.
    """

    text: str = ""
    terms: tuple[Term, ...] = ()
    mistakes: tuple[QueryMistake, ...] = ()

    @property
    def words(self) -> tuple[WordTerm, ...]:
        return tuple(term for term in self.terms if isinstance(term, WordTerm))

    @property
    def filters(self) -> tuple[Filter, ...]:
        return tuple(term for term in self.terms if isinstance(term, Filter))

    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        return tuple(term for term in self.terms if isinstance(term, Comparison))

    @property
    def is_worth_ranking(self) -> bool:
        """Whether a longer word is looked for; short ones match nearly all questions."""
        return any(len(word.text) > SHORT_WORD or word.is_phrase for word in self._wanted_words())

    def without_field(self, field: str) -> "Query":
        """The query with nothing asked of that field, as the counts beside its values need it."""
        terms = tuple(term for term in self.terms if term.field != field)
        return replace(self, terms=terms)

    def _wanted_words(self) -> Iterator[WordTerm]:
        return (word for word in self.words if not word.is_excluded)


def parse_query(text: str) -> Query:
    """Understand a query; the last word counts as unfinished, so it matches as a prefix."""
    terms: list[Term] = []
    mistakes: list[QueryMistake] = []
    room = MAX_TERMS
    for scanned in scan_query(text):
        room -= len(scanned.values)
        if room < 0:
            hint = f"Only the first {MAX_TERMS} words and values are used."
            mistakes.append(QueryMistake(scanned.start, len(text), hint))
            break
        reading = _read_term(scanned)
        if _lacks_value(scanned) and text[scanned.end :].strip():
            hint = "The value stands right after the colon, without a space."
            mistakes.append(QueryMistake(scanned.start, scanned.end, hint))
        terms.extend(one for one in reading if not isinstance(one, QueryMistake))
        mistakes.extend(one for one in reading if isinstance(one, QueryMistake))
    return Query(text, tuple(_with_unfinished_word(terms)), tuple(mistakes))


def _with_unfinished_word(terms: list[Term]) -> list[Term]:
    for place in range(len(terms) - 1, -1, -1):
        term = terms[place]
        if isinstance(term, WordTerm) and not term.is_excluded:
            if not term.is_phrase:
                terms[place] = replace(term, is_prefix=True)
            break
    return terms


def _lacks_value(scanned: ScannedTerm) -> bool:
    return (
        scanned.field is not None
        and find_field(scanned.field) is not None
        and not any(value.text for value in scanned.values)
    )


def _read_term(scanned: ScannedTerm) -> list[Term | QueryMistake]:
    reading: list[Term | QueryMistake] = [
        QueryMistake(value.start, value.end, "The closing quote is missing.")
        for value in scanned.values
        if not value.is_closed
    ]
    if scanned.field is None:
        return [*reading, _read_word(scanned, scanned.values[0], "")]
    field = find_field(scanned.field)
    if field is None:
        return reading + _read_unknown_field(scanned, scanned.field)
    if scanned.operator and not _lacks_value(scanned):
        return [*reading, _read_comparison(scanned, field)]
    if field.kind is FieldKind.WORDS:
        return reading + [
            _read_word(scanned, value, field.name) for value in scanned.values if value.text
        ]
    return reading + _read_filter(scanned, field)


def _read_word(scanned: ScannedTerm, value: ScannedValue, field: str) -> Term | QueryMistake:
    text = value.text if value.is_quoted else value.text.rstrip("*")
    if not any(letter.isalnum() for letter in text):
        return QueryMistake(value.start, value.end, "Only letters and digits can be looked for.")
    if len(text) > MAX_VALUE_LENGTH:
        return QueryMistake(value.start, value.end, "This is too long to look for.")
    return WordTerm(
        scanned.start,
        scanned.end,
        text,
        field=field,
        is_prefix=text != value.text and not value.is_quoted,
        is_phrase=value.is_quoted,
        is_excluded=scanned.is_excluded,
    )


def _read_unknown_field(scanned: ScannedTerm, name: str) -> list[Term | QueryMistake]:
    """A mistake, and the words after the colon, which are looked for all the same."""
    nearest = find_nearest_name(name, FIELDS)
    advice = f'did you mean "{nearest}"?' if nearest else "the words are looked for."
    name_start = scanned.start + scanned.is_excluded
    mistake = QueryMistake(
        name_start, name_start + len(name) + 1, f'There is no field "{name}"; {advice}'
    )
    words = [_read_word(scanned, value, "") for value in scanned.values if value.text]
    if nearest is None and not scanned.is_excluded:
        words.insert(0, WordTerm(name_start, name_start + len(name), name))
    return [mistake, *words]


def _read_comparison(scanned: ScannedTerm, field: Field) -> Term | QueryMistake:
    first = scanned.values[0]
    if field.kind not in (FieldKind.NUMBER, FieldKind.DAY):
        hint = f"Only minutes and answered can be compared; try {field.example}"
        return QueryMistake(scanned.start, scanned.end, hint)
    bound = first.text.strip()
    if len(scanned.values) > 1 or not _is_valid(bound, field):
        return QueryMistake(scanned.start, scanned.end, _advice(field))
    return Comparison(
        scanned.start, scanned.end, field.name, scanned.operator, bound, scanned.is_excluded
    )


def _read_filter(scanned: ScannedTerm, field: Field) -> list[Term | QueryMistake]:
    values: list[FilterValue] = []
    mistakes: list[Term | QueryMistake] = []
    for value in scanned.values:
        reading = _read_value(value, field)
        if isinstance(reading, QueryMistake):
            mistakes.append(reading)
        elif reading is not None:
            values.append(reading)
    if not values:
        return mistakes
    kept = Filter(scanned.start, scanned.end, field.name, tuple(values), scanned.is_excluded)
    return [*mistakes, kept]


def _read_value(value: ScannedValue, field: Field) -> FilterValue | QueryMistake | None:
    """A value, what is wrong with it, or None while nothing is typed yet."""
    text = value.text if value.is_quoted else value.text.rstrip("*")
    if not text.strip():
        return None
    if len(text) > MAX_VALUE_LENGTH:
        return QueryMistake(value.start, value.end, "This is too long to look for.")
    if not _is_valid(text, field):
        return QueryMistake(value.start, value.end, _advice(field))
    if field.is_closed and not _begins_a_value(text, field):
        nearest = find_nearest_name(text, field.values)
        advice = f'did you mean "{nearest}"?' if nearest else f"try {field.example}"
        return QueryMistake(value.start, value.end, f'"{field.name}" is never "{text}"; {advice}')
    is_prefix = text != value.text and not value.is_quoted
    return FilterValue(value.start, value.end, text, is_prefix)


def _is_valid(text: str, field: Field) -> bool:
    if field.kind is FieldKind.NUMBER:
        return bool(_NUMBER.fullmatch(text)) and text.isascii()
    if field.kind is FieldKind.DAY:
        return bool(_DAY.fullmatch(text)) and text.isascii()
    return True


def _begins_a_value(text: str, field: Field) -> bool:
    return any(value.startswith(folded_value(text)) for value in field.values)


def _advice(field: Field) -> str:
    what = "a number" if field.kind is FieldKind.NUMBER else "a date"
    return f'"{field.name}" takes {what}, as in {field.example}'
