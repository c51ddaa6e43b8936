"""The name a person may have meant."""

from collections.abc import Iterable

_LONG = 5
"""Names of so many letters may be two slips away, shorter ones one."""


def find_nearest_name(typed: str, names: Iterable[str]) -> str | None:
    """The name that begins with `typed`, or is a few slips of the keys away; None if none is."""
    lower = typed.lower()[:40]
    tolerance = 1 if len(lower) < _LONG else 2
    best: str | None = None
    for name in names:
        if lower and name.lower().startswith(lower):
            return name
        if abs(len(name) - len(lower)) <= tolerance:
            distance = _slips(lower, name.lower())
            if distance <= tolerance:
                best, tolerance = name, distance - 1
    return best


def _slips(typed: str, meant: str) -> int:
    """Letters put in, left out, mistaken or swapped with their neighbour (Damerau, restricted)."""
    before: list[int] = []
    row = list(range(len(meant) + 1))
    for i, letter in enumerate(typed, 1):
        before, last, row = row, before, [i]
        for j, other in enumerate(meant, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == meant[j - 2] and typed[i - 2] == other:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
