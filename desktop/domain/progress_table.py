"""The numbers behind a picture, as one plain table."""

from dataclasses import dataclass

Cell = str | int | float


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under named columns; units stand in the columns' names, days in ISO form."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def percent(share: float) -> float:
    """A share of 0 to 1 as a percentage with one decimal."""
    return round(100 * share, 1)
