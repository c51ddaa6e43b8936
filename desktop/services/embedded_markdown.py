"""Markdown that was written as a page of its own, made to stand inside a larger one."""

import re
from collections.abc import Iterable, Iterator, Sequence

from desktop.domain.markdown_lines import LineKind, MarkdownLine, scan_lines
from desktop.services.literal_marks import literal_text

_DEEPEST_LEVEL = 6
_HEADING_MARKS = re.compile(r"( {0,3})(#{1,6})")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*")
_NO_PARAGRAPH = re.compile(r"[ \t]*(?:(?:[-*+•]|\d{1,9}[.)])(?:\s|$)|[>|])| {4}|\t")
_FENCE_START = re.compile(r"(?P<before>[^`~]*)(?P<marks>`{3,}|~{3,})")


def embed_markdown(text: str, top_level: int) -> str:
    r"""`text` with its highest headings at `top_level`, `\n` line ends and its last fence closed.

    The outline within stays as it was as far as six levels allow; code and math are untouched.
    What other programs would misread is escaped.
    """
    lines = list(scan_lines(literal_text(text)))
    if any(_UNDERLINE.fullmatch(line.text) for line in lines):
        lines = list(scan_lines("\n".join(_with_hash_headings(lines))))
    levels = [heading.level for line in lines if (heading := line.heading)]
    shift = max(0, top_level - min(levels, default=top_level))
    shifted = "\n".join(_shifted(line, shift) if shift else line.text for line in lines)
    return shifted.strip("\n") + _missing_fence(lines)


def _with_hash_headings(lines: Iterable[MarkdownLine]) -> Iterator[str]:
    """The lines with `#` marks in place of underlined headings.

    Only a paragraph of one line is a heading when underlined, as in the app's own pages; behind a
    longer one an empty line keeps other programs from taking it for a heading.
    """
    paragraph: list[str] = []
    is_inside_block = False
    for line in lines:
        if line.is_plain and paragraph and _UNDERLINE.fullmatch(line.text):
            yield from _underlined(paragraph, line.text)
            paragraph = []
        elif line.is_plain and not line.is_blank and line.heading is None:
            is_inside_block = is_inside_block or bool(_NO_PARAGRAPH.match(line.text))
            if is_inside_block:
                yield from (*paragraph, line.text)
                paragraph = []
            else:
                paragraph.append(line.text)
        else:
            yield from (*paragraph, line.text)
            paragraph = []
            is_inside_block = False
    yield from paragraph


def _underlined(paragraph: Sequence[str], underline: str) -> Iterator[str]:
    if len(paragraph) == 1:
        yield ("# " if "=" in underline else "## ") + paragraph[0].strip()
    else:
        yield from (*paragraph, "", underline)


def _shifted(line: MarkdownLine, shift: int) -> str:
    heading = line.heading
    if heading is None:
        return line.text
    marks = "#" * min(_DEEPEST_LEVEL, heading.level + shift)
    return _HEADING_MARKS.sub(rf"\g<1>{marks}", line.text, count=1)


def _missing_fence(lines: Sequence[MarkdownLine]) -> str:
    """The line that closes a fence open at the end, so that it does not swallow what follows."""
    if not lines or lines[-1].kind not in (LineKind.FENCE_OPEN, LineKind.FENCE_INSIDE):
        return ""
    opening = next(line for line in reversed(lines) if line.kind is LineKind.FENCE_OPEN)
    start = _FENCE_START.match(opening.text)
    assert start is not None
    if ">" in start["before"]:
        return ""  # the end of the quote ends it
    return "\n" + " " * len(start["before"]) + start["marks"]
