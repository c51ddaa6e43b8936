"""The items of a Markdown list, each with the lines that belong to it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from desktop.domain.markdown_lines import LineKind, MarkdownLine, scan_lines

_ITEM = re.compile(r"(?P<indent>\s*)(?P<marker>[-*+•]|\d{1,9}[.)])(?:(?P<gap>\s+)(?P<text>.*)|$)")
_NESTED_INDENT = 2
_CODE_INDENT = 4


def split_items(markdown: str) -> Iterator[tuple[str, ...]]:
    """The items of the top-level lists, each as its lines without marker and indentation.

    A nested list, fence or paragraph belongs to its item; so does a quote, even where it is not
    indented. What stands before, between and after the lists is passed over, and so are empty
    items.
    """
    lines: list[str] | None = None
    indent = content_column = 0
    is_after_blank = False
    for line in scan_lines(markdown):
        text = _with_leading_spaces(line.text)
        width = len(text) - len(text.lstrip())
        item = _ITEM.match(text) if line.kind in (LineKind.PLAIN, LineKind.FENCE_OPEN) else None
        if item and (lines is None or width < indent + _NESTED_INDENT):
            if lines and not _is_empty(lines):
                yield tuple(lines)
            lines, indent = [item["text"] or ""], width
            gap = len(item["gap"] or " ")
            content_column = item.end("marker") + (gap if gap <= _CODE_INDENT else 1)
        elif lines is not None and _leaves_item(line, width, is_after_blank=is_after_blank):
            if not _is_empty(lines):
                yield tuple(lines)
            lines = None
        elif lines is not None:
            lines.append(text[min(width, content_column) :])
        is_after_blank = line.is_blank
    if lines and not _is_empty(lines):
        yield tuple(lines)


def read_items(markdown: str) -> tuple[str, ...]:
    """The text of each top-level list item, its soft line breaks joined."""
    return tuple(join_lines(lines) for lines in split_items(markdown))


def write_items(items: Iterable[str], *, is_numbered: bool = False) -> str:
    """The items as a canonical Markdown list, with bullets or numbers."""
    return "\n".join(
        write_item(item, f"{number}. " if is_numbered else "- ")
        for number, item in enumerate(items, start=1)
    )


def write_item(text: str, marker: str = "- ") -> str:
    """`text` behind a list marker, its further lines indented to stand under its first."""
    first, *rest = text.split("\n")
    pad = " " * len(marker)
    return "\n".join([marker + first, *(pad + line if line else "" for line in rest)])


def join_lines(lines: Sequence[str]) -> str:
    """The lines as Markdown in which each paragraph is one line."""
    joined: list[str] = []
    is_open = False
    for line in scan_lines("\n".join(lines)):
        text = line.text.rstrip()
        if is_open and _continues_paragraph(line):
            joined[-1] += " " + text.lstrip()
        else:
            joined.append(text)
        is_open = (
            line.is_plain
            and line.heading is None
            and not line.is_blank
            and not text.endswith("\\")
            and not text.lstrip().startswith("|")
        )
    return "\n".join(joined).strip()


def _continues_paragraph(line: MarkdownLine) -> bool:
    return (
        line.is_plain
        and line.heading is None
        and not line.is_blank
        and not line.text.lstrip().startswith((">", "|"))
        and not _ITEM.match(line.text)
    )


def _leaves_item(line: MarkdownLine, width: int, *, is_after_blank: bool) -> bool:
    if line.kind in (LineKind.FENCE_INSIDE, LineKind.FENCE_CLOSE) or line.is_blank or width > 0:
        return False
    return line.heading is not None or (is_after_blank and not line.text.startswith(">"))


def _is_empty(lines: Sequence[str]) -> bool:
    """Whether an item says nothing, or is a rule made of spaced dashes."""
    return all(not line.strip("-*_ \t\xa0") for line in lines)


def _with_leading_spaces(text: str) -> str:
    """`text` with its leading tabs and non-breaking spaces made plain spaces."""
    stripped = text.lstrip()
    leading = text[: len(text) - len(stripped)]
    return " " * len(leading.expandtabs(4)) + stripped
