"""Prose of a page as Markdown: passages headed, headings demoted, broken marks mended."""

import re
from collections.abc import Sequence

from desktop.bank.importing.cut_off_text import missing_marks
from desktop.bank.importing.page_lines import LineKind, PageLine

PASSAGE_LEVEL = 3
"""The highest level of a heading within a section of a question file."""

_DEEPEST_LEVEL = 6
_BOLD_LINE = re.compile(r"(?:\*\*|__)([^*_]+?)(?::(?:\*\*|__)|(?:\*\*|__):?)")
_LONGEST_HEADING_WORDS = 9
_LONGEST_HEADING = 70
_LONG_TEXT = 60
_CODE_INDENT = 4


def prose_markdown(lines: Sequence[PageLine], *, finds_passages: bool = False) -> str:
    """The lines as Markdown whose headings start at `###` and whose cut-off marks are closed.

    With `finds_passages`, a short line above a paragraph becomes a heading, too.
    """
    if finds_passages:
        lines = [_headed(lines, index) for index in range(len(lines))]
    writer = _ProseWriter(lines)
    for line in lines:
        writer.take(line)
    return writer.markdown()


class _ProseWriter:
    def __init__(self, lines: Sequence[PageLine]) -> None:
        levels = [line.level for line in lines if line.kind is LineKind.HEADING]
        self._demoted_by = max(0, PASSAGE_LEVEL - min(levels, default=PASSAGE_LEVEL))
        self._item_indent = _least_indent(lines, LineKind.ITEM)
        self._text_indent = _least_indent(lines, LineKind.TEXT)
        self._written: list[str] = []
        self._paragraph: list[str] = []
        self._in_item = False

    def take(self, line: PageLine) -> None:
        """One more line."""
        if line.kind is LineKind.HEADING:
            self._write_heading(line)
        elif line.kind is LineKind.LITERAL:
            self._end_paragraph()
            self._written.append(line.text)
        elif line.kind is LineKind.BLANK:
            self._write_blank()
            self._in_item = False
        else:
            self._write_text(line)

    def markdown(self) -> str:
        """The Markdown of all lines, without blank lines around it."""
        self._end_paragraph()
        return "\n".join(self._written).strip("\n")

    def _write_heading(self, line: PageLine) -> None:
        level = min(_DEEPEST_LEVEL, line.level + self._demoted_by)
        self._write_blank()
        self._written.append(f"{'#' * level} {line.text}")
        self._write_blank()

    def _write_text(self, line: PageLine) -> None:
        if line.kind is LineKind.ITEM:
            self._end_paragraph()
            self._in_item = True
            start = f"{' ' * (line.indent - self._item_indent)}{line.marker} "
        else:
            indent = line.indent - self._text_indent
            start = " " * indent if indent >= _CODE_INDENT and not self._in_item else ""
        self._paragraph.append(line.text)
        self._written.append(start + line.text)

    def _write_blank(self) -> None:
        self._end_paragraph()
        if self._written and self._written[-1]:
            self._written.append("")

    def _end_paragraph(self) -> None:
        if self._paragraph:
            self._written[-1] += missing_marks(" ".join(self._paragraph))
            self._paragraph.clear()


def _least_indent(lines: Sequence[PageLine], kind: LineKind) -> int:
    return min((line.indent for line in lines if line.kind is kind), default=0)


def _headed(lines: Sequence[PageLine], index: int) -> PageLine:
    """The line, as a heading if it reads like one above the paragraph it stands over."""
    line = lines[index]
    if line.kind is not LineKind.TEXT or len(line.plain.split()) > _LONGEST_HEADING_WORDS:
        return line
    bold = _BOLD_LINE.fullmatch(line.text)
    if bold:
        return PageLine(LineKind.HEADING, bold[1].strip(), line.plain, PASSAGE_LEVEL)
    above = lines[index - 1] if index else PageLine(LineKind.BLANK)
    below = [after for after in lines[index + 1 : index + 3] if after.kind is not LineKind.BLANK]
    is_short = len(line.plain) <= _LONGEST_HEADING and line.plain[:1].isupper()
    ends_open = not line.plain.endswith((".", ",", ";", "!", ":", "…"))
    is_free = above.kind in {LineKind.BLANK, LineKind.HEADING} or above.plain.endswith((".", "…"))
    stands_over = bool(below) and (
        below[0].kind is not LineKind.TEXT or len(below[0].plain) >= _LONG_TEXT
    )
    if is_short and ends_open and is_free and stands_over:
        return PageLine(LineKind.HEADING, line.text, line.plain, PASSAGE_LEVEL)
    return line
