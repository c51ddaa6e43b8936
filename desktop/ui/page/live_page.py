"""The page of a text that is being written."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QScrollBar, QWidget

from desktop.rendering.formula import FormulaKey
from desktop.rendering.line_map import BlockPlace, LineMap
from desktop.rendering.page_tree import Block, Page
from desktop.rendering.tree_formulas import formulas_in
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.page.image_object import ImageReader, no_images
from desktop.ui.page.page_style import PageStyle
from desktop.ui.page.page_view import PageView

if TYPE_CHECKING:
    from desktop.rendering.live_renderer import RenderedText


class LivePage(PageView):
    """Shows each state of a text, writing only what changed, and knows where its lines are."""

    def __init__(
        self, style: PageStyle, formulas: FormulaShelf, parent: QWidget | None = None
    ) -> None:
        super().__init__(style, parent, formulas=formulas)
        self._shelf = formulas
        self._lines = LineMap()
        self._images: ImageReader = no_images

    def set_images(self, images: ImageReader) -> None:
        """Says how the pictures of the text are read; what was read otherwise goes."""
        if images != self._images:
            self._images = images
            self.set_page(Page(), images)

    def show_text(self, rendered: "RenderedText") -> None:
        """Shows the next state of the text; what is at the top of the view stays there."""
        self._let_stand_in(self.page().blocks, rendered.page.blocks)
        self._lines = rendered.lines
        if self.page().blocks:
            self.update_page(rendered.page)
        else:
            self.set_page(rendered.page, self._images)

    @property
    def scroll_bar(self) -> QScrollBar:
        return self.verticalScrollBar()

    def line_at(self, y_px: float) -> float:
        """The line of the text, counted from 0, that became what is so far down the page."""
        place = self.place_at(y_px)
        return self._lines.line_of(BlockPlace(place.block_index, place.share))

    def height_of_line(self, line: float) -> float:
        """How far down the page is what became of a line of the text, in pixels."""
        if line >= self._lines.line_count:
            return self.document().size().height()
        return self.height_of(*self._lines.place_of(line))

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
                    self._shelf.let_stand_in(before, after)
