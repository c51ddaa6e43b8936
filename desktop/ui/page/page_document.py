"""A page in a text document, of which only what changed is written anew."""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from itertools import accumulate
from typing import NamedTuple

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from desktop.rendering.formula import FormulaKey
from desktop.rendering.page_tree import Block
from desktop.ui.page.formula_object import FORMULA_TYPE, FormulaObject
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.page.image_object import IMAGE_TYPE, ImageObject, ImageReader
from desktop.ui.page.page_style import PageStyle
from desktop.ui.page.page_writer import PageWriter, Written

SCROLL_BAR_PX = 20.0


class Change(NamedTuple):
    """Blocks of the page from index `first` on that gave way to others."""

    first: int
    removed: int
    added: int

    def moved(self, index: int) -> int:
        """Where the block that was at `index` is now."""
        if index >= self.first + self.removed:
            return index + self.added - self.removed
        return index


class PageDocument:
    """Keeps a text document equal to a page.

    Each block of the page is a region of whole text blocks, the last of them its sentinel.
    """

    def __init__(self, document: QTextDocument, style: PageStyle, shelf: FormulaShelf) -> None:
        self._document = document
        self._shelf = shelf
        self._images = ImageObject(document)
        self._writer = PageWriter(style, shelf, self._images)
        self._blocks: tuple[Block, ...] = ()
        self._text_block_counts: list[int] = []
        self._written: list[Written] = []
        self._fitted_px = document.textWidth()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        self._formulas = FormulaObject(shelf, document)
        document.documentLayout().registerHandler(FORMULA_TYPE, self._formulas)
        document.documentLayout().registerHandler(IMAGE_TYPE, self._images)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the page that is shown."""
        return self._blocks

    def show(self, blocks: Sequence[Block], at_most: int | None = None) -> Change:
        """Makes the document show `blocks`, writing only those that differ.

        Where more than `at_most` would be written, it shows the beginning up to there.
        """
        new = tuple(blocks)
        change = _difference(self._blocks, new)
        if at_most is not None and change.added > at_most:
            new = new[: change.first + at_most]
            change = _difference(self._blocks, new)
        if change.removed or change.added:
            self._replace(change, new[change.first : change.first + change.added])
            self._blocks = new
        return change

    def set_image_reader(self, reader: ImageReader) -> None:
        """Reads the images of what is shown next by `reader`; those of another one go."""
        if self._images.set_reader(reader):
            self.show(())

    def set_style(self, style: PageStyle) -> None:
        """Writes the whole page anew in `style`."""
        self._writer = PageWriter(style, self._shelf, self._images)
        count = len(self._blocks)
        self._replace(Change(0, count, count), self._blocks)

    def write_formulas(self, keys: Collection[FormulaKey]) -> None:
        """Writes anew the blocks that waited for formulas of `keys`."""
        for index, written in enumerate(self._written):
            if not written.awaited.isdisjoint(keys):
                self._replace(Change(index, 1, 1), self._blocks[index : index + 1])

    def fit_tables(self) -> None:
        """Writes the tables anew whose columns the width of the document does not fit any more."""
        before_px, now_px = self._fitted_px, self._document.textWidth()
        # A scroll bar that is needed for the wider form only would come and go for ever.
        if before_px <= now_px <= before_px + SCROLL_BAR_PX:
            return
        self._fitted_px = now_px
        narrow_px = min(before_px, now_px) if before_px > 0 else now_px
        for index, written in enumerate(self._written):
            if written.tables_px > narrow_px:
                self._replace(Change(index, 1, 1), self._blocks[index : index + 1])

    def block_at(self, position: int) -> int:
        """The index of the page's block that holds a position of the document."""
        number = self._document.findBlock(position).blockNumber()
        ends = list(accumulate(self._text_block_counts))
        return max(0, min(bisect_right(ends, number), len(ends) - 1))

    def position_of(self, index: int) -> int:
        """Where in the document the page's block of this index starts; -1 past the last."""
        return self._start(index) if index < len(self._blocks) else -1

    def _start(self, index: int) -> int:
        number = sum(self._text_block_counts[:index])
        return self._document.findBlockByNumber(number).position()

    def _replace(self, change: Change, blocks: Sequence[Block]) -> None:
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        end = change.first + change.removed
        is_fresh = True
        if end < len(self._text_block_counts):
            self._remove_before(cursor, change.first, end)
            if blocks:
                self._open_before(cursor)
        elif change.first:
            self._remove_rest(cursor, change.first)
            is_fresh = False
        else:
            self._remove_all(cursor)
        self._write(cursor, change, blocks, is_fresh=is_fresh)
        cursor.endEditBlock()

    def _remove_all(self, cursor: QTextCursor) -> None:
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        cursor.setBlockFormat(QTextBlockFormat())
        cursor.setBlockCharFormat(QTextCharFormat())

    def _remove_before(self, cursor: QTextCursor, first: int, end: int) -> None:
        """Removes regions; what follows them keeps its looks."""
        cursor.setPosition(self._start(end))
        block_format, char_format = cursor.blockFormat(), cursor.blockCharFormat()
        cursor.setPosition(self._start(first), QTextCursor.MoveMode.KeepAnchor)
        if cursor.hasSelection():
            cursor.removeSelectedText()
            cursor.setBlockFormat(block_format)
            cursor.setBlockCharFormat(char_format)

    def _open_before(self, cursor: QTextCursor) -> None:
        """Makes an empty text block before the one at `cursor` and goes there."""
        cursor.insertBlock(cursor.blockFormat(), cursor.blockCharFormat())
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)

    def _remove_rest(self, cursor: QTextCursor, first: int) -> None:
        """Removes the regions from `first` to the end and stays at the end of the one before."""
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if first == len(self._text_block_counts):
            return
        end = cursor.position()
        cursor.setPosition(self._start(first) - 1)
        block_format, char_format = cursor.blockFormat(), cursor.blockCharFormat()
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        cursor.setBlockFormat(block_format)
        cursor.setBlockCharFormat(char_format)

    def _write(
        self, cursor: QTextCursor, change: Change, blocks: Sequence[Block], *, is_fresh: bool
    ) -> None:
        """Writes blocks at `cursor`, which is in an empty text block if `is_fresh`."""
        counts: list[int] = []
        written: list[Written] = []
        for index, block in enumerate(blocks, start=change.first):
            before = self._document.blockCount() - is_fresh
            is_top = index == 0
            written.append(
                self._writer.write_block(block, cursor, is_top=is_top, is_fresh=is_fresh)
            )
            counts.append(self._document.blockCount() - before)
            is_fresh = False
        replaced = slice(change.first, change.first + change.removed)
        self._text_block_counts[replaced] = counts
        self._written[replaced] = written


def _difference(old: tuple[Block, ...], new: tuple[Block, ...]) -> Change:
    """The smallest stretch that differs; the first block of a page differs from it elsewhere."""
    most = min(len(old), len(new))
    first = 0
    while first < most and _is_same(old[first], new[first]):
        first += 1
    if first == len(old) == len(new):
        return Change(first, 0, 0)
    # The first block of a page has no air above it, so it cannot move elsewhere unwritten.
    most_after = most - max(first, 1)
    same_after = 0
    while same_after < most_after and _is_same(old[-1 - same_after], new[-1 - same_after]):
        same_after += 1
    return Change(first, len(old) - same_after - first, len(new) - same_after - first)


def _is_same(old: Block, new: Block) -> bool:
    return old is new or old == new
