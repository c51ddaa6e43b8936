"""What a line of Markdown source is, known from the lines before it alone.

So an editor need not look at a whole text after each key. Only display math is read otherwise
than on the page: while it is being typed, an opening `$$` counts before there is a closing one.
"""

from typing import NamedTuple

from desktop.domain.markdown_lines import (
    LineKind,
    OpenFence,
    ends_math,
    find_fence,
    has_odd_math,
)
from desktop.rendering.block_starts import TABLE_RULE


class SourceState(NamedTuple):
    """What stands open at the end of a line."""

    fence: OpenFence | None = None
    is_math: bool = False
    is_table: bool = False


START = SourceState()
"""The state before the first line."""


class SourceLine(NamedTuple):
    """What a line is, and what stands open behind it."""

    kind: LineKind
    after: SourceState


def read_line(text: str, before: SourceState) -> SourceLine:
    """What a line is behind `before`."""
    if before.fence and before.fence.code_start(text) is not None:
        if before.fence.is_closed_by(text):
            return SourceLine(LineKind.FENCE_CLOSE, START)
        return SourceLine(LineKind.FENCE_INSIDE, before)
    if before.is_math and not ends_math(text):
        return SourceLine(LineKind.MATH, START if has_odd_math(text) else before)
    if fence := find_fence(text):
        return SourceLine(LineKind.FENCE_OPEN, SourceState(fence=fence))
    is_math = text.lstrip(" \t>").startswith("$$")
    is_row = "|" in text and (before.is_table or TABLE_RULE.match(text) is not None)
    after = SourceState(is_math=has_odd_math(text), is_table=is_row)
    return SourceLine(LineKind.MATH if is_math else LineKind.PLAIN, after)
