"""Code tokens by line."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop.rendering.page_tree import CodeToken

_TAB = "    "


class CodeLine(NamedTuple):
    """The tokens of one line; `indent` counts the blanks it starts with."""

    tokens: tuple[CodeToken, ...]
    indent: int


def code_lines(tokens: Sequence[CodeToken]) -> list[CodeLine]:
    """The lines of a code block, at least one; tabs as four blanks."""
    lines: list[list[CodeToken]] = [[]]
    for kind, text in tokens:
        first, *others = text.replace("\t", _TAB).split("\n")
        if first:
            lines[-1].append((kind, first))
        lines.extend([(kind, piece)] if piece else [] for piece in others)
    return [CodeLine(tuple(line), _indent(line)) for line in lines]


def _indent(line: Sequence[CodeToken]) -> int:
    text = "".join(text for _, text in line)
    return len(text) - len(text.lstrip(" "))
