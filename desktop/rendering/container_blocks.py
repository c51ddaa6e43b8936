"""The parser's rules for blocks that hold other blocks: quotes, lists, meanings and footnotes.

A rule takes the lines of its container, as far as they may belong to it, without what marks them
and has the parser read those. A line that lacks the mark may only go on with a paragraph in it;
where it does not, it and those after it are handed back.
"""

from collections.abc import Callable, Sequence
from itertools import takewhile
from xml.etree.ElementTree import Element, SubElement

from desktop.rendering.block_starts import (
    FOOTNOTE,
    MEANING,
    QUOTE,
    ItemStart,
    ends_container,
    item_start,
)
from desktop.rendering.line_rule import LineRule
from desktop.rendering.source_line import (
    CODE_INDENT,
    LAZY,
    indent_of,
    is_blank,
    lazy,
    without_indent,
)

DEEPEST_NESTING = 24
"""Containers in each other; what is deeper is dropped."""


class LinesHandedBack(LineRule):
    """Ends a container at a line that does not go on with a paragraph in it."""

    def starts(self, line: str) -> bool:
        return line.startswith(LAZY)

    def run(self, parent: Element, blocks: list[str]) -> None:
        parent.set("handed_back", str(len(blocks)))
        blocks.clear()


class _Container(LineRule):
    """A block that holds others."""

    def _fill(self, element: Element, lines: Sequence[str]) -> int:
        """Reads the blocks of a container; returns how many of the lines belong to it."""
        if len(self.parser.state) < DEEPEST_NESTING:
            self.parser.state.set(element.tag)
            self.parser.parseBlocks(element, list(lines))
            self.parser.state.reset()
        return len(lines) - int(element.attrib.pop("handed_back", "0"))


class Quote(_Container):
    """Lines behind `>`."""

    def starts(self, line: str) -> bool:
        return QUOTE.match(line) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        lines: list[str] = []
        for index, line in enumerate(blocks):
            if mark := QUOTE.match(line):
                lines.append(_behind(line, mark.end()))
            elif is_blank(line) or is_blank(lines[-1]) or ends_container(blocks, index):
                break
            else:
                lines.append(lazy(line))
        del blocks[: self._fill(SubElement(parent, "blockquote"), lines)]


def _behind(line: str, end: int) -> str:
    """What is behind a quote's mark and the one column of space after it."""
    rest = line[end:]
    return "  " + rest[1:] if rest.startswith("\t") else rest.removeprefix(" ")


class List(_Container):
    """Items behind bullets or numbers; the list keeps in `loose` whether there is air in it."""

    def starts(self, line: str) -> bool:
        return item_start(line) is not None

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        start = item_start(blocks[0])
        if start is None:
            return False
        element = SubElement(parent, "ul" if start.number is None else "ol")
        element.set("start", str(start.number))
        item: ItemStart | None = start
        while item is not None and item.kind == start.kind:
            content = SubElement(element, "li")
            del blocks[: self._fill(content, _item_lines(blocks, item))]
            if content.attrib.pop("gap", ""):
                element.set("loose", "yes")
            item = self._next_item(element, blocks, start)
        return None

    def _next_item(
        self, element: Element, blocks: list[str], start: ItemStart
    ) -> ItemStart | None:
        """The item after this one, the blank lines before it taken away."""
        gap = _blank_lines(blocks)
        item = item_start(blocks[gap]) if gap < len(blocks) else None
        if item is None or item.kind != start.kind:
            return None
        if gap:
            element.set("loose", "yes")
            del blocks[:gap]
        return item


def _item_lines(blocks: Sequence[str], item: ItemStart) -> list[str]:
    """The lines that may belong to the item that starts in the first."""
    first, column = _first_line(blocks[0], item.end)
    if is_blank(first) and len(blocks) > 1 and is_blank(blocks[1]):
        return [""]
    return indented_lines(blocks, first, column, ends_container)


def _first_line(line: str, end: int) -> tuple[str, int]:
    """What stands behind a mark that ends there, and the column of what belongs to it."""
    words = line[end:].lstrip(" \t")
    blanks = line[end : len(line) - len(words)]
    gap = len((" " * end + blanks).expandtabs(CODE_INDENT)) - end
    if not words:
        return "", end + 1
    if gap > CODE_INDENT:
        return " " * (gap - 1) + words, end + 1
    return words, end + gap


def indented_lines(
    blocks: Sequence[str],
    first: str,
    column: int,
    ends: Callable[[Sequence[str], int], bool],
) -> list[str]:
    """`first` and the lines after it that are indented to a column or may go on with a paragraph.

    Blank lines at the end are none of them.
    """
    lines = [first]
    for index in range(1, len(blocks)):
        line = blocks[index]
        if is_blank(line):
            lines.append("")
        elif not line.startswith(LAZY) and indent_of(line) >= column:
            lines.append(without_indent(line, column))
        elif is_blank(lines[-1]) or ends(blocks, index):
            break
        else:
            lines.append(lazy(line))
    while len(lines) > 1 and not lines[-1]:
        lines.pop()
    return lines


class FootnoteText(_Container):
    """The text of a footnote behind its label."""

    def starts(self, line: str) -> bool:
        return FOOTNOTE.match(line) is not None

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        mark = FOOTNOTE.match(blocks[0])
        if mark is None:
            return False
        lines = indented_lines(blocks, blocks[0][mark.end() :], CODE_INDENT, ends_container)
        note = SubElement(parent, "footnote", {"label": mark["label"]})
        del blocks[: self._fill(note, lines)]
        return None


class Meanings(_Container):
    """Terms, each with its meanings behind `:` on lines of their own below it."""

    def starts(self, line: str) -> bool:
        return not is_blank(line)

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        if not _is_term(blocks, 0):
            return False
        element = SubElement(parent, "dl")
        gap = 0
        while _is_term(blocks, gap):
            SubElement(element, "dt").text = blocks[gap].strip(" \t")
            del blocks[: gap + 1]
            gap = _blank_lines(blocks)
            while gap < len(blocks) and (mark := MEANING.match(blocks[gap])):
                del blocks[:gap]
                first, column = _first_line(blocks[0], mark.end())
                lines = indented_lines(blocks, first, column, _ends_meaning)
                del blocks[: self._fill(SubElement(element, "dd"), lines)]
                gap = _blank_lines(blocks)
        return None


def _is_term(lines: Sequence[str], index: int) -> bool:
    """Whether a meaning follows a line, after at most one blank line."""
    following = list(lines[index + 1 : index + 3])
    if len(following) > 1 and is_blank(following[0]):
        del following[0]
    if not following or not MEANING.match(following[0]):
        return False
    return not is_blank(lines[index]) and not ends_container(lines, index)


def _ends_meaning(lines: Sequence[str], index: int) -> bool:
    return MEANING.match(lines[index]) is not None or ends_container(lines, index)


def _blank_lines(lines: Sequence[str]) -> int:
    return sum(1 for _ in takewhile(is_blank, lines))
