"""One key of front matter."""

from collections.abc import Mapping
from dataclasses import dataclass

Value = str | tuple["Value", ...] | Mapping[str, "Value"]
"""What a key says: every scalar is text, a list is a tuple."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The value of a key and where it stands.

    `line` counts from 1 in the file; `start` and `end` enclose `key: value` in the front matter,
    without a comment behind it.
    """

    value: Value
    line: int
    start: int
    end: int
