"""The coloured stretches of lines of code."""

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from desktop.rendering.page_tree import CodeToken


class CodeSpan(NamedTuple):
    """A stretch of one line of code with its Pygments token type, such as "Name.Function"."""

    start: int
    end: int
    kind: str


CodeLine: TypeAlias = tuple[CodeSpan, ...]


def code_lines(tokens: Iterable[CodeToken]) -> tuple[CodeLine, ...]:
    """The tokens of a code block cut at its lines; those without a type are left out."""
    lines: list[CodeLine] = []
    line: list[CodeSpan] = []
    place = 0
    for kind, text in tokens:
        for number, piece in enumerate(text.split("\n")):
            if number:
                lines.append(tuple(line))
                line, place = [], 0
            if kind and piece:
                line.append(CodeSpan(place, place + len(piece), kind))
            place += len(piece)
    return (*lines, tuple(line))
