"""How a query that is being typed could go on."""

from typing import NamedTuple


class OfferedText(NamedTuple):
    """Text that may replace that from `start` to `end` of a query, and a quiet word about it."""

    start: int
    end: int
    text: str
    note: str = ""


class QueryOffer(NamedTuple):
    """What may follow where the cursor stands; `is_value` tells values from names of fields."""

    query: str
    cursor: int
    texts: tuple[OfferedText, ...] = ()
    is_value: bool = False
