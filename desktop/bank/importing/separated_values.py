"""CSV and TSV: its delimiter and header are found by looking at the rows themselves."""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import islice

from desktop.bank.importing.column_names import field_of_column
from desktop.bank.importing.question_table import (
    MOST_QUESTIONS,
    QuestionTable,
    TableRow,
    named_columns,
    refuse_too_many,
)
from desktop.domain.errors import AppError

DELIMITERS = (",", "\t", ";", "|")
_SAMPLE_CHARS = 50_000
_SAMPLE_ROWS = 100
_MOST_COLUMNS = 200
_LONGEST_NAME = 40
_MUCH_LONGER = 2


def find_delimiter(text: str) -> str | None:
    """The delimiter by which most rows have the same number of columns; None if none has two."""
    best: tuple[float, int] = (0.5, 1)
    found = None
    for delimiter in DELIMITERS:
        try:
            rows = _sample(text, delimiter)
        except csv.Error:
            continue
        width, count = Counter(map(len, rows)).most_common(1)[0] if rows else (0, 0)
        share = count / max(1, len(rows))
        if width > 1 and (share, width) > best:
            best, found = (share, width), delimiter
    return found


def read_separated_values(
    text: str, name: str, delimiter: str, *, has_header: bool | None = None
) -> QuestionTable:
    """The table in a text; whether the first row names the columns is guessed if not said.

    Rows are counted from 1, with the header. Raises AppError where the text is no such table.
    """
    rows = list(islice(_rows(text, name, delimiter), MOST_QUESTIONS + 2))
    refuse_too_many(len(rows), name)
    if not rows:
        raise AppError(f"{name} has no rows. Nothing was imported.", "Choose another file.")
    width = min(_MOST_COLUMNS, max(len(cells) for _, cells in rows))
    first = rows[0][1]
    is_headed = (
        looks_like_header([cells for _, cells in rows]) if has_header is None else has_header
    )
    names = first if is_headed else ()
    columns = named_columns([*names[:width], *[""] * (width - len(names))])
    return QuestionTable(
        columns=columns,
        rows=tuple(
            TableRow(number, dict(zip(columns, cells, strict=False)))
            for number, cells in (rows[1:] if is_headed else rows)
        ),
        warnings=tuple(
            (number, f"only the first {_MOST_COLUMNS} columns were taken.")
            for number, cells in rows
            if len(cells) > _MOST_COLUMNS
        ),
    )


def looks_like_header(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row names the columns: by known names, or by being much the shortest."""
    if not rows:
        return False
    names = [cell.strip() for cell in rows[0]]
    if len(set(names)) < len(names) or any(len(cell) > _LONGEST_NAME for cell in names):
        return False
    if any(map(field_of_column, names)) and not any("?" in cell for cell in names):
        return True
    longest = max((len(cell) for cell in names), default=0)
    others = [max(map(len, cells), default=0) for cells in rows[1:_SAMPLE_ROWS]]
    if len(names) < 2 or not all(names) or not others or any("?" in cell for cell in names):  # noqa: PLR2004 - one column alone has no header
        return False
    return sorted(others)[len(others) // 2] > _MUCH_LONGER * _LONGEST_NAME > longest


def _sample(text: str, delimiter: str) -> list[list[str]]:
    """The first rows, but for the last one, which the sample may have cut."""
    start = text[:_SAMPLE_CHARS]
    rows = [
        cells
        for cells in islice(csv.reader(StringIO(start, ""), delimiter=delimiter), 101)
        if cells
    ]
    return rows[:-1] if len(start) < len(text) and len(rows) > 1 else rows


def _rows(text: str, name: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(StringIO(text, ""), delimiter=delimiter)
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            if any(cell.strip() for cell in cells):
                yield number, cells
    except csv.Error as error:
        raise AppError(
            f"{name} cannot be read from row {number + 1} on: {error}. Nothing was imported.",
            'Look for a quotation mark " that is not closed there.',
        ) from error
