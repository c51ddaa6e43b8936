"""The items of a list on a page, with bullets of any kind or with none."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.bank.importing.cut_off_text import missing_marks
from desktop.bank.importing.page_lines import LineKind, PageLine

_NESTED_INDENT = 2
_WRAPPED_CHARS = 45
_BETWEEN = re.compile(r"\s*[;·|•]\s*|\s*,\s+(?![^()]*\))")
_LONGEST_LISTED_WORDS = 6
_TICK_BOX = re.compile(r"^\[[ xX]\]\s+")


@dataclass(frozen=True, slots=True)
class PageList:
    """The items of a section; `before` and `after` are its paragraphs around them."""

    items: tuple[str, ...]
    before: tuple[PageLine, ...] = ()
    after: tuple[PageLine, ...] = ()


def read_page_list(lines: Sequence[PageLine]) -> PageList:
    """The items of some lines: the marked ones, else one to a line."""
    marked = [index for index, line in enumerate(lines) if line.kind is LineKind.ITEM]
    if not marked:
        start = _first_text(lines)
        return PageList(tuple(_unmarked_items(lines[start:])), tuple(lines[:start]))
    end = _end_of_list(lines, marked[-1])
    items = tuple(_marked_items(lines[marked[0] : end]))
    return PageList(items, tuple(lines[: marked[0]]), tuple(lines[end:]))


def _first_text(lines: Sequence[PageLine]) -> int:
    texts = (index for index, line in enumerate(lines) if line.kind is LineKind.TEXT)
    return next(texts, len(lines))


def listed_in_one_line(item: str) -> tuple[str, ...]:
    """The short things that one line lists, as `dropout, weight decay`; () if it lists none."""
    pieces = tuple(piece.strip() for piece in _BETWEEN.split(item.rstrip(".")) if piece.strip())
    is_list = (
        "\n" not in item
        and len(pieces) > 1
        and all(len(piece.split()) <= _LONGEST_LISTED_WORDS for piece in pieces)
    )
    return pieces if is_list else ()


def _unmarked_items(lines: Sequence[PageLine]) -> Iterator[str]:
    item: list[str] = []
    above = PageLine(LineKind.BLANK)
    for line in lines:
        goes_on = (
            line.kind is LineKind.LITERAL
            or line.text.startswith(">")
            or (line.plain[:1].islower() and len(above.plain) >= _WRAPPED_CHARS)
        )
        if item and line.kind is not LineKind.BLANK and not goes_on:
            yield _joined(item)
            item = []
        if line.kind is not LineKind.BLANK:
            item.append(line.text)
        above = line if line.kind is not LineKind.BLANK else above
    if item:
        yield _joined(item)


def _marked_items(lines: Sequence[PageLine]) -> Iterator[str]:
    """Each top item as its text with what is nested in it below."""
    top = min(line.indent for line in lines if line.kind is LineKind.ITEM)
    item: list[str] = []
    is_after_blank = False
    for line in lines:
        if line.kind is LineKind.ITEM and (not item or line.indent < top + _NESTED_INDENT):
            if item:
                yield _joined(item)
            item = [line.text]
        elif line.kind is LineKind.ITEM:
            item.append(f"{line.marker} {line.text}{missing_marks(line.text)}")
        elif line.kind is LineKind.LITERAL:
            item.append(line.text)
        elif line.kind is not LineKind.BLANK:
            item.extend(["", line.text] if is_after_blank else [line.text])
        is_after_blank = line.kind is LineKind.BLANK
    if item:
        yield _joined(item)


def _end_of_list(lines: Sequence[PageLine], last: int) -> int:
    """Where the list ends: at the first paragraph after its last item that is not part of it."""
    for index in range(last + 1, len(lines)):
        line = lines[index]
        if line.kind is LineKind.HEADING:
            return index
        is_apart = lines[index - 1].kind is LineKind.BLANK and line.kind is LineKind.TEXT
        if is_apart and line.indent <= lines[last].indent and not _goes_on(line):
            return index
    return len(lines)


def _goes_on(line: PageLine) -> bool:
    return line.plain[:1].islower() or line.text.startswith(">")


def _joined(lines: Sequence[str]) -> str:
    lines = (_TICK_BOX.sub("", lines[0]), *lines[1:])
    return "\n".join((lines[0] + missing_marks(lines[0]), *lines[1:])).strip()
