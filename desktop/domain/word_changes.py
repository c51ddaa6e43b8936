"""What changed from one text to another, word by word."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import Enum
from itertools import groupby
from typing import NamedTuple

MOST_COMPARED = 60_000
"""Pairs of words in one gap that are compared each with each; past it the gap is rewritten."""

SHORTEST_KEPT = 3
"""Fewer words that stayed between two changes tell nothing and are shown as rewritten."""

_TOKEN = re.compile(r"\s*(?:\w+|[^\w\s])|\s+$")

Block = tuple[int, int, int, int]
"""From and to in the words before, from and to in the words after."""


class ChangeKind(Enum):
    """What became of a stretch of words."""

    KEPT = "kept"
    GONE = "gone"
    NEW = "new"


class Change(NamedTuple):
    """A stretch of text with one fate, with the blanks before its words."""

    kind: ChangeKind
    text: str


def word_changes(before: str, after: str) -> tuple[Change, ...]:
    """The stretches that stayed, went and came, in reading order.

    Without what is gone it reads as `after`, without what is new as `before` but for blanks.
    Words that occur once in both texts are lined up first (patience diff, Bram Cohen), then the
    gaps between them, so that thousands of words take milliseconds.
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    old_words, new_words = [one.strip() for one in old], [one.strip() for one in new]
    kept = list(_longer(list(_kept_blocks(old_words, new_words)), len(old), len(new)))
    return tuple(_joined(_stretches(old, new, kept)))


def _kept_blocks(old: Sequence[str], new: Sequence[str]) -> Iterator[Block]:
    at_old = at_new = 0
    for anchor_old, anchor_new in [*_anchors(old, new), (len(old), len(new))]:
        yield from _kept_in_gap(old, new, (at_old, anchor_old, at_new, anchor_new))
        if anchor_old < len(old):
            yield anchor_old, anchor_old + 1, anchor_new, anchor_new + 1
        at_old, at_new = anchor_old + 1, anchor_new + 1


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Words that occur once in both, the most that stand in the same order in both."""
    places = _places_of_single(old)
    single = _places_of_single(new)
    pairs = [(places[word], at) for word, at in single.items() if word in places]
    return _longest_rising(pairs)


def _places_of_single(words: Sequence[str]) -> dict[str, int]:
    counts = Counter(words)
    return {word: at for at, word in enumerate(words) if counts[word] == 1}


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs, sorted by the second, in which the first rises as well."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (first, _) in enumerate(pairs):
        length = bisect_left(tails, first)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [first]
        ends[length : length + 1] = [number]
    found: list[tuple[int, int]] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        found.append(pairs[at])
        at = before[at]
    return found[::-1]


def _kept_in_gap(old: Sequence[str], new: Sequence[str], gap: Block) -> Iterator[Block]:
    old_from, old_to, new_from, new_to = gap
    if not 0 < (old_to - old_from) * (new_to - new_from) <= MOST_COMPARED:
        return
    matcher = SequenceMatcher(None, old[old_from:old_to], new[new_from:new_to], autojunk=False)
    for first, second, size in matcher.get_matching_blocks():
        if size:
            at, then = old_from + first, new_from + second
            yield at, at + size, then, then + size


def _longer(blocks: Sequence[Block], old_count: int, new_count: int) -> Iterator[Block]:
    """Blocks joined where they touch, without short ones that stand between changes."""
    joined: list[Block] = []
    for block in blocks:
        if joined and joined[-1][1] == block[0] and joined[-1][3] == block[2]:
            first = joined.pop()
            joined.append((first[0], block[1], first[2], block[3]))
        else:
            joined.append(block)
    for block in joined:
        old_from, old_to, new_from, new_to = block
        is_at_edge = (old_from == new_from == 0) or (old_to, new_to) == (old_count, new_count)
        if is_at_edge or old_to - old_from >= SHORTEST_KEPT:
            yield block


def _stretches(old: Sequence[str], new: Sequence[str], kept: Sequence[Block]) -> Iterator[Change]:
    at_old = at_new = 0
    for old_from, old_to, new_from, new_to in [*kept, (len(old), len(old), len(new), len(new))]:
        gone = "".join(old[at_old:old_from])
        if gone and old_from < len(old) and new_from < len(new):
            gone += _blanks_before(old[old_from]) if not _blanks_before(new[new_from]) else ""
        yield Change(ChangeKind.GONE, gone)
        yield Change(ChangeKind.NEW, "".join(new[at_new:new_from]))
        yield Change(ChangeKind.KEPT, "".join(new[new_from:new_to]))
        at_old, at_new = old_to, new_to


def _blanks_before(token: str) -> str:
    return token[: len(token) - len(token.lstrip())]


def _joined(changes: Iterator[Change]) -> Iterator[Change]:
    for kind, stretch in groupby((one for one in changes if one.text), key=lambda one: one.kind):
        yield Change(kind, "".join(one.text for one in stretch))
