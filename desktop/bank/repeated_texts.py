"""Rubric points and sentences that stand in more than one question."""

from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from desktop.bank.question_file import QuestionFile
from desktop.bank.text_places import points_with_lines, sentences
from desktop.domain.near_texts import NearTexts
from desktop.domain.problem import Problem

FEWEST_POINT_WORDS = 5
FEWEST_SENTENCE_WORDS = 10
"""Shorter ones may well be said twice."""

SHOWN_LETTERS = 60


class _Place(NamedTuple):
    path: Path
    line: int
    kind: str
    text: str


class RepeatedTexts:
    """Takes the questions of a bank one by one, then tells what they have in common."""

    def __init__(self) -> None:
        self._near = NearTexts()
        self._places: list[_Place] = []

    def add(self, file: QuestionFile) -> None:
        """Take the points and sentences of a file."""
        for line, point in points_with_lines(file):
            self._add(file, line, "point", point.text, FEWEST_POINT_WORDS)
        for place in sentences(file):
            self._add(file, place.line, "sentence", place.text, FEWEST_SENTENCE_WORDS)

    def find(self) -> tuple[Problem, ...]:
        """One remark for each two files of different ids that repeat something."""
        pairs: defaultdict[tuple[Path, Path], list[tuple[_Place, _Place]]] = defaultdict(list)
        for later, earlier in self._near.pairs():
            ours, theirs = self._places[later], self._places[earlier]
            pairs[ours.path, theirs.path].append((ours, theirs))
        return tuple(sorted(map(_told, pairs.values())))

    def _add(self, file: QuestionFile, line: int, kind: str, text: str, fewest_words: int) -> None:
        if len(text.split()) >= fewest_words:
            self._near.add(file.question.id, text)
            self._places.append(_Place(file.path, line, kind, text[:SHOWN_LETTERS]))


def _told(repeated: list[tuple[_Place, _Place]]) -> Problem:
    ours, theirs = repeated[0]
    more = f" (and {len(repeated) - 1} more there)" if len(repeated) > 1 else ""
    shown = ours.text if len(ours.text) < SHOWN_LETTERS else f"{ours.text.rstrip()}…"
    message = (
        f"this {ours.kind} stands nearly so in {theirs.path.name}:{theirs.line}{more}, "
        f"“{shown}”; say what only this question asks"
    )
    return Problem(ours.path, ours.line, message)
