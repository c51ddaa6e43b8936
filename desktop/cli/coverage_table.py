"""A bank's coverage of its map as a table."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any

from desktop.domain.coverage_map import Coverage, CoverageRow

_HEADS = {"category": "Area", "difficulty": "Difficulty", "rounds": "Round", "roles": "Role"}
_NUMBER_WIDTH = 9


def table_lines(coverage: Coverage) -> Iterator[str]:
    """Yield the table's lines: each value with its count, what the map wants, and the gap."""
    width = max((len(row.value) for row in coverage.rows), default=0)
    for field, rows in groupby(coverage.rows, key=attrgetter("field")):
        head = _HEADS.get(field, field)
        yield f"{head:{width}}{'questions':>{_NUMBER_WIDTH + 2}}{'map':>{_NUMBER_WIDTH}}"
        yield from (_line(row, width) for row in rows)
        yield ""
    quick = f", and {coverage.quick_count} quick ones" if coverage.quick_count else ""
    yield f"{coverage.question_count} questions{quick}"


def table_json(coverage: Coverage) -> dict[str, Any]:
    """The same for a program."""
    return {
        "questions": coverage.question_count,
        "quick": coverage.quick_count,
        "rows": [
            {
                "field": row.field,
                "value": row.value,
                "count": row.count,
                "target": round(row.target, 1),
                "least": row.least,
                "gap": row.gap,
            }
            for row in coverage.rows
        ],
    }


def _line(row: CoverageRow, width: int) -> str:
    numbers = f"{row.count:>{_NUMBER_WIDTH + 2}}{row.target:>{_NUMBER_WIDTH}.1f}"
    return f"{row.value:{width}}{numbers}  {row.gap}".rstrip()
