"""Writes filters into the text of a query and takes them out again."""

import re
from collections.abc import Mapping

from desktop.domain.query import Filter, FilterValue, parse_query
from desktop.domain.query_fields import folded_value
from desktop.domain.query_scanner import scan_query
from desktop.domain.question import QUICK

_NEEDS_QUOTES = re.compile(r"[\s,\"“„]|^[<>≤≥]|\*$|^//|^$")


def quoted(value: str) -> str:
    """The value as it is typed after `field:`, in quotes where it needs them."""
    if not _NEEDS_QUOTES.search(value):
        return value
    return '"{}"'.format(value.replace('"', '""'))


def chosen_filters(text: str) -> Mapping[str, tuple[str, ...]]:
    """The values each field is filtered by, in the order typed, without the excluded ones."""
    chosen: dict[str, tuple[str, ...]] = {}
    for one in parse_query(text).filters:
        if not one.is_excluded:
            values = tuple(value.text for value in one.values)
            chosen[one.field] = chosen.get(one.field, ()) + values
    return chosen


def with_filter(text: str, field: str, value: str) -> str:
    """The query with one more value for a field; an exclusion of that value is taken out."""
    freed = _without(_closed(text), field, value, excluded=True)
    wanted = [one for one in parse_query(freed).filters if not one.is_excluded]
    same_field = [one for one in wanted if one.field == field]
    if any(_holds(one, value) for one in same_field):
        return freed
    if same_field:
        end = same_field[-1].values[-1].end
        return f"{freed[:end]},{quoted(value)}{freed[end:]}"
    written = f"{field}:{quoted(value)}"
    place = wanted[-1].end if wanted else 0
    return " ".join(one for one in (freed[:place], written, freed[place:].strip()) if one)


def without_filter(text: str, field: str, value: str) -> str:
    """The query that no longer asks for a value of a field."""
    return _without(text, field, value, excluded=False)


def long_only(text: str) -> str:
    """The query without quick questions, unless it says itself which form it asks for."""
    asked = parse_query(text).filters
    is_said = any(one.field == "form" or _holds(one, QUICK) for one in asked)
    return text if is_said else f"-form:{QUICK} {text}".rstrip()


def quick_only(text: str) -> str:
    """The query for quick questions, whatever form it asked for."""
    for one in reversed(parse_query(text).filters):
        if one.field == "form":
            text = _cut(text, one.start, one.end)
    return with_filter(text, "form", QUICK)


def without_filters(text: str) -> str:
    """The query with its words and comparisons only."""
    for one in reversed(parse_query(text).filters):
        text = _cut(text, one.start, one.end)
    return text


def _closed(text: str) -> str:
    """The text with its last quote closed, lest it swallow what is written after it."""
    last = next(reversed(list(scan_query(text))), None)
    return text if last is None or last.values[-1].is_closed else text + '"'


def _without(text: str, field: str, value: str, *, excluded: bool) -> str:
    for one in reversed(parse_query(text).filters):
        if one.field == field and one.is_excluded == excluded and _holds(one, value):
            text = _rewritten(text, one, value)
    return text


def _rewritten(text: str, one: Filter, value: str) -> str:
    left = [kept for kept in one.values if not _is_same(kept, value)]
    if not left:
        return _cut(text, one.start, one.end)
    values = ",".join(text[kept.start : kept.end] for kept in left)
    return f"{text[: one.start]}{'-' * one.is_excluded}{one.field}:{values}{text[one.end :]}"


def _cut(text: str, start: int, end: int) -> str:
    before, after = text[:start].rstrip(), text[end:].lstrip()
    return f"{before} {after}" if before and after else before + after


def _holds(one: Filter, value: str) -> bool:
    return any(_is_same(kept, value) for kept in one.values)


def _is_same(kept: FilterValue, value: str) -> bool:
    return not kept.is_prefix and folded_value(kept.text) == folded_value(value)
