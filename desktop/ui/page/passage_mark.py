"""A passage that is highlighted on a page."""

from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from desktop.domain.passage import find_passage
from desktop.domain.utf16 import utf16_offsets

SIGHT_SHARE = 3
"""A passage that was out of sight comes to a third of the view's height."""


def show_passage(view: QTextBrowser, passage: str, colour: str) -> bool:
    """Highlight where the words of a passage stand and bring them into sight; False if nowhere."""
    text = view.document().toPlainText()
    found = find_passage(text, passage) if passage else None
    if found is None:
        view.setExtraSelections([])
        return False
    offsets = utf16_offsets(text)
    marked = QTextEdit.ExtraSelection()
    marked.cursor = QTextCursor(view.document())
    marked.cursor.setPosition(offsets[found.start])
    marked.cursor.setPosition(offsets[found.end], QTextCursor.MoveMode.KeepAnchor)
    marked.format.setBackground(QColor(colour))
    view.setExtraSelections([marked])
    _bring_into_sight(view, offsets[found.start])
    return True


def _bring_into_sight(view: QTextBrowser, position: int) -> None:
    start = QTextCursor(view.document())
    start.setPosition(position)
    rect = view.cursorRect(start)
    height_px = view.viewport().height()
    if rect.top() < 0 or rect.bottom() > height_px:
        bar = view.verticalScrollBar()
        bar.setValue(bar.value() + rect.top() - height_px // SIGHT_SHARE)
