"""Prose of a page as Markdown: passages headed, headings demoted, broken marks mended."""

import re
from collections.abc import Sequence

from desktop.bank.importing.page_lines import LineKind, PageLine
from desktop.domain.imported_question import FieldWarning

PASSAGE_LEVEL = 3
"""The highest level of a heading within a section of a question file."""

_DEEPEST_LEVEL = 6
_BOLD_LINE = re.compile(r"(?:\*\*|__)([^*_]+?)(?::(?:\*\*|__)|(?:\*\*|__):?)")
_LONGEST_HEADING_WORDS = 9
_LONGEST_HEADING = 70
_LONG_TEXT = 60
_CODE_INDENT = 4
_QUOTED_WORDS = 4
_CUT = re.compile(
    r"(?:\w[*_`]{0,3}|[)\"”'])\s?(?:\.{3,}|…|\[(?:\.{3}|…)\])[*_`\"”']{0,3}$|\[truncated\]$"
)
_NOT_CUT = re.compile(r"(?:\betc|and so on|and so forth|1, 2, 3|\.\.\. ?\w+)\s?(?:\.{3,}|…)$")
_CODE_SPAN = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_MATH_SPAN = re.compile(r"(?<!\\)\$(?=\S)[^$]*?(?<=\S)\$(?!\d)")


def prose_markdown(lines: Sequence[PageLine], *, finds_passages: bool = False) -> str:
    """The lines as Markdown whose headings start at `###` and whose cut-off marks are closed.

    With `finds_passages`, a short line above a paragraph becomes a heading, too.
    """
    if finds_passages:
        lines = [_headed(lines, index) for index in range(len(lines))]
    levels = [line.level for line in lines if line.kind is LineKind.HEADING]
    demoted_by = max(0, PASSAGE_LEVEL - min(levels, default=PASSAGE_LEVEL))
    item_indents = [line.indent for line in lines if line.kind is LineKind.ITEM]
    text_indents = [line.indent for line in lines if line.kind is LineKind.TEXT]
    written: list[str] = []
    in_item = False
    for line in lines:
        if line.kind is LineKind.HEADING:
            level = min(_DEEPEST_LEVEL, line.level + demoted_by)
            written += ["", f"{'#' * level} {line.text}", ""]
        elif line.kind is LineKind.ITEM:
            indent = " " * (line.indent - min(item_indents))
            written.append(f"{indent}{line.marker} {closed_marks(line.text)}")
        elif line.kind is LineKind.TEXT:
            indent = "" if in_item else _code_indent(line.indent - min(text_indents))
            written.append(indent + closed_marks(line.text))
        else:
            written.append(line.text)
        in_item = line.kind is LineKind.ITEM or (in_item and line.kind is not LineKind.BLANK)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(written)).strip("\n")


def cut_off_warnings(field: str, name: str, lines: Sequence[PageLine]) -> tuple[FieldWarning, ...]:
    """A warning beside `field` that quotes how the paragraphs of some lines break off."""
    ends = []
    for index, line in enumerate(lines):
        is_last = index + 1 == len(lines) or lines[index + 1].kind is not LineKind.TEXT
        if line.kind in {LineKind.TEXT, LineKind.ITEM} and is_last and is_cut_off(line.text):
            ends.append("… " + " ".join(line.text.split()[-_QUOTED_WORDS:]))
    if not ends:
        return ()
    places = "in one place" if len(ends) == 1 else f"in {len(ends)} places"
    told = ", ".join(f'"{end}"' for end in ends)
    return (FieldWarning(field, f"The {name} breaks off {places}: {told}."),)


def is_cut_off(text: str) -> bool:
    """Whether a paragraph ends in dots that stand for the rest of it."""
    return _CUT.search(text) is not None and _NOT_CUT.search(text) is None


def closed_marks(paragraph: str) -> str:
    """A cut-off paragraph with its open bold, code or math marks closed; any other as it is."""
    if not is_cut_off(paragraph):
        return paragraph
    words = _MATH_SPAN.sub("", _CODE_SPAN.sub("", paragraph))
    closed = paragraph
    for mark in ("`", "**", "__"):
        if words.count(mark) % 2 == 1:
            closed += mark
    return closed


def _code_indent(indent: int) -> str:
    return " " * indent if indent >= _CODE_INDENT else ""


def _headed(lines: Sequence[PageLine], index: int) -> PageLine:
    """The line, as a heading if it reads like one above the paragraph it stands over."""
    line = lines[index]
    if line.kind is not LineKind.TEXT:
        return line
    bold = _BOLD_LINE.fullmatch(line.text)
    heading = PageLine(
        LineKind.HEADING, bold[1].strip() if bold else line.text.rstrip(":"), line.plain, 3
    )
    if bold and len(line.plain.split()) <= _LONGEST_HEADING_WORDS:
        return heading
    above = lines[index - 1] if index else PageLine(LineKind.BLANK)
    below = [after for after in lines[index + 1 : index + 3] if after.kind is not LineKind.BLANK]
    is_short = (
        len(line.plain) <= _LONGEST_HEADING and len(line.plain.split()) <= _LONGEST_HEADING_WORDS
    )
    stands_over = bool(below) and (
        below[0].kind is not LineKind.TEXT or len(below[0].plain) >= _LONG_TEXT
    )
    is_free = above.kind in {LineKind.BLANK, LineKind.HEADING} or above.plain.endswith(
        (".", "…", ":")
    )
    ends_open = not line.plain.endswith((".", ",", ";", "!", ":", "…")) and line.plain[0].isupper()
    return heading if is_short and stands_over and is_free and ends_open else line
