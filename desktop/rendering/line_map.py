"""Which lines of a text became which blocks of its page."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple


class BlockPlace(NamedTuple):
    """A place in a block of a page, counted from 0: such a share of it down."""

    block: int
    share: float


class LineMap:
    """Turns lines of a text, counted from 0 and with fractions, into places of its page and back.

    It is told how many lines each chunk of the text has, and how many blocks it became. Inside a
    chunk the blocks are taken to be as far down as the lines are.
    """

    def __init__(self, line_counts: Iterable[int] = (), block_counts: Iterable[int] = ()) -> None:
        self._lines = [0, *accumulate(line_counts)]
        self._blocks = [0, *accumulate(block_counts)]

    @property
    def line_count(self) -> int:
        """How many lines the text has."""
        return self._lines[-1]

    def place_of(self, line: float) -> BlockPlace:
        """The place of a line; behind the last one the end of the page."""
        index = bisect_right(self._lines, line) - 1
        if index >= len(self._lines) - 1:
            return BlockPlace(self._blocks[-1], 0.0)
        first_line, following_line = self._lines[index : index + 2]
        first, following = self._blocks[index : index + 2]
        done = (line - first_line) / (following_line - first_line) * (following - first)
        block = min(int(done), max(0, following - first - 1))
        return BlockPlace(first + block, done - block)

    def line_of(self, place: BlockPlace) -> float:
        """The line that became a place; behind the blocks of all chunks the end of the text."""
        index = bisect_right(self._blocks, place.block) - 1
        if index >= len(self._blocks) - 1:
            return float(self._lines[-1])
        first_line, following_line = self._lines[index : index + 2]
        first, following = self._blocks[index : index + 2]
        share = (place.block - first + place.share) / (following - first)
        return first_line + share * (following_line - first_line)
