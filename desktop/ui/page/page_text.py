"""The text of a part of a page as a person would type it."""

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

from desktop.ui.page.block_marks import Mark, markers_of
from desktop.ui.page.formula_object import FORMULA_TYPE

_BULLET = "- "
_BOXES = {"done": "- [x] ", "open": "- [ ] "}
_BULLETS = ("disc", "circle", "square")


def selected_text(cursor: QTextCursor) -> str:
    """The selection of `cursor`: formulas as TeX, list markers before what starts inside it."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    block = cursor.document().findBlock(start)
    lines = []
    while block.isValid() and block.position() <= end:
        text = _block_text(block, start, end)
        lines.append(_marker(block) + text if block.position() >= start else text)
        block = block.next()
    return "\n".join(lines)


def _block_text(block: QTextBlock, start: int, end: int) -> str:
    text = block.text()
    pieces = []
    for run in block.textFormats():
        first = max(run.start, start - block.position())
        last = min(run.start + run.length, end - block.position())
        if first >= last:
            continue
        if run.format.hasProperty(Mark.FORMULA):
            count = last - first if run.format.objectType() == FORMULA_TYPE else 1
            pieces.append(_formula(run.format) * count)
        elif not run.format.hasProperty(Mark.ASIDE):
            pieces.append(text[first:last])
    return "".join(pieces).replace("\u2028", "\n").replace("\u2060", "")


def _formula(text_format: QTextCharFormat) -> str:
    tex = text_format.stringProperty(Mark.FORMULA)
    return f"$${tex}$$" if text_format.boolProperty(Mark.IS_DISPLAY) else f"${tex}$"


def _marker(block: QTextBlock) -> str:
    words = ""
    for marker in markers_of(block.blockFormat()):
        if marker.kind in _BULLETS:
            words += _BULLET
        else:
            words += _BOXES.get(marker.kind, f"{marker.kind} ")
    return words
