"""The fields of a question in its front matter."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from desktop.bank.front_matter_entry import Entry, Value
from desktop.bank.yaml_scalar import write_scalar
from desktop.domain.question import Question

FIELD_ORDER = (
    "title",
    "category",
    "topics",
    "difficulty",
    "rounds",
    "roles",
    "minutes",
    "companies",
    "source",
    "updated",
    "related",
    "references",
    "form",
    "formerly",
    "imported",
)
LIST_FIELDS = frozenset(
    {"topics", "rounds", "roles", "companies", "related", "references", "formerly"}
)
_ONE_VALUE_LISTS = frozenset({"references"})
_MINUTES = re.compile(r"(\d{1,4})\s*(?:m|min|mins|minutes?)?\.?")
_NUMBER = re.compile(r"\d+")

Report = Callable[[int, str], None]
"""Takes the line of a problem and its message."""


def read_fields(entries: Mapping[str, Entry], report: Report) -> dict[str, Any]:
    """The fields of `Question` that the front matter gives, keys in any letter case."""
    fields: dict[str, Any] = {}
    for key, entry in entries.items():
        name = key.strip().lower()
        if name not in FIELD_ORDER or name in fields or entry.value == "":
            continue
        if name in LIST_FIELDS:
            fields[name] = _read_list(name, entry, report)
        elif name == "minutes":
            fields[name] = _read_minutes(entry, report)
        elif name == "imported":
            fields[name] = _read_imported(entry, report)
        else:
            fields[name] = _read_text(name, entry, report)
    return fields


def write_fields(question: Question) -> dict[str, Value]:
    """Every field of the question as front matter gives it; an empty one says nothing."""
    fields: dict[str, Value] = {name: getattr(question, name) for name in FIELD_ORDER}
    fields["minutes"] = "" if question.minutes is None else str(question.minutes)
    return fields


def _read_list(name: str, entry: Entry, report: Report) -> tuple[str, ...]:
    if isinstance(entry.value, tuple):
        items = entry.value
        if any(not isinstance(item, str) for item in items):
            report(entry.line, f"`{name}` holds a list or a mapping; write each item as one text")
    else:
        text = _as_text(entry.value)
        items = (text,) if name in _ONE_VALUE_LISTS else tuple(text.split(","))
        shown = ", ".join(write_scalar(_as_text(item), in_list=True) for item in items)
        report(entry.line, f"`{name}` is a list; write {name}: [{shown}]")
    return tuple(text for text in map(_as_text, items) if text)


def _read_text(name: str, entry: Entry, report: Report) -> str:
    text = _as_text(entry.value)
    if not isinstance(entry.value, str):
        report(entry.line, f"`{name}` is one text; write {name}: {write_scalar(text)}")
    return text


def _read_minutes(entry: Entry, report: Report) -> int | None:
    text = _as_text(entry.value)
    if found := _MINUTES.fullmatch(text):
        return int(found[1])
    numbers = _NUMBER.findall(text)
    only = int(numbers[0]) if len(numbers) == 1 and len(numbers[0]) <= 4 else None  # noqa: PLR2004
    example = 20 if only is None else only
    report(entry.line, f"`minutes` is a whole number, not `{text}`; write minutes: {example}")
    return only


def _read_imported(entry: Entry, report: Report) -> dict[str, str]:
    if isinstance(entry.value, Mapping):
        return {key: _as_text(value) for key, value in entry.value.items()}
    report(entry.line, "`imported` holds keys of its own; write each on a line below, indented")
    return {}


def _as_text(value: Value) -> str:
    if isinstance(value, str):
        return " ".join(value.split("\n")).strip()
    if isinstance(value, tuple):
        return ", ".join(map(_as_text, value))
    return ", ".join(f"{key}: {_as_text(item)}" for key, item in value.items())
