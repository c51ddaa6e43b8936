"""Where blocks start: what a line of source may open, whatever stands around it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from desktop.rendering.source_line import CODE_INDENT, LAZY, is_blank

FENCE = re.compile(r"(?P<indent> {0,3})(?P<marks>`{3,}(?=[^`]*$)|~{3,})(?P<info>.*)")
HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})(?=[ \t]|$)(?P<words>.*)")
RULE = re.compile(r" {0,3}([-*_])[ \t]*+(?:\1[ \t]*+){2,}+$")
QUOTE = re.compile(r" {0,3}>")
FOOTNOTE = re.compile(r" {0,3}\[\^(?P<label>[^\s\]]+)\]:[ \t]*")
MEANING = re.compile(r" {0,3}[:~](?=[ \t]+[^ \t])")
_ITEM = re.compile(r" {0,3}(?:(?P<bullet>[-+*])|(?P<number>\d{1,9})(?P<mark>[.)]))(?=[ \t]|$)")
TABLE_RULE = re.compile(
    r" {0,3}(?=[|:-])(?=.*[|:])\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*+\|?[ \t]*$"
)
_CELL_END = re.compile(r"(?<!\\)\|")
_FIRST_CHARACTERS = frozenset("`~#>[$-+*_0123456789")


class ItemStart(NamedTuple):
    """What opens a list item: items of a list are alike in `kind`; bullets have no number."""

    kind: str
    number: int | None
    end: int


def item_start(line: str) -> ItemStart | None:
    """The mark of a list item at the beginning of a line that is no rule."""
    found = _ITEM.match(line)
    if found is None or RULE.match(line):
        return None
    if found["bullet"]:
        return ItemStart(found["bullet"], None, found.end())
    return ItemStart(found["mark"], int(found["number"]), found.end())


def ends_container(lines: Sequence[str], index: int) -> bool:
    """Whether a line without its container's mark opens a block outside of it."""
    return item_start(lines[index]) is not None or ends_paragraph(lines, index)


def ends_paragraph(lines: Sequence[str], index: int) -> bool:
    """Whether a line right after a paragraph's opens a block instead of going on with it.

    As in CommonMark, of lists only those do that start with 1 and with words.
    """
    line = lines[index]
    words = line.lstrip(" ")
    if len(line) - len(words) >= CODE_INDENT:
        return False
    if words[:1] in _FIRST_CHARACTERS:
        if FENCE.match(line) or HEADING.match(line) or RULE.match(line):
            return True
        if words[0] == ">" or FOOTNOTE.match(line) or _is_first_item(line):
            return True
        if words.startswith("$$") and display_formula(lines, index):
            return True
    return is_table(lines, index)


def _is_first_item(line: str) -> bool:
    start = item_start(line)
    return start is not None and start.number in {None, 1} and not is_blank(line[start.end :])


def display_formula(lines: Sequence[str], index: int) -> tuple[str, int] | None:
    """The TeX of the formula that starts in a line, and the line after it.

    There is none where a blank line, or words behind the dollars, come before its end.
    """
    tex = ""
    rest = lines[index].strip(" \t")[2:]
    for following in range(index + 1, len(lines) + 1):
        before, dollars, after = rest.partition("$$")
        tex += before + "\n"
        if dollars:
            return (tex.strip(), following) if tex.strip() and not after else None
        if following == len(lines):
            break
        rest = lines[following].strip(" \t")
        if not rest or rest.startswith(LAZY):
            break
    return None


def is_table(lines: Sequence[str], index: int) -> bool:
    """Whether a line is the head of a table: under it is a rule with as many cells."""
    if "|" not in lines[index] or index + 1 == len(lines):
        return False
    rule = lines[index + 1]
    if not TABLE_RULE.match(rule):
        return False
    return len(table_cells(rule)) == len(table_cells(lines[index]))


def table_cells(line: str) -> list[str]:
    """The cells of a row; in them a bar is written with a backslash before it."""
    row = line.strip(" \t").removeprefix("|")
    cells = _CELL_END.split(row)
    if len(cells) > 1 and is_blank(cells[-1]):
        cells.pop()
    return [cell.strip(" \t").replace("\\|", "|") for cell in cells]
