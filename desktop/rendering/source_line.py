"""A line of Markdown source: its indentation, and whether it may only go on with a paragraph."""

LAZY = "\3"
"""Before a line that lacks its container's mark, so that it only continues a paragraph in it."""

CODE_INDENT = 4
"""Columns from which a line is code, and the distance of tab stops."""


def is_blank(line: str) -> bool:
    """Whether a line has nothing but spaces and tabs."""
    return not line.strip(" \t")


def indent_of(line: str) -> int:
    """The columns before the first word, a tab reaching to the next stop."""
    words = line.lstrip(" \t")
    return len(line[: len(line) - len(words)].expandtabs(CODE_INDENT))


def without_indent(line: str, columns: int) -> str:
    """The line with at most so many columns less before its first word."""
    if columns == 0:
        return line
    words = line.lstrip(" \t")
    return line[: len(line) - len(words)].expandtabs(CODE_INDENT)[columns:] + words


def lazy(line: str) -> str:
    """The line marked as one that only continues a paragraph."""
    return line if line.startswith(LAZY) else LAZY + line


def not_lazy(line: str) -> str:
    """The line without such a mark."""
    return line.removeprefix(LAZY)
