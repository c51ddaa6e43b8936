"""Where the blocks of a page are, in pixels of its document."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextDocument

from desktop.ui.page.block_marks import Mark
from desktop.ui.page.page_document import PageDocument


class Place(NamedTuple):
    """A place in a block of the page: so many pixels and such a share of it down."""

    block_index: int
    offset_px: float
    share: float


class PagePlaces:
    """Turns heights in a document into places of its page and back."""

    def __init__(self, document: QTextDocument, page_document: PageDocument) -> None:
        self._document = document
        self._page_document = page_document

    def place_at(self, y_px: float) -> Place:
        """The place at a height."""
        layout = self._document.documentLayout()
        position = layout.hitTest(QPointF(0, y_px), Qt.HitTestAccuracy.FuzzyHit)
        index = self._page_document.block_at(max(0, position))
        start_px, end_px = self._extent(index)
        share = (y_px - start_px) / max(1.0, end_px - start_px)
        return Place(index, y_px - start_px, min(1.0, max(0.0, share)))

    def height_of(self, index: int, share: float = 0.0) -> float:
        """How far down the page's block of this index starts, or a share of it is done."""
        start_px, end_px = self._extent(index)
        return start_px + share * (end_px - start_px)

    def height_of_footnote(self, number: int) -> float:
        """How far down a footnote starts; the end of the page if there is none."""
        layout = self._document.documentLayout()
        block = self._document.lastBlock()
        while block.isValid():
            if block.blockFormat().intProperty(Mark.FOOTNOTE) == number:
                return layout.blockBoundingRect(block).top()
            block = block.previous()
        return layout.documentSize().height()

    def _extent(self, index: int) -> tuple[float, float]:
        """How far down a block of the page starts, and the one after it.

        The first starts at the very top: the margin above it is its own.
        """
        layout = self._document.documentLayout()
        last_px = layout.documentSize().height()
        tops = []
        for each in (index, index + 1):
            block = self._document.findBlock(self._page_document.position_of(each))
            tops.append(layout.blockBoundingRect(block).top() if block.isValid() else last_px)
        return (tops[0] if index else 0.0), tops[1]
