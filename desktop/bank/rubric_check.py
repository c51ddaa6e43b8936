"""Whether each rubric point can be found in an answer: it names something, and it has cues."""

from collections.abc import Iterator

from desktop.bank.question_file import QuestionFile
from desktop.bank.text_places import points_with_lines
from desktop.domain.question import Part
from desktop.domain.vague_words import names_something

SHOWN_LETTERS = 60

Remark = tuple[int, str]
"""A line and what is said of it."""


def missing_cues(file: QuestionFile) -> Iterator[Remark]:
    """Yield the line of each point without cues, or of the rubric if no point has any."""
    points = list(points_with_lines(file))
    if points and not any(point.cues for _, point in points):
        line = file.lines.get(Part.EXPECTATIONS, 1)
        yield line, "no point has cues; add a last line `cues: …` with the words that show each"
        return
    for line, point in points:
        if not point.cues:
            yield line, "this point has no cues; add a last line `cues: …` with words that show it"


def vague_points(file: QuestionFile) -> Iterator[Remark]:
    """Yield the line of each point that only praises."""
    for line, point in points_with_lines(file):
        if not names_something(point.text):
            shown = point.text[:SHOWN_LETTERS]
            yield line, f"“{shown}” praises and names nothing; say what the answer writes or names"
