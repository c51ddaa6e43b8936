"""Whole lines moved up and down, doubled and deleted."""

from desktop.domain.text_edit import TextEdit
from desktop.domain.touched_lines import TouchedLines, touch_lines


def move_lines_up(text: str, start: int, end: int) -> TextEdit | None:
    """Puts the selected lines before the one above them; None at the top."""
    touched = touch_lines(text, start, end)
    if touched.first == 0:
        return None
    above = touched.lines[touched.first - 1]
    begin, finish = above.start, _end(touched)
    moved = text[touched.lines[touched.first].start : finish]
    back = len(above.text) + 1
    return TextEdit(begin, finish, f"{moved}\n{above.text}", start - back, end - back)


def move_lines_down(text: str, start: int, end: int) -> TextEdit | None:
    """Puts the selected lines behind the one below them; None at the bottom."""
    touched = touch_lines(text, start, end)
    if touched.last + 1 == len(touched.lines):
        return None
    below = touched.lines[touched.last + 1]
    begin = touched.lines[touched.first].start
    moved = text[begin : _end(touched)]
    finish = below.start + len(below.text)
    ahead = len(below.text) + 1
    length = finish - begin
    anchor, caret = min(start - begin + ahead, length), min(end - begin + ahead, length)
    return TextEdit(begin, finish, f"{below.text}\n{moved}", begin + anchor, begin + caret)


def duplicate_lines(text: str, start: int, end: int) -> TextEdit:
    """Puts a copy behind the selected lines and goes to it."""
    touched = touch_lines(text, start, end)
    finish = _end(touched)
    copied = text[touched.lines[touched.first].start : finish]
    ahead = len(copied) + 1
    longest = finish + ahead
    return TextEdit(
        finish, finish, f"\n{copied}", min(start + ahead, longest), min(end + ahead, longest)
    )


def delete_lines(text: str, start: int, end: int) -> TextEdit:
    """Takes the selected lines away; the caret goes to the start of what follows."""
    touched = touch_lines(text, start, end)
    begin, finish = touched.lines[touched.first].start, _end(touched)
    if finish < len(text):
        return TextEdit(begin, finish + 1, "", begin, begin)
    begin = max(0, begin - 1)
    caret = touched.lines[touched.first - 1].start if touched.first else 0
    return TextEdit(begin, finish, "", caret, caret)


def _end(touched: TouchedLines) -> int:
    last = touched.lines[touched.last]
    return last.start + len(last.text)
