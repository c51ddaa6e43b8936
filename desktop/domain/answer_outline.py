"""Outlines to begin an answer with."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

_ITEM = re.compile(r"^(?:-|\d+\.) .*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class AnswerOutline:
    """Headings and bullets that fit the answers of one round of interviews."""

    round: str
    title: str
    text: str


def fitting_first(
    outlines: Iterable[AnswerOutline], rounds: Collection[str]
) -> tuple[AnswerOutline, ...]:
    """The outlines, those of the given rounds before the others."""
    return tuple(sorted(outlines, key=lambda outline: outline.round not in rounds))


def placed_outline(outline: str, before: str, after: str) -> str:
    """An outline as it goes in between two texts, with a blank line on either side of it."""
    text = outline.strip("\n") + "\n"
    if before.strip() and not before.endswith("\n\n"):
        text = ("\n" if before.endswith("\n") else "\n\n") + text
    if after.strip() and not after.startswith("\n"):
        text += "\n"
    return text


def first_gap(outline: str) -> int:
    """The end of the first list item of an outline, where writing begins; else its beginning."""
    item = _ITEM.search(outline)
    return item.end() if item else 0
