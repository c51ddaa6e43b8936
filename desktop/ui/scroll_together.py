"""Lets the editor and its preview scroll together."""

from typing import Protocol

from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtWidgets import QScrollBar, QTextEdit

from desktop.ui.page.live_page import LivePage

MARGIN_EM = 2
"""Air that what is written keeps to the edges of the preview, in heights of the editor's text."""


class _Lined(Protocol):
    """A view that knows where the lines of the text are, in pixels from its beginning."""

    @property
    def scroll_bar(self) -> QScrollBar: ...

    def line_at(self, y_px: float) -> float: ...

    def height_of_line(self, line: float) -> float: ...


class _EditorLines:
    """Where the lines of the text are in its editor."""

    def __init__(self, editor: QTextEdit) -> None:
        self._editor = editor

    @property
    def scroll_bar(self) -> QScrollBar:
        return self._editor.verticalScrollBar()

    def line_at(self, y_px: float) -> float:
        layout = self._editor.document().documentLayout()
        position = layout.hitTest(QPointF(0, y_px), Qt.HitTestAccuracy.FuzzyHit)
        block = self._editor.document().findBlock(max(0, position))
        box = layout.blockBoundingRect(block)
        share = (y_px - box.top()) / max(1.0, box.height())
        return block.blockNumber() + min(1.0, max(0.0, share))

    def height_of_line(self, line: float) -> float:
        document = self._editor.document()
        number = min(int(line), document.blockCount() - 1)
        box = document.documentLayout().blockBoundingRect(document.findBlockByNumber(number))
        return box.top() + min(1.0, line - number) * box.height()

    @property
    def line_of_cursor(self) -> float:
        cursor = self._editor.textCursor()
        return cursor.blockNumber() + cursor.positionInBlock() / max(1, cursor.block().length())


class ScrollTogether(QObject):
    """Keeps what is read in the one view beside the same text in the other.

    The editor leads however it came to be scrolled; the preview only when the person scrolls it.
    While writing the preview stays where it is as long as it shows what is written.
    """

    def __init__(self, editor: QTextEdit, preview: LivePage) -> None:
        super().__init__(preview)
        self._editor = editor
        self._preview = preview
        self._lines = _EditorLines(editor)
        self._is_on = True
        self._is_leading = False
        self._is_writing = False
        editor.verticalScrollBar().valueChanged.connect(self._follow_editor)
        preview.verticalScrollBar().actionTriggered.connect(self._follow_preview)

    def set_on(self, *, is_on: bool) -> None:
        self._is_on = is_on
        self._follow_editor()

    def note_edit(self) -> None:
        """The text has changed and the preview does not show it yet."""
        self._is_writing = True

    def note_page(self) -> None:
        """The preview shows the text as it is now."""
        if self._is_writing:
            self._is_writing = False
            self._show_cursor()
        else:
            self._follow_editor()

    def _follow_editor(self) -> None:
        if self._is_on and not self._is_writing and not self._is_leading:
            _follow(self._lines, self._preview)

    def _follow_preview(self) -> None:
        if self._is_on and self._editor.isVisible():
            self._is_leading = True
            _follow(self._preview, self._lines)
            self._is_leading = False

    def _show_cursor(self) -> None:
        """Brings what is written beside the cursor if it is out of sight."""
        if not self._is_on:
            return
        cursor_px, room_px = self._editor.cursorRect().top(), self._editor.viewport().height()
        if not 0 <= cursor_px < room_px:
            self._follow_editor()
            return
        bar = self._preview.verticalScrollBar()
        margin_px = MARGIN_EM * self._editor.fontMetrics().height()
        y_px = self._preview.height_of_line(self._lines.line_of_cursor)
        height_px = self._preview.viewport().height()
        if not margin_px <= y_px - bar.value() <= height_px - margin_px:
            bar.setValue(round(y_px - cursor_px / room_px * height_px))


def _follow(leader: _Lined, follower: _Lined) -> None:
    """Scrolls so that a line is as far down in both views.

    It is the topmost at the beginning of the text and the last at its end, so that both views come
    to both ends together.
    """
    position_px = leader.scroll_bar.sliderPosition()
    share = position_px / max(1, leader.scroll_bar.maximum())
    line = leader.line_at(position_px + _look_px(leader, share))
    follower.scroll_bar.setValue(round(follower.height_of_line(line) - _look_px(follower, share)))


def _look_px(view: _Lined, share: float) -> float:
    """How far down a view its line is looked for: below the air at the top, or at the bottom."""
    air_px = view.height_of_line(0)
    return air_px + share * (view.scroll_bar.pageStep() - air_px)
