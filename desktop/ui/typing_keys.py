"""The keys that do more than type a character: Enter, Tab, Backspace and marks in pairs."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTextEdit

from desktop.domain.line_continuation import break_line, continue_line
from desktop.domain.line_indentation import indent_lines, outdent_lines
from desktop.domain.paired_marks import close_math
from desktop.domain.table_cells import next_cell, previous_cell
from desktop.domain.text_edit import TextEdit, insertion
from desktop.ui.edit_steps import run_step
from desktop.ui.typed_pairs import TypedPairs

INDENT = "    "
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_EDITING_KEYS = (
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.SelectAll,
)


class TypingKeys:
    """Meets the keys of one editor, unless an input method composes a word."""

    def __init__(self, editor: QTextEdit) -> None:
        self._editor = editor
        self._pairs = TypedPairs(editor)
        self.is_pairing = True

    def forget(self) -> None:
        """The text is another one."""
        self._pairs.forget()

    def take(self, event: QKeyEvent) -> bool:
        """Do what a key means here; False if it is to be handled as in any text field."""
        if self._editor.isReadOnly() or self._is_composing():
            return False
        key = event.key()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_shifted = held == Qt.KeyboardModifier.ShiftModifier
        if is_shifted and key in _ENTER:
            return run_step(self._editor, break_line)
        if is_shifted and key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return run_step(self._editor, _shift_tab)
        if held == Qt.KeyboardModifier.NoModifier and key in (*_ENTER, Qt.Key.Key_Tab):
            return run_step(self._editor, _tab if key == Qt.Key.Key_Tab else self._enter)
        if held == Qt.KeyboardModifier.NoModifier and key == Qt.Key.Key_Backspace:
            return self._pairs.erase()
        return self.is_pairing and _is_typed(event) and self._pairs.take(event.text())

    def is_claimed(self, event: QKeyEvent) -> bool:
        """Whether a key with Ctrl belongs to the text; the letters of Emacs go to our commands."""
        is_letter = Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z
        is_command = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        return not (is_command and is_letter) or any(map(event.matches, _EDITING_KEYS))

    def _enter(self, text: str, start: int, end: int) -> TextEdit:
        closed = close_math(text, start, end) if self.is_pairing else None
        return closed or continue_line(text, start, end) or break_line(text, start, end)

    def _is_composing(self) -> bool:
        return bool(self._editor.textCursor().block().layout().preeditAreaText())


def _is_typed(event: QKeyEvent) -> bool:
    """Whether a key types a character; with Ctrl and Alt together it is that of AltGr."""
    held = event.modifiers() & (
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    )
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    text = event.text()
    return len(text) == 1 and text.isprintable() and held in (Qt.KeyboardModifier(0), both)


def _tab(text: str, start: int, end: int) -> TextEdit:
    nested = next_cell(text, start, end) or indent_lines(text, start, end)
    return nested or insertion(start, end, INDENT)


def _shift_tab(text: str, start: int, end: int) -> TextEdit:
    return previous_cell(text, start, end) or outdent_lines(text, start, end)
