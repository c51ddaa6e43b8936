"""What Tab and Shift+Tab do to lines: items are nested in lists, code moves by four spaces."""

from desktop.domain.list_lines import (
    find_item,
    find_parent,
    find_previous_sibling,
    nested_lines,
    read_prefix,
)
from desktop.domain.list_numbers import indented, renumbered
from desktop.domain.markdown_lines import LineKind
from desktop.domain.text_edit import TextEdit, no_change
from desktop.domain.touched_lines import TouchedLines, rewrite_lines, touch_lines

STEP_COLUMNS = 4


def indent_lines(text: str, start: int, end: int) -> TextEdit | None:
    """Nests the item, or moves all selected lines; None where spaces go in at the cursor."""
    touched = touch_lines(text, start, end)
    if _starts_with_item(touched):
        columns = _columns_to_nest(touched)
        if not columns:
            return no_change(start, end)
        return _move_items(touched, columns)
    return _move_lines(touched, STEP_COLUMNS) if touched.is_selection else None


def outdent_lines(text: str, start: int, end: int) -> TextEdit:
    """Moves the item out to its parent's depth, or lines by up to four spaces."""
    touched = touch_lines(text, start, end)
    if _starts_with_item(touched):
        columns = _columns_to_leave(touched)
        edit = _move_items(touched, -columns) if columns else None
    else:
        edit = _move_lines(touched, -STEP_COLUMNS)
    return edit or no_change(start, end)


def _starts_with_item(touched: TouchedLines) -> bool:
    line = touched.lines[touched.first]
    return line.kind in (LineKind.PLAIN, LineKind.FENCE_OPEN) and bool(find_item(line.text))


def _columns_to_nest(touched: TouchedLines) -> int:
    """By how much the first touched item moves to stand in the one before it; 0 if none is."""
    texts, kinds = touched.texts, touched.kinds
    at = find_previous_sibling(texts, kinds, touched.first)
    sibling = find_item(texts[at]) if at is not None else None
    if sibling is None:
        return 0
    own_columns = read_prefix(texts[touched.first]).columns
    return max(0, sibling.inner_columns - own_columns)


def _columns_to_leave(touched: TouchedLines) -> int:
    """By how much the first touched item moves to stand beside the one it is nested in."""
    texts, kinds = touched.texts, touched.kinds
    at = find_parent(texts, kinds, touched.first)
    own_columns = read_prefix(texts[touched.first]).columns
    return own_columns - (read_prefix(texts[at]).columns if at is not None else 0)


def _move_items(touched: TouchedLines, columns: int) -> TextEdit | None:
    """Moves the touched lines and what belongs to them; the lists they leave and join count on."""
    texts, kinds = touched.texts, touched.kinds
    last = max((touched.last, *nested_lines(texts, kinds, touched.last)))
    before = find_previous_sibling(texts, kinds, touched.first)
    for index in range(touched.first, last + 1):
        texts[index] = indented(texts[index], columns)
    _count_anew(texts, kinds, touched.first)
    if before is not None:
        _count_on(texts, kinds, before)
    return rewrite_lines(touched, dict(enumerate(texts)))


def _count_anew(texts: list[str], kinds: list[LineKind], index: int) -> None:
    """Numbers the item that has moved behind its new sibling, or from 1, and those behind it."""
    item = find_item(texts[index])
    if item is None or item.number is None:
        return
    at = find_previous_sibling(texts, kinds, index)
    sibling = find_item(texts[at]) if at is not None else None
    if sibling is not None and item.is_like(sibling) and sibling.number is not None:
        texts[index] = item._replace(number=sibling.number + 1).text
    elif sibling is None:
        texts[index] = item._replace(number=1).text
    _count_on(texts, kinds, index)


def _count_on(texts: list[str], kinds: list[LineKind], index: int) -> None:
    for at, text in renumbered(tuple(texts), kinds, index):
        texts[at] = text


def _move_lines(touched: TouchedLines, columns: int) -> TextEdit | None:
    moved = {line.number - 1: indented(line.text, columns) for line in touched.touched}
    return rewrite_lines(touched, moved)
