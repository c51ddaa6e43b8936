"""What a text block carries for the backdrop: bars, cards, markers, rules; and pills in its text.

The marks are properties of the block's format, so they move with the text.
"""

from enum import IntEnum
from typing import NamedTuple

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextFormat

_FIRST = QTextFormat.Property.UserProperty.value


class Mark(IntEnum):
    """Property numbers of the marks."""

    BARS = _FIRST + 1  # left edges in pixels of the quotes around the block
    NEW_BARS = _FIRST + 2  # index of the first bar that starts with this block
    CARD = _FIRST + 3  # left edge in pixels of the card behind a line of code
    CARD_EDGE = _FIRST + 4  # CardEdge flags
    LABEL = _FIRST + 5  # the language of a card
    MARKERS = _FIRST + 6  # list markers, as written by `with_markers`
    RULE = _FIRST + 7  # left edge in pixels of a line across the page
    PILL = _FIRST + 8  # on characters: code in a line
    SENTINEL = _FIRST + 9  # the empty block after each block of the page
    FOOTNOTE = _FIRST + 10  # number of the footnote that starts here
    FORMULA = _FIRST + 11  # on characters: the TeX of a formula
    IS_DISPLAY = _FIRST + 12  # on characters: whether the formula stands on a line of its own
    ASIDE = _FIRST + 14  # on characters: said of the text, no part of it
    IMAGE = _FIRST + 15  # on characters: the name of an image
    STRUT = _FIRST + 13  # on characters: height in pixels of what only makes room


class CardEdge(IntEnum):
    """Which ends of its card a line of code is."""

    NONE = 0
    TOP = 1
    BOTTOM = 2
    BOTH = 3


class Marker(NamedTuple):
    """A list marker: "disc", "circle", "square", "done", "open", or a number such as "1."."""

    kind: str
    right_px: float


def with_markers(block_format: QTextBlockFormat, markers: list[Marker]) -> None:
    """Puts list markers on a block; they stand left of its first line."""
    words = (f"{marker.kind}@{marker.right_px}" for marker in markers)
    block_format.setProperty(Mark.MARKERS, " ".join(words))


def markers_of(block_format: QTextBlockFormat) -> list[Marker]:
    """The list markers of a block."""
    words = block_format.stringProperty(Mark.MARKERS).split()
    pairs = (word.split("@") for word in words)
    return [Marker(kind, float(right)) for kind, right in pairs]


def with_bars(block_format: QTextBlockFormat, bars: tuple[float, ...], new_from: int) -> None:
    """Puts quote bars on a block; those from index `new_from` on do not join the block above."""
    block_format.setProperty(Mark.BARS, " ".join(map(str, bars)))
    block_format.setProperty(Mark.NEW_BARS, new_from)


def bars_of(block_format: QTextBlockFormat) -> tuple[float, ...]:
    """Left edges in pixels of the quote bars of a block."""
    return tuple(map(float, block_format.stringProperty(Mark.BARS).split()))


def is_pill(char_format: QTextCharFormat) -> bool:
    """Whether characters are code in a line of text."""
    return char_format.boolProperty(Mark.PILL)
