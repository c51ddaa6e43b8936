"""Reading a word of an answer as a rubric's word where it is nearly the same."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from desktop.coach.word_weights import WordWeights

_LEAST_STEM = 5
_LEAST_MISSPELT = 6
_ENDING = re.compile(r"ion|ation|al|ic|ist|iv|or|um|ment|li|at|e|i")


def near_spellings(
    answered: Iterable[str], expected: Iterable[str], weights: WordWeights
) -> Mapping[str, str]:
    """For stems of an answer the expected stem each stands for.

    They have one root ("creat", "creation"), or differ by one letter left out, put in, changed or
    swapped, and then the bank does not know the answer's spelling.
    """
    by_start: dict[str, list[str]] = defaultdict(list)
    known = frozenset(expected)
    for stem in sorted(known):
        if len(stem) >= _LEAST_STEM and stem.isalpha():
            by_start[stem[:2]].append(stem)
    found: dict[str, str] = {}
    for stem in answered:
        if len(stem) < _LEAST_STEM or stem in known or not stem.isalpha():
            continue
        is_unknown = stem not in weights.frequencies and len(stem) >= _LEAST_MISSPELT
        for other in by_start.get(stem[:2], ()):
            if _have_one_root(stem, other) or (is_unknown and _is_one_slip(stem, other)):
                found[stem] = other
                break
    return found


def _have_one_root(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and _ENDING.fullmatch(long, len(short)) is not None


def _is_one_slip(one: str, other: str) -> bool:
    """Whether a single slip of the pen lies between two words."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1 or len(short) < _LEAST_STEM:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = long[:at] + long[at : at + 2][::-1] + long[at + 2 :]
    return short[at + 1 :] == long[at + 1 :] or short == swapped
