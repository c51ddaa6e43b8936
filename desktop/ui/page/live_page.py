"""The page of a text that is being written."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from desktop.rendering.formula import FormulaKey
from desktop.rendering.page_tree import Block
from desktop.rendering.render_page import KnownChunks, PageRenderer, joined_page
from desktop.rendering.tree_formulas import formulas_in
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.page.page_view import PageView

if TYPE_CHECKING:
    from desktop.rendering.chunks import Chunk


class LivePage:
    """Keeps a view equal to the page of a text, doing again only the chunks that changed.

    It also knows which lines of the text became which place of the page.
    """

    def __init__(self, view: PageView, formulas: FormulaShelf) -> None:
        self._view = view
        self._formulas = formulas
        self._renderer = PageRenderer()
        self._chunks: list[Chunk] = []
        self._known: KnownChunks = {}
        self._first_blocks: list[int] = []

    def set_known(self, known: KnownChunks) -> None:
        """Takes chunks that a worker rendered, so that a long text is shown without delay."""
        self._known.update(known)

    def set_text(self, text: str) -> None:
        """Shows `text`; a keystroke costs about as much in a long text as in a short one."""
        chunks, pieces = self._renderer.render_with(text, self._known)
        self._chunks = chunks
        self._first_blocks = [0, *accumulate(len(piece.blocks) for piece in pieces)]
        page = joined_page(pieces)
        self._let_stand_in(self._view.page().blocks, page.blocks)
        self._view.update_page(page)

    def line_at_top(self) -> float:
        """The line of the text, counted from 0, that is at the top of the view."""
        place = self._view.place_at_top()
        index = bisect_right(self._first_blocks, place.block_index) - 1
        first_line = sum(chunk.line_count for chunk in self._chunks[:index])
        if index >= len(self._chunks):
            return float(first_line)
        first, following = self._first_blocks[index : index + 2]
        share = (place.block_index - first + place.share) / (following - first)
        return first_line + share * self._chunks[index].line_count

    def scroll_to_line(self, line: float) -> None:
        """Brings what became of a line of the text, counted from 0, to the top of the view."""
        ends = list(accumulate(chunk.line_count for chunk in self._chunks))
        index = min(bisect_right(ends, line), len(ends) - 1)
        if index < 0:
            return
        first, following = self._first_blocks[index : index + 2]
        line_count = self._chunks[index].line_count
        share = min(1.0, (line - ends[index] + line_count) / line_count)
        done = share * (following - first)
        block = min(int(done), max(0, following - first - 1))
        self._view.scroll_to_block(first + block, done - block)

    def _let_stand_in(self, old: Sequence[Block], new: Sequence[Block]) -> None:
        """Keeps the last good picture of a formula that is edited until the new one is there."""
        if len(old) != len(new):
            return
        for before, after in zip(old, new, strict=True):
            if before is not after and before != after:
                self._pair(formulas_in(before), formulas_in(after))

    def _pair(self, old: Iterator[FormulaKey], new: Iterator[FormulaKey]) -> None:
        befores, afters = list(old), list(new)
        if len(befores) == len(afters):
            for before, after in zip(befores, afters, strict=True):
                if before != after and before.is_display == after.is_display:
                    self._formulas.let_stand_in(before, after)
