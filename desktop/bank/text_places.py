"""The points and sentences of a question file, each with its line."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from desktop.bank.question_file import QuestionFile
from desktop.domain.list_items import split_items
from desktop.domain.markdown_lines import MarkdownLine, scan_lines
from desktop.domain.question import Part
from desktop.domain.rubric import RubricPoint

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”*)]*\s+(?=[A-Z\"“*($])")
_LEADING_MARKS = re.compile(r"\s*(?:>\s?|[-*+•]\s+|\d{1,3}[.)]\s+)*")
_CUES = re.compile(r"\s*cues?:", re.IGNORECASE)
_NOT_PROSE = ("|", "#", "---")


class TextPlace(NamedTuple):
    """A stretch of a file's prose and its line, counted from 1."""

    line: int
    text: str


def line_of(file: QuestionFile, words: str, part: Part | None = None) -> int:
    """The line on which words begin, in a part or in the whole file; that of the part if none."""
    first = file.lines.get(part, 1) if part else 1
    sought = words.split("\n", 1)[0].strip()
    lines = file.text.splitlines()
    for number, text in enumerate(lines[first - 1 :], start=first):
        if sought in text:
            return number
    return first


def points_with_lines(file: QuestionFile) -> Iterator[tuple[int, RubricPoint]]:
    """Yield the rubric points, each with its line."""
    items = split_items(file.question.parts.get(Part.EXPECTATIONS, ""))
    for lines, point in zip(items, file.question.points, strict=True):
        yield line_of(file, lines[0], Part.EXPECTATIONS), point


def sentences(file: QuestionFile) -> Iterator[TextPlace]:
    """Yield the sentences of the prose outside the rubric: no code, math block, table or head."""
    is_front_matter = is_rubric = False
    for line in scan_lines(file.text):
        if line.number == 1 and line.text.strip() == "---":
            is_front_matter = True
        elif is_front_matter:
            is_front_matter = line.text.strip() not in ("---", "...")
        elif line.heading:
            is_rubric = line.number == file.lines.get(Part.EXPECTATIONS)
        elif not is_rubric and _is_prose(line):
            bare = _LEADING_MARKS.sub("", line.text, count=1)
            yield from (TextPlace(line.number, one) for one in _SENTENCE_END.split(bare))


def _is_prose(line: MarkdownLine) -> bool:
    text = line.text.lstrip()
    is_marked = text.startswith(_NOT_PROSE) or _CUES.match(text) is not None
    return line.is_plain and bool(text) and not is_marked
