"""Cuts the text of a query into terms, keeping where each stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CLOSING = {'"': '"', "“": '”“„"', "„": '”“"'}
_FIELD = re.compile(r"([^\W\d_]+):(?!//)")
_SPACES = re.compile(r"\s*")
_WORD = re.compile(r"[^\s\"“„]+")
_VALUE = re.compile(r"[^\s\"“„,]*")
_OPERATOR = re.compile(r"<=|>=|[<>≤≥]")


@dataclass(frozen=True, slots=True)
class ScannedValue:
    """A word, a phrase in quotes, or one of a field's values; quotes are taken off `text`."""

    start: int
    end: int
    text: str
    is_quoted: bool = False
    is_closed: bool = True


@dataclass(frozen=True, slots=True)
class ScannedTerm:
    """One term as typed: a minus, a field, a comparison and values, any of which may be absent.

    `field` is None for bare words and phrases, which have exactly one value.
    """

    start: int
    end: int
    is_excluded: bool
    field: str | None
    operator: str
    values: tuple[ScannedValue, ...]


def scan_query(text: str) -> Iterator[ScannedTerm]:
    """Yield the terms of a query in order; every character but spaces belongs to one."""
    position = _after_spaces(text, 0)
    while position < len(text):
        term = _scan_term(text, position)
        yield term
        position = _after_spaces(text, term.end)


def _after_spaces(text: str, position: int) -> int:
    found = _SPACES.match(text, position)
    return found.end() if found else position


def _scan_term(text: str, start: int) -> ScannedTerm:
    position = start
    following = text[start + 1 : start + 2]
    is_excluded = text[start] == "-" and bool(following) and not following.isspace()
    if is_excluded:
        position += 1
    field = _FIELD.match(text, position)
    if field is None:
        value = _scan_value(text, position, _WORD)
        return ScannedTerm(start, value.end, is_excluded, None, "", (value,))
    position = field.end()
    operator = _OPERATOR.match(text, position)
    if operator is not None:
        position = operator.end()
    values = tuple(_scan_values(text, position))
    sign = operator[0].replace("≤", "<=").replace("≥", ">=") if operator else ""
    return ScannedTerm(start, values[-1].end, is_excluded, field[1], sign, values)


def _scan_values(text: str, position: int) -> Iterator[ScannedValue]:
    value = _scan_value(text, position, _VALUE)
    yield value
    while text[value.end : value.end + 1] == ",":
        value = _scan_value(text, value.end + 1, _VALUE)
        yield value


def _scan_value(text: str, start: int, bare: re.Pattern[str]) -> ScannedValue:
    if text[start : start + 1] in _CLOSING:
        return _scan_quoted(text, start)
    found = bare.match(text, start)
    end = found.end() if found else start
    return ScannedValue(start, end, text[start:end])


def _scan_quoted(text: str, start: int) -> ScannedValue:
    """A quoted text; two straight quotes within straight quotes stand for one."""
    closing = _CLOSING[text[start]]
    is_straight = closing == '"'
    pieces: list[str] = []
    position = start + 1
    while position < len(text):
        end = position
        while end < len(text) and text[end] not in closing:
            end += 1
        pieces.append(text[position:end])
        if end == len(text):
            break
        if not (is_straight and text[end + 1 : end + 2] == '"'):
            return ScannedValue(start, end + 1, "".join(pieces), is_quoted=True)
        pieces.append('"')
        position = end + 2
    return ScannedValue(start, len(text), "".join(pieces), is_quoted=True, is_closed=False)
