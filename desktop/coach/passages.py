"""An answer cut into the passages that can carry a point: sentences, rows, code, formulas."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import groupby

from desktop.domain.markdown_lines import LineKind, MarkdownLine, scan_lines

LONGEST_PASSAGE = 1_200
"""Code points; what is longer is cut, as nobody reads it as one sentence."""
MOST_CODE_LINES = 8
"""Lines of code that are quoted together."""

_ITEM_MARK = re.compile(r"\s*(?:>\s*)*(?:(?:[-*+•]|\d{1,9}[.)])\s+)?(?:\[[ xX]\]\s+)?")
_HEADING_MARK = re.compile(r"\s*#{1,6}\s+")
_ITEM = re.compile(r"\s*(?:>\s*)*(?:[-*+•]|\d{1,9}[.)])\s+\S")
_ROW = re.compile(r"\s*\|")
_RULE = re.compile(r"[\s|:=_*-]*")
_UNBROKEN = re.compile(r"``[^`]*``|`[^`\n]*`|\$\$[^$]*\$\$|\$(?=\S)[^$\n]*?(?<=\S)\$")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)\]*_]*\s+(?=[A-Z0-9\"'“‘(\[$*_`\\]|[^\x00-\x7f])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|cf|al|approx|resp|ca|Fig|Eq|Sec|No|Dr|Mr|Mrs|Prof|St)|\b[A-Z])\.$"
)
_WORD_GAP = re.compile(r"\s+")


class PassageKind(Enum):
    """What a passage is made of."""

    SENTENCE = "sentence"
    HEADING = "heading"
    ROW = "table row"
    CODE = "code"
    FORMULA = "formula"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the answer from `start` to `end`, in code points."""

    start: int
    end: int
    kind: PassageKind


def split_passages(answer: str) -> Iterator[Passage]:
    """The passages of an answer in Markdown, in order; none is empty and none overlap."""
    for kind, lines in _blocks(answer):
        start, end = lines[0].start, lines[-1].start + len(lines[-1].text)
        if kind is PassageKind.SENTENCE:
            mark = _ITEM_MARK.match(answer, start, end)
            spans = _sentences(answer, mark.end() if mark else start, end)
        elif kind is PassageKind.HEADING:
            mark = _HEADING_MARK.match(answer, start, end)
            spans = iter([(mark.end() if mark else start, end)])
        else:
            spans = iter([(start, end)])
        for span in spans:
            for first, last in _bounded(answer, *span):
                if not _RULE.fullmatch(answer, first, last):
                    yield Passage(first, last, kind)


def _blocks(answer: str) -> Iterator[tuple[PassageKind, Sequence[MarkdownLine]]]:
    """Runs of lines that belong together: a paragraph, an item, a row, a stretch of code."""
    number = 0
    previous = LineKind.PLAIN
    numbered: list[tuple[int, PassageKind, MarkdownLine]] = []
    for line in scan_lines(answer):
        kind = _kind_of(line)
        if kind is None or _opens_block(line, kind, previous):
            number += 1
        if kind is not None:
            numbered.append((number, kind, line))
        previous = line.kind
    for (_, kind), group in groupby(numbered, key=lambda each: each[:2]):
        lines = [line for _, _, line in group]
        step = MOST_CODE_LINES if kind is PassageKind.CODE else len(lines)
        for first in range(0, len(lines), step):
            yield kind, lines[first : first + step]


def _kind_of(line: MarkdownLine) -> PassageKind | None:
    if line.is_blank or line.kind in (LineKind.FENCE_OPEN, LineKind.FENCE_CLOSE):
        return None
    if line.kind is LineKind.FENCE_INSIDE:
        return PassageKind.CODE
    if line.kind is LineKind.MATH:
        return PassageKind.FORMULA
    if line.heading:
        return PassageKind.HEADING
    return PassageKind.ROW if _ROW.match(line.text) else PassageKind.SENTENCE


def _opens_block(line: MarkdownLine, kind: PassageKind, previous: LineKind) -> bool:
    if kind in (PassageKind.HEADING, PassageKind.ROW):
        return True
    if kind is PassageKind.FORMULA:
        return previous is not LineKind.MATH
    return kind is PassageKind.SENTENCE and bool(_ITEM.match(line.text))


def _sentences(answer: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    unbroken = [found.span() for found in _UNBROKEN.finditer(answer, start, end)]
    first = start
    for found in _SENTENCE_END.finditer(answer, start, end):
        while unbroken and unbroken[0][1] <= found.start():
            unbroken.pop(0)
        is_inside = bool(unbroken) and unbroken[0][0] < found.start()
        before = answer[max(first, found.start() - 8) : found.start()]
        if is_inside or _ABBREVIATION.search(before):
            continue
        yield first, found.end()
        first = found.end()
    yield first, end


def _bounded(answer: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch without blanks around it, in pieces of bounded length."""
    while start < end:
        last = min(end, start + LONGEST_PASSAGE)
        if last < end:
            gaps = [gap.start() for gap in _WORD_GAP.finditer(answer, start + 1, last)]
            last = gaps[-1] if gaps else last
        piece = answer[start:last]
        first = start + len(piece) - len(piece.lstrip())
        trimmed = start + len(piece.rstrip())
        if first < trimmed:
            yield first, trimmed
        start = last
