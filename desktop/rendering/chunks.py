"""A text split into chunks that can be parsed one by one."""

import re
from collections.abc import Callable, Iterator
from itertools import chain
from typing import NamedTuple

_GAP = re.compile(r"(?:^[ \t]*\n)+(?=\S)", re.MULTILINE)
"""Blank lines before a line that is not indented."""

_LIST_MARKER = re.compile(r"[ \t]*(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)", re.MULTILINE)
_LIST_LINE = re.compile(r"^" + _LIST_MARKER.pattern, re.MULTILINE)
_DEFINITION_LINE = re.compile(r"(?:.*\n(?:[ \t]*\n)?)?[ \t]*[:~][ \t]")
"""A meaning, or the term before one."""

_FENCE_LINE = re.compile(r"^[^\n`~]*(?:```|~~~)", re.MULTILINE)

_REACH = 2
"""How many chunks before an edited one it may join: a term may stand between it and the next."""


class Chunk(NamedTuple):
    """Some whole blocks of a text and the blank lines after them."""

    text: str
    line_count: int


UnclosedFence = Callable[[str], str]
"""Gives the marks of the fence open at the end of a text, outside lists and quotes, or ""."""


class ChunkSplitter:
    """Splits texts where a new block surely starts; where it may not, the chunk goes on.

    Parsing the chunks one by one gives what parsing the whole gives, link targets and footnotes
    apart. Of a text that resembles the last one only the surroundings of the edit are split anew;
    the other chunks are the same objects as before.
    """

    def __init__(self, unclosed_fence: UnclosedFence) -> None:
        self._unclosed_fence = unclosed_fence
        self._chunks: list[Chunk] = []

    def split(self, text: str) -> list[Chunk]:
        """The chunks of `text`, whose lines end in newlines; joined they are the text."""
        old = self._chunks
        same_before, start = self._same_before(text)
        same_after, tail_starts = self._same_after(text, start, len(old) - same_before)
        reached = old[max(0, same_before - _REACH) : same_before]
        start -= sum(len(chunk.text) for chunk in reached)
        split = old[: same_before - len(reached)]
        for position, piece in self._pieces(text, start):
            tail = tail_starts.get(position)
            if tail is not None:
                split += old[len(old) - same_after + tail :]
                break
            split.append(Chunk(piece, piece.count("\n") + (not piece.endswith("\n"))))
        self._chunks = split
        return list(split)

    def _same_before(self, text: str) -> tuple[int, int]:
        """How many of the last chunks `text` starts with, and where it goes on."""
        position = 0
        for index, chunk in enumerate(self._chunks):
            if not text.startswith(chunk.text, position):
                return index, position
            position += len(chunk.text)
        return len(self._chunks), position

    def _same_after(self, text: str, start: int, most: int) -> tuple[int, dict[int, int]]:
        """How many of the last chunks `text` ends with, and where in it each of them starts."""
        position = len(text)
        starts: list[int] = []
        for chunk in self._chunks[: -most - 1 : -1] if most else ():
            position -= len(chunk.text)
            if position < start or not text.startswith(chunk.text, position):
                break
            starts.append(position)
        return len(starts), {place: index for index, place in enumerate(reversed(starts))}

    def _pieces(self, text: str, start: int) -> Iterator[tuple[int, str]]:
        """The chunks from `start` on, with where they start."""
        boundaries = chain(_boundaries(text, start), [len(text)])
        end = start
        while end < len(text):
            start, end = end, next(boundaries)
            unread = start
            while end < len(text) and (marks := self._open_marks(text[unread:end])):
                # What follows a closed fence starts anew, so all is read only once.
                unread = _fence_end(text, end, marks)
                end = next(boundary for boundary in boundaries if boundary >= unread)
            yield start, text[start:end]

    def _open_marks(self, piece: str) -> str:
        return self._unclosed_fence(piece) if _FENCE_LINE.search(piece) else ""


def _boundaries(text: str, start: int) -> Iterator[int]:
    """Where a block starts behind `start`, were there no fences."""
    for gap in _GAP.finditer(text, start):
        if _DEFINITION_LINE.match(text, gap.end()):
            continue
        if _LIST_MARKER.match(text, gap.end()) and _LIST_LINE.search(text, start, gap.start()):
            continue
        if gap.start() > 0:
            start = gap.end()
            yield start


def _fence_end(text: str, position: int, marks: str) -> int:
    """Where the line that closes a fence ends, or the text."""
    closing = re.compile(rf"^ {{0,3}}{marks}{marks[0]}*[ \t]*$", re.MULTILINE)
    match = closing.search(text, position)
    return match.end() if match else len(text)
