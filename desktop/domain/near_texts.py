"""Finds texts that say nearly the same, without comparing all pairs."""

import re
from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from zlib import crc32

NEAR = 0.5
"""Texts are near from this share of common word triples on: one word in ten may differ."""

_SHINGLE = 3
_MOST_COMPARED = 8
"""A text is compared with so many earlier ones for each triple it is looked up by, at most."""

_BUCKET_BITS = 8
_BUCKETS = 1 << (32 - _BUCKET_BITS)
_WORD = re.compile(r"\w+(?:[.,]\d+)*")


class NearTexts:
    """Takes texts, each with its owner, and tells which of different owners are near.

    A text is kept as the sorted hashes of its word triples. Two sets that share a share t of
    their members share one of the first (1 - t)n + 1 in any order common to all, so only these
    are looked up (prefix filtering: Bayardo, Ma, Srikant 2007), and of them only those that two
    texts begin with.
    """

    def __init__(self, near: float = NEAR) -> None:
        self._near = near
        self._owners: list[str] = []
        self._shingles: list[array[int]] = []
        self._begun = bytearray(_BUCKETS)

    def add(self, owner: str, text: str) -> None:
        """Take a text; the first has the number 0."""
        shingles = array("L", sorted(set(_hashes(_WORD.findall(text.lower())))))
        self._owners.append(owner)
        self._shingles.append(shingles)
        for one in self._prefix(shingles):
            bucket = one >> _BUCKET_BITS
            self._begun[bucket] = min(self._begun[bucket] + 1, 2)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Yield the number of each text that is near an earlier one, and that one's number."""
        by_shingle: defaultdict[int, list[int]] = defaultdict(list)
        for number, shingles in enumerate(self._shingles):
            earlier: int | None = None
            for one in self._prefix(shingles):
                if self._begun[one >> _BUCKET_BITS] > 1:
                    others = by_shingle[one]
                    if earlier is None:
                        earlier = self._find_near(number, others)
                    if len(others) < _MOST_COMPARED:
                        others.append(number)
            if earlier is not None:
                yield number, earlier

    def _prefix(self, shingles: "array[int]") -> Sequence[int]:
        return shingles[: int((1 - self._near) * len(shingles)) + 1]

    def _find_near(self, number: int, others: Sequence[int]) -> int | None:
        owner = self._owners[number]
        candidates = [other for other in others if self._owners[other] != owner]
        if not candidates:
            return None
        own = set(self._shingles[number])
        for other in candidates:
            common = len(own.intersection(self._shingles[other]))
            if common >= self._near * (len(own) + len(self._shingles[other]) - common):
                return other
        return None


def _hashes(words: Sequence[str]) -> Iterator[int]:
    """The hashes of the runs of three words, or of all of a shorter text."""
    for start in range(max(1, len(words) - _SHINGLE + 1)):
        yield crc32(" ".join(words[start : start + _SHINGLE]).encode())
