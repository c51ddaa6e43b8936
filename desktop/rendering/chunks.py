"""A text split into chunks that can be parsed one by one."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import NamedTuple

_GAP = re.compile(r"(?:^[ \t]*\n)+(?=\S)", re.MULTILINE)
"""Blank lines before a line that is not indented."""

_LIST_MARKER = re.compile(r"[ \t]*(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)", re.MULTILINE)
_LIST_LINE = re.compile(r"^" + _LIST_MARKER.pattern, re.MULTILINE)
_DEFINITION_LINE = re.compile(r"(?:.*\n(?:[ \t]*\n)?)?[ \t]*[:~][ \t]")
"""A meaning, or the term before one."""

_FENCE_LINE = re.compile(r"^[^\n`~]*(?:```|~~~)", re.MULTILINE)


class Chunk(NamedTuple):
    """Some whole blocks of a text; `first_line` counts from 0."""

    text: str
    first_line: int
    line_count: int


UnclosedFence = Callable[[str], str]
"""Gives the marks of the fence open at the end of a text, outside lists and quotes, or ""."""


def split_chunks(text: str, unclosed_fence: UnclosedFence) -> Iterator[Chunk]:
    """Splits `text` where a new block surely starts; where it may not, the chunk goes on.

    Parsing the chunks one by one gives what parsing the whole gives, link targets and footnotes
    apart. Lines must end in newlines. Blank lines between chunks belong to the one before them.
    """
    starts = [0, *_boundaries(text), len(text)]
    last = len(starts) - 1
    line = index = 0
    while index < last:
        start = starts[index]
        index += 1
        while index < last and (marks := _open_marks(text[start : starts[index]], unclosed_fence)):
            index = bisect_left(starts, _fence_end(text, starts[index], marks))
        piece = text[start : starts[index]]
        line_count = piece.count("\n") + (not piece.endswith("\n"))
        if piece.strip():
            yield Chunk(piece, line, line_count)
        line += line_count


def _boundaries(text: str) -> Iterator[int]:
    """Where a block starts, were there no fences."""
    start = 0
    for gap in _GAP.finditer(text):
        if _DEFINITION_LINE.match(text, gap.end()):
            continue
        if _LIST_MARKER.match(text, gap.end()) and _LIST_LINE.search(text, start, gap.start()):
            continue
        start = gap.end()
        if start:
            yield start


def _open_marks(piece: str, unclosed_fence: UnclosedFence) -> str:
    return unclosed_fence(piece) if _FENCE_LINE.search(piece) else ""


def _fence_end(text: str, position: int, marks: str) -> int:
    """Where the line that closes a fence ends, or the text."""
    closing = re.compile(rf"^ {{0,3}}{marks}{marks[0]}*[ \t]*$", re.MULTILINE)
    match = closing.search(text, position)
    return match.end() if match else len(text)
