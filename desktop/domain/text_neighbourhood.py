"""The part of a long text that decides what a key does, so that the rest is not read anew."""

import re
from bisect import bisect_right
from collections.abc import Sequence

REACH = 2_000
"""Characters on either side of a selection that are always part of it."""

_FENCE = re.compile(
    r"^(?P<before>[ \t>]*(?:(?:[-*+•]|\d{1,9}[.)])[ \t]+)*)(?:(?P<ticks>`{3,})(?P<info>[^`\n]*)"
    r"|(?P<tildes>~{3,})(?P<words>.*))$",
    re.MULTILINE,
)
_PARAGRAPH = re.compile(r"\n\n(?=[A-Za-z#])")


def neighbourhood(text: str, start: int, end: int, reach: int = REACH) -> tuple[int, int]:
    """Where the part around a selection begins and ends.

    Both are at paragraphs or headings outside of code, which no list, quote, table or formula
    crosses; its lines are what they are in the whole text.
    """
    first, last = 0, len(text)
    if len(text) <= 2 * reach:
        return first, last
    fences = _fences(text)
    if fences is None:
        return first, last
    for match in _PARAGRAPH.finditer(text, min(end + reach, len(text))):
        if not _is_inside(fences, match.end()):
            last = match.start()
            break
    at = start - reach
    while (at := text.rfind("\n\n", 0, max(at, 0))) > 0:
        if _PARAGRAPH.match(text, at) and not _is_inside(fences, at + 2):
            first = at + 2
            break
    return first, last


def _fences(text: str) -> Sequence[tuple[int, int]] | None:
    """Start and end of every code fence; None where one in a quote needs a closer look."""
    if "```" not in text and "~~~" not in text:
        return ()
    fences: list[tuple[int, int]] = []
    opened: tuple[int, str] | None = None
    for match in _FENCE.finditer(text):
        if ">" in match["before"]:
            return None
        marks = match["ticks"] or match["tildes"]
        if opened is None:
            opened = match.start(), marks
        elif (
            not match["before"].strip()
            and not (match["info"] or match["words"] or "").strip()
            and marks.startswith(opened[1])
        ):
            fences.append((opened[0], match.end()))
            opened = None
    return (*fences, (opened[0], len(text) + 1)) if opened else fences


def _is_inside(fences: Sequence[tuple[int, int]], offset: int) -> bool:
    index = bisect_right(fences, (offset, offset)) - 1
    return index >= 0 and offset <= fences[index][1]
