"""Makes the changes of pure edit steps in an editor, each one step of its undo."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from desktop.domain.text_edit import TextEdit, TextStep
from desktop.domain.text_neighbourhood import neighbourhood
from desktop.domain.utf16_offsets import from_utf16, to_utf16


def run_step(editor: QTextEdit, step: TextStep) -> bool:
    """Make the change a step gives for the editor's selection; False if it gives none."""
    text = editor.toPlainText()
    cursor = editor.textCursor()
    start = from_utf16(text, cursor.selectionStart())
    end = from_utf16(text, cursor.selectionEnd())
    first, last = neighbourhood(text, start, end)
    near = step(text[first:last], start - first, end - first)
    if near is None:
        return False
    places = (near.start, near.end, near.anchor, near.caret)
    begin, finish, anchor, caret = (place + first for place in places)
    _apply(editor, text, TextEdit(begin, finish, near.text, anchor, caret))
    return True


def _apply(editor: QTextEdit, text: str, edit: TextEdit) -> None:
    cursor = editor.textCursor()
    if edit.text != text[edit.start : edit.end]:
        cursor.beginEditBlock()
        _select(cursor, to_utf16(text, edit.start), to_utf16(text, edit.end))
        cursor.removeSelectedText()
        cursor.insertText(edit.text)
        cursor.endEditBlock()
    changed = edit.applied_to(text)
    _select(cursor, to_utf16(changed, edit.anchor), to_utf16(changed, edit.caret))
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()


def _select(cursor: QTextCursor, anchor: int, caret: int) -> None:
    cursor.setPosition(anchor)
    cursor.setPosition(caret, QTextCursor.MoveMode.KeepAnchor)
