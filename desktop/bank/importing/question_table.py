"""Rows of named columns, whatever file they came in, become questions."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop.bank.importing.card_html import has_media
from desktop.bank.importing.column_names import checked_mapping, guess_mapping
from desktop.bank.importing.flat_question import NoQuestionError, read_flat_question
from desktop.domain.errors import AppError
from desktop.domain.import_batch import (
    Batch,
    BatchQuestion,
    BatchWarning,
    ColumnMapping,
    ImportField,
    ImportKind,
    ImportPlace,
)

MOST_QUESTIONS = 20_000
MEDIA_LEFT = "its pictures or sounds do not come along; the words do."


class TableRow(NamedTuple):
    """The values of one row by column, and the number by which a person finds it."""

    number: int
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class QuestionTable:
    """Columns and rows; `warnings` tell of rows that could not be read as such."""

    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]
    unit: str = "row"
    is_html: bool | None = None
    warnings: tuple[tuple[int, str], ...] = ()


def refuse_too_many(count: int, name: str) -> None:
    """Raise AppError for more questions than one import takes."""
    if count > MOST_QUESTIONS:
        raise AppError(
            f"{name} holds more than {MOST_QUESTIONS:,} questions. Nothing was imported.",
            "Split it into smaller files and import them one after the other.",
        )


def read_question_table(
    table: QuestionTable,
    kind: ImportKind,
    name: str,
    source: str,
    mapping: ColumnMapping | None = None,
) -> Batch:
    """The questions of a table by the given mapping, or by one guessed from the columns' names.

    Raises AppError for a mapping that does not fit or far too many rows.
    """
    refuse_too_many(len(table.rows), name)
    used = checked_mapping(mapping, table.columns) if mapping else guess_mapping(table.columns)
    questions: list[BatchQuestion] = []
    warnings = [
        BatchWarning(ImportPlace(name, number, table.unit), message)
        for number, message in table.warnings
    ]
    for row in table.rows:
        place = ImportPlace(name, row.number, table.unit)
        try:
            imported = read_flat_question(
                _fields(row.values, used),
                source,
                others=_others(row.values, used, table.columns),
                is_html=table.is_html,
            )
        except NoQuestionError as error:
            warnings.append(BatchWarning(place, f"left out: {error}."))
            continue
        if any(map(has_media, row.values.values())):
            warnings.append(BatchWarning(place, MEDIA_LEFT))
        questions.append(BatchQuestion(imported, place))
    return Batch(kind, name, tuple(questions), tuple(warnings), table.columns, used)


def named_columns(names: Sequence[str]) -> tuple[str, ...]:
    """Names for columns, each but once and none empty."""
    return tuple(_each_once(names))


def _each_once(names: Sequence[str]) -> Iterator[str]:
    used: set[str] = set()
    for number, name in enumerate(names, start=1):
        shown = base = " ".join(name.split())[:80] or f"Column {number}"
        while shown in used:
            shown = f"{base} ({number})"
            base += "'"
        used.add(shown)
        yield shown


def _fields(values: Mapping[str, str], mapping: ColumnMapping) -> dict[ImportField, str]:
    return {name: values.get(column, "") for name, column in mapping.items()}


def _others(
    values: Mapping[str, str], mapping: ColumnMapping, columns: Sequence[str]
) -> dict[str, str]:
    taken = set(mapping.values())
    return {column: values.get(column, "") for column in columns if column not in taken}
