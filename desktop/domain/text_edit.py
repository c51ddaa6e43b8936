"""One change to a text, with what is selected after it."""

from collections.abc import Callable
from typing import NamedTuple


class TextEdit(NamedTuple):
    """Replaces what stands from `start` to `end` by `text`, then selects from `anchor` to `caret`.

    All offsets count characters (code points); `anchor` and `caret` count in the changed text.
    """

    start: int
    end: int
    text: str
    anchor: int
    caret: int

    def applied_to(self, text: str) -> str:
        """The text with the change made."""
        return text[: self.start] + self.text + text[self.end :]


TextStep = Callable[[str, int, int], TextEdit | None]
"""Gives the change to make of a text and a selection's start and end; None if there is none."""


def insertion(start: int, end: int, before: str, after: str = "") -> TextEdit:
    """Puts text in place of a selection, with the caret between `before` and `after`."""
    caret = start + len(before)
    return TextEdit(start, end, before + after, caret, caret)


def no_change(start: int, end: int) -> TextEdit:
    """The change that leaves text and selection as they are."""
    return TextEdit(start, start, "", start, end)
