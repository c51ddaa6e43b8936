"""Pairs of brackets and marks while they are typed in an editor."""

from functools import partial

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from desktop.domain.paired_marks import CLOSERS, drops_closer, meet_closing_math, pair_typed
from desktop.domain.text_edit import TextEdit, insertion
from desktop.ui.edit_steps import run_step

_OPENERS = {closer: opener for opener, closer in CLOSERS.items()}


class TypedPairs:
    """Remembers which closing marks came by themselves: only those are stepped over and erased."""

    def __init__(self, editor: QTextEdit) -> None:
        self._editor = editor
        self._closers: list[QTextCursor] = []

    def forget(self) -> None:
        """The text is another one."""
        self._closers.clear()

    def take(self, typed: str) -> bool:
        """Type a character that belongs to a pair; False if it is to be typed as usual."""
        if typed == "$" and run_step(self._editor, meet_closing_math):
            return True
        caret = self._editor.textCursor()
        closer = "" if caret.hasSelection() else self._closer_at(caret)
        if closer == typed:
            self._closers.pop()
            caret.movePosition(QTextCursor.MoveOperation.NextCharacter)
            self._editor.setTextCursor(caret)
            return True
        if closer and self._is_empty_pair(caret, closer) and drops_closer(_OPENERS[closer], typed):
            self._closers.pop()
            return run_step(self._editor, partial(_type_over_closer, typed=typed))
        is_made = run_step(self._editor, partial(pair_typed, typed=typed))
        after = self._editor.textCursor()
        if is_made and not after.hasSelection() and _character(after, 0) == CLOSERS.get(typed):
            self._closers.append(after)
        return is_made

    def erase(self) -> bool:
        """Delete both marks of an empty pair around the caret; False if there is none."""
        caret = self._editor.textCursor()
        closer = "" if caret.hasSelection() else self._closer_at(caret)
        if not closer or not self._is_empty_pair(caret, closer):
            return False
        self._closers.pop()
        return run_step(self._editor, _erase_around)

    def _closer_at(self, caret: QTextCursor) -> str:
        """The remembered closing mark behind the caret; those of other lines are forgotten."""
        block = caret.block()
        self._closers = [
            one for one in self._closers if one.block() == block and _character(one, 0) in _OPENERS
        ]
        if self._closers and self._closers[-1].position() == caret.position():
            return _character(caret, 0)
        return ""

    def _is_empty_pair(self, caret: QTextCursor, closer: str) -> bool:
        return _character(caret, -1) == _OPENERS[closer]


def _character(cursor: QTextCursor, distance: int) -> str:
    """The character behind a cursor (0) or before it (-1), "" past the ends of its line."""
    text, column = cursor.block().text(), cursor.positionInBlock() + distance
    units = text.encode("utf-16-le", "surrogatepass")[2 * column : 2 * column + 2]
    return units.decode("utf-16-le", "replace") if column >= 0 else ""


def _type_over_closer(_text: str, start: int, end: int, typed: str) -> TextEdit:
    return insertion(start, end + 1, typed)


def _erase_around(_text: str, start: int, end: int) -> TextEdit:
    return insertion(start - 1, end + 1, "")
