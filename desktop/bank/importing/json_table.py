"""JSON as a table: a list of objects, an object of lists, or one object."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from desktop.bank.importing.column_names import field_of_column
from desktop.bank.importing.question_table import (
    QuestionTable,
    TableRow,
    named_columns,
    refuse_too_many,
)
from desktop.domain.errors import AppError
from desktop.domain.import_batch import ImportField
from desktop.domain.list_items import write_items

_MOST_COLUMNS = 200
_MOST_DEPTH = 30
_LONGEST_LIST_WORD = 60


def read_json_table(text: str, name: str) -> QuestionTable:
    """The table in a JSON text; entries are counted from 1.

    Raises AppError if it is no JSON, too deep, or holds no objects.
    """
    value = _parse(text, name)
    if _is_too_deep(value):
        raise _too_deep(name)
    records = _records(value)
    if not records:
        raise AppError(
            f"{name} holds no list of questions. Nothing was imported.",
            'Write it as a list of objects: [{"question": "…", "answer": "…"}].',
        )
    refuse_too_many(len(records), name)
    keys = dict.fromkeys(
        key for record in records if isinstance(record, Mapping) for key in record
    )
    names = list(keys)[:_MOST_COLUMNS] or ["question"]
    columns = named_columns(names)
    rows: list[TableRow] = []
    warnings: list[tuple[int, str]] = []
    for number, record in enumerate(records, start=1):
        if isinstance(record, Mapping):
            values = {
                column: _as_text(record[key])
                for key, column in zip(names, columns, strict=False)
                if key in record
            }
            rows.append(TableRow(number, values))
        elif isinstance(record, str):
            rows.append(TableRow(number, {columns[0]: record}))
        else:
            warnings.append((number, "left out: it is neither an object nor a text."))
    if len(keys) > _MOST_COLUMNS:
        warnings.append((0, f"only the first {_MOST_COLUMNS} keys were taken."))
    return QuestionTable(columns, tuple(rows), unit="entry", warnings=tuple(warnings))


def _parse(text: str, name: str) -> Any:
    try:
        return json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except RecursionError as error:
        raise _too_deep(name) from error
    except json.JSONDecodeError as error:
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) > 1 and all(line.lstrip().startswith("{") for line in lines):
            return [_parse(line, name) for line in lines]
        raise AppError(
            f"{name}, line {error.lineno}: this is no valid JSON ({error.msg}). "
            "Nothing was imported.",
            "Mend it there, or export it again.",
        ) from error


def _is_too_deep(value: Any) -> bool:
    level = [value]
    for _ in range(_MOST_DEPTH):
        level = [
            each
            for one in level
            if isinstance(one, (list, dict))
            for each in (one.values() if isinstance(one, dict) else one)
        ]
        if not level:
            return False
    return True


def _too_deep(name: str) -> AppError:
    return AppError(
        f"{name} is nested far too deep. Nothing was imported.",
        "Write the questions as a flat list of objects.",
    )


def _records(value: Any) -> Sequence[Any]:
    """The entries of a list, of lists beside each other, or of what an object holds."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict) or not value:
        return ()
    lists = [each for each in value.values() if isinstance(each, list)]
    is_holder = len(lists) == 1 and any(isinstance(one, dict) for one in lists[0])
    if _asks(value) and not is_holder:
        return _rows_of_columns(value) if len(lists) == len(value) else (value,)
    return max(lists, key=len) if lists else _records_within(value)


def _records_within(value: Mapping[str, Any]) -> Sequence[Any]:
    """The entries of an object that holds no list: objects by key, or answers by question."""
    nested = [each for each in value.values() if isinstance(each, dict)]
    if len(nested) == 1:
        return _records(nested[0])
    if len(nested) == len(value):
        return nested
    if all(isinstance(each, str) for each in value.values()):
        return [{"question": key, "answer": each} for key, each in value.items()]
    return (value,)


def _rows_of_columns(columns: Mapping[str, Sequence[Any]]) -> Sequence[Any]:
    longest = max(map(len, columns.values()))
    return [
        {key: each[index] for key, each in columns.items() if index < len(each)}
        for index in range(longest)
    ]


def _asks(record: Mapping[str, Any]) -> bool:
    """Whether an object is a question itself: one of its keys names the prompt or the title."""
    return not {ImportField.PROMPT, ImportField.TITLE}.isdisjoint(map(field_of_column, record))


def _as_text(value: Any) -> str:
    """A value as a field: a list as Markdown items or words, an object as `key: value` lines."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        items = [_as_text(each) for each in value[:1_000]]
        if all(len(item) <= _LONGEST_LIST_WORD and "\n" not in item for item in items):
            return ", ".join(item.replace(",", " ") for item in items)
        return write_items(items)
    return "\n".join(f"{key}: {_flat(each)}" for key, each in value.items())


def _flat(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
