"""Gives blocks of text their formats, which are no part of the text and of its undo history."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextDocument, QTextLayout

from desktop.domain.utf16 import utf16_offsets


class Stretch(NamedTuple):
    """A stretch of a block, in characters, with its format; a later one lies on top."""

    start: int
    end: int
    format: QTextCharFormat


class BlockPainter:
    """Collects what changes in a run of blocks, so that it is laid out once.

    QSyntaxHighlighter would tell everybody that the text changed, and lay out after each block.
    """

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._first = self._end = -1

    def paint(self, block: QTextBlock, text: str, stretches: Sequence[Stretch]) -> None:
        """Give a block these formats, if it has others."""
        layout = block.layout()
        wanted = _ranges(text, stretches)
        if layout.preeditAreaText():
            wanted = _around_preedit(layout, wanted)
        if layout.formats() == wanted:
            return
        layout.setFormats(wanted)
        first, end = block.position(), block.position() + block.length()
        self._first = first if self._first < 0 else min(first, self._first)
        self._end = max(end, self._end)

    def lay_out(self) -> None:
        """Let the document lay out what has changed."""
        if self._first >= 0:
            self._document.markContentsDirty(self._first, self._end - self._first)
        self._first = self._end = -1


def _ranges(text: str, stretches: Sequence[Stretch]) -> list[QTextLayout.FormatRange]:
    if not stretches:
        return []
    offsets = utf16_offsets(text)
    return [
        _range(offsets[stretch.start], offsets[stretch.end], stretch.format)
        for stretch in stretches
    ]


def _range(start: int, end: int, looks: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, end - start, looks
    return made


def _around_preedit(
    layout: QTextLayout, wanted: list[QTextLayout.FormatRange]
) -> list[QTextLayout.FormatRange]:
    """The formats moved apart for what an input method is composing, with that one's own."""
    start, length = layout.preeditAreaPosition(), len(layout.preeditAreaText().encode("utf-16-le"))
    length //= 2
    own = [
        one
        for one in layout.formats()
        if start <= one.start and one.start + one.length <= start + length
    ]
    moved = []
    for one in wanted:
        is_behind, is_across = one.start >= start, one.start + one.length > start
        first = one.start + length if is_behind else one.start
        last = one.start + one.length + (length if is_across else 0)
        moved.append(_range(first, last, one.format))
    return moved + own
