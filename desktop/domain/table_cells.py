"""Tables as they are typed: a new one, and the way from cell to cell."""

import re
from collections.abc import Sequence
from itertools import pairwise

from desktop.domain.text_edit import TextEdit, insertion
from desktop.domain.touched_lines import TouchedLines, touch_lines

_PIPE = re.compile(r"(?<!\\)\|")
_DELIMITERS = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?\s*")
_FIRST_CELL = "Column 1"
_TABLE = f"| {_FIRST_CELL} | Column 2 | Column 3 |\n| --- | --- | --- |\n|  |  |  |"


def insert_table(text: str, start: int, end: int) -> TextEdit:
    """A table of three columns with its first cell selected."""
    edit = place_table(text, start, end, _TABLE)
    anchor = start + edit.text.index(_FIRST_CELL)
    return edit._replace(anchor=anchor, caret=anchor + len(_FIRST_CELL))


def place_table(text: str, start: int, end: int, table: str) -> TextEdit:
    """A table in place of a selection, on lines of its own and apart from what is around."""
    before, after = text[:start], text[end:]
    line_before, line_after = before.rpartition("\n")[2], after.partition("\n")[0]
    space_before = "\n\n" if line_before.strip() else _missing_blank(before.split("\n")[-2:-1])
    space_after = "\n\n" if line_after.strip() else _missing_blank(after.split("\n", 2)[1:2])
    return insertion(start, end, space_before + table, space_after)


def next_cell(text: str, start: int, end: int) -> TextEdit | None:
    """Selects the next cell of the table, making a row at its end; None outside of tables."""
    touched = touch_lines(text, start, end)
    rows = _rows_around(touched)
    if not rows:
        return None
    cells = _cells(touched, rows)
    following = [cell for cell in cells if cell[0] > end]
    if following:
        return _select(*following[0])
    last = touched.lines[rows[-1]]
    width = len(_row_cells(touched, rows[0]))
    finish = last.start + len(last.text)
    return TextEdit(finish, finish, "\n|" + "  |" * width, finish + 3, finish + 3)


def previous_cell(text: str, start: int, end: int) -> TextEdit | None:
    """Selects the cell before; None outside of tables."""
    touched = touch_lines(text, start, end)
    rows = _rows_around(touched)
    if not rows:
        return None
    before = [cell for cell in _cells(touched, rows) if cell[1] < start]
    return _select(*before[-1]) if before else _select(start, end)


def _select(start: int, end: int) -> TextEdit:
    return TextEdit(start, start, "", start, end)


def _rows_around(touched: TouchedLines) -> range:
    """The indices of the lines of the table that is touched; empty if none is."""
    first = last = touched.first
    if not _may_be_row(touched, first):
        return range(0)
    while first > 0 and _may_be_row(touched, first - 1):
        first -= 1
    while last + 1 < len(touched.lines) and _may_be_row(touched, last + 1):
        last += 1
    for index in range(first, last):
        delimiters = touched.lines[index + 1].text
        if _DELIMITERS.fullmatch(delimiters) and "|" in delimiters:
            return range(index, last + 1) if index <= touched.first else range(0)
    return range(0)


def _may_be_row(touched: TouchedLines, index: int) -> bool:
    line = touched.lines[index]
    return line.is_plain and bool(_PIPE.search(line.text))


def _cells(touched: TouchedLines, rows: Sequence[int]) -> list[tuple[int, int]]:
    """Start and end of the content of each cell but those of the delimiter row."""
    return [cell for row in rows if row != rows[1] for cell in _row_cells(touched, row)]


def _row_cells(touched: TouchedLines, row: int) -> list[tuple[int, int]]:
    line = touched.lines[row]
    bounds = [match.start() for match in _PIPE.finditer(line.text)]
    if line.text[: bounds[0]].strip():
        bounds.insert(0, -1)
    if line.text[bounds[-1] + 1 :].strip():
        bounds.append(len(line.text))
    cells = []
    for left, right in pairwise(bounds):
        content = line.text[left + 1 : right]
        words = content.strip()
        begin = left + 1 + (len(content) - len(content.lstrip()) if words else len(content[:1]))
        cells.append((line.start + begin, line.start + begin + len(words)))
    return cells


def _missing_blank(neighbours: Sequence[str]) -> str:
    """The line end that keeps a table apart from the line next to it."""
    return "\n" if any(line.strip() for line in neighbours) else ""
