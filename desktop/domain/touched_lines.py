"""The lines of a text which a selection touches, and how they are written anew."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from desktop.domain.markdown_lines import LineKind, MarkdownLine, scan_lines
from desktop.domain.text_edit import TextEdit


class TouchedLines(NamedTuple):
    """All lines of a text, and the indices of the first and the last one that is touched.

    `start` and `end` are the selection's offsets in the text.
    """

    lines: tuple[MarkdownLine, ...]
    first: int
    last: int
    start: int
    end: int

    @property
    def touched(self) -> tuple[MarkdownLine, ...]:
        return self.lines[self.first : self.last + 1]

    @property
    def is_selection(self) -> bool:
        return self.start != self.end

    @property
    def texts(self) -> list[str]:
        return [line.text for line in self.lines]

    @property
    def kinds(self) -> list[LineKind]:
        return [line.kind for line in self.lines]


def touch_lines(text: str, start: int, end: int) -> TouchedLines:
    """The lines from `start` to `end`; one at whose very start a selection ends is not touched."""
    lines = _all_lines(text)
    first = _line_at(lines, start)
    last = _line_at(lines, end)
    if last > first and lines[last].start == end:
        last -= 1
    return TouchedLines(lines, first, last, start, end)


def rewrite_lines(touched: TouchedLines, new_texts: Mapping[int, str]) -> TextEdit | None:
    """Writes the lines of these indices anew; None if nothing differs.

    Changes are taken to be at the beginnings of lines: the selection keeps its distance to their
    ends, and one that began with a line still does.
    """
    lines = touched.lines
    changed = sorted(index for index, new in new_texts.items() if new != lines[index].text)
    if not changed:
        return None
    first, last = changed[0], changed[-1]
    texts = [new_texts.get(index, lines[index].text) for index in range(first, last + 1)]
    start, end = lines[first].start, lines[last].start + len(lines[last].text)
    anchor = _moved(touched, new_texts, touched.start, keeps_start=touched.is_selection)
    caret = _moved(touched, new_texts, touched.end, keeps_start=False)
    return TextEdit(start, end, "\n".join(texts), anchor, caret)


def _moved(
    touched: TouchedLines, new_texts: Mapping[int, str], offset: int, *, keeps_start: bool
) -> int:
    """Where an offset of the old text is in the new one."""
    index = _line_at(touched.lines, offset)
    grown = sum(
        len(new) - len(touched.lines[at].text) for at, new in new_texts.items() if at < index
    )
    line = touched.lines[index]
    column = offset - line.start
    if index in new_texts and not (column == 0 and (keeps_start or index > touched.last)):
        new = new_texts[index]
        column = max(0, min(len(new), len(new) - (len(line.text) - column)))
    return line.start + grown + column


def _all_lines(text: str) -> tuple[MarkdownLine, ...]:
    """The lines of a text; as in an editor, an empty one follows a last line end."""
    lines = tuple(scan_lines(text))
    if lines and not text.endswith(("\n", "\r")):
        return lines
    is_in_fence = bool(lines) and lines[-1].kind in (LineKind.FENCE_OPEN, LineKind.FENCE_INSIDE)
    kind = LineKind.FENCE_INSIDE if is_in_fence else LineKind.PLAIN
    info = lines[-1].info if is_in_fence else ""
    return (*lines, MarkdownLine("", len(lines) + 1, len(text), kind, info))


def _line_at(lines: Sequence[MarkdownLine], offset: int) -> int:
    for index in range(len(lines) - 1, 0, -1):
        if lines[index].start <= offset:
            return index
    return 0
