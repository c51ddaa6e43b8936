"""Ways around the answer: to one of its headings, and into an outline."""

from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from desktop.domain.answer_outline import first_gap, fitting_first, placed_outline
from desktop.domain.text_headings import find_headings
from desktop.domain.utf16 import utf16_offsets
from desktop.domain.vocabulary import spelled_out
from desktop.rendering.page_tree import Heading, Page, plain_text
from desktop.services.answer_outlines import read_outlines
from desktop.ui.answer_pane import AnswerPane
from desktop.ui.page.page_view import PageView
from desktop.ui.palette import Palette, PaletteRow, fitting_rows


class WritingFlow(QObject):
    """Offers headings and outlines, and does in the editor what was chosen."""

    def __init__(
        self,
        window: QWidget,
        pane: AnswerPane,
        resources: Path,
        find_rounds: Callable[[], Collection[str]],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._pane = pane
        self._resources = resources
        self._find_rounds = find_rounds

    def choose_heading(self) -> None:
        """Offer the headings of the answer on show, written or rendered, to go to."""
        shown = self._pane.shown_text
        rows = _page_rows(shown.page()) if isinstance(shown, PageView) else self._text_rows()
        placeholder = "Type words of a heading" if rows else "There are no headings yet"
        find_rows = partial(fitting_rows, rows)
        palette = Palette("headingPalette", "Go to heading", placeholder, find_rows, self._window)
        palette.chosen.connect(self._go_to)
        palette.open()

    def choose_outline(self) -> None:
        """Offer outlines to insert, those for the question's own rounds first."""
        rows = [
            PaletteRow(outline.title, outline.text, hint=spelled_out(outline.round))
            for outline in fitting_first(read_outlines(self._resources), self._find_rounds())
        ]
        find_rows = partial(fitting_rows, rows)
        palette = Palette(
            "outlinePalette", "Insert an outline", "Type a round", find_rows, self._window
        )
        palette.chosen.connect(self._insert)
        palette.open()

    def _text_rows(self) -> list[PaletteRow]:
        headings = find_headings(self._pane.editor.toPlainText())
        return [_row(heading.level, heading.text, heading.start) for heading in headings]

    def _go_to(self, start: int) -> None:
        shown = self._pane.shown_text
        if isinstance(shown, PageView):
            shown.scroll_to_block(start)
            shown.setFocus()
            return
        text = self._pane.editor.toPlainText()
        self._pane.focus_editor()
        self._pane.show_place(utf16_offsets(text)[start])

    def _insert(self, outline: str) -> None:
        self._pane.focus_editor()
        editor = self._pane.editor
        cursor = editor.textCursor()
        cursor.clearSelection()
        start = cursor.position()
        text = placed_outline(outline, _text_before(cursor), _text_after(cursor))
        cursor.insertText(text)
        cursor.setPosition(start + utf16_offsets(text)[first_gap(text)])
        editor.setTextCursor(cursor)
        editor.ensureCursorVisible()


def _page_rows(page: Page) -> list[PaletteRow]:
    """The headings of a page, with the index of the block each of them is."""
    return [
        _row(block.level, plain_text(block.children), index)
        for index, block in enumerate(page.blocks)
        if isinstance(block, Heading)
    ]


def _row(level: int, text: str, place: int) -> PaletteRow:
    return PaletteRow("    " * (level - 1) + text, place)


def _text_before(place: QTextCursor) -> str:
    """The line before `place` and its own up to there."""
    cursor = QTextCursor(place)
    cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
    cursor.setPosition(place.position(), QTextCursor.MoveMode.KeepAnchor)
    return cursor.selection().toPlainText()


def _text_after(place: QTextCursor) -> str:
    """The rest of the line from `place` on."""
    cursor = QTextCursor(place)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()
