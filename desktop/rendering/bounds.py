"""How much of a text is laid out; past it a chunk is shown as plain text with a note."""

from typing import TYPE_CHECKING

from desktop.rendering.page_tree import PlainText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

LONGEST_PROSE = 20_000
"""Characters of one chunk of prose; emphasis marks alone take the parser 50 ms for as many."""

MOST_BRACKETS = 1_000
"""In one chunk of prose; the parser needs time that grows with their square, 20 ms for these."""

LONGEST_CODE = 100_000
"""Characters of one chunk that is a single code block."""

MOST_LINES = 2_000
DEEPEST_BLOCK = 24
MOST_COLUMNS = 32
MOST_CELLS = 1_000
"""Of one chunk's tables; a text document needs 0.2 s for as many."""

MOST_PIECES = 2_000
"""Stretches of one chunk that look different from what is before them."""


def too_long(text: str) -> str:
    """Why a chunk is not worth parsing, or ""."""
    is_code = text.startswith(("```", "~~~"))
    if len(text) > (LONGEST_CODE if is_code else LONGEST_PROSE):
        return "too long to lay out"
    if text.count("[") > MOST_BRACKETS and not is_code:
        return "too full of brackets to lay out"
    if text.count("\n") > MOST_LINES:
        return "too many lines to lay out"
    return ""


def too_much(tokens: "Sequence[Token]") -> str:
    """Why what the parser found in a chunk is not worth laying out, or ""."""
    if any(token.level > DEEPEST_BLOCK for token in tokens):
        return "nested too deep to lay out"
    if sum(len(token.children or ()) for token in tokens) > MOST_PIECES:
        return "too full of marks to lay out"
    columns = cells = 0
    for token in tokens:
        if token.type == "th_open":
            columns += 1
        elif token.type == "td_open":
            cells += 1
        elif token.type == "table_close":
            if columns > MOST_COLUMNS or cells > MOST_CELLS:
                return "too many cells to lay out"
            columns = cells = 0
    return ""


def plain(text: str, reason: str) -> PlainText:
    """The beginning of a chunk as it stands, with a note that says why and what is left out."""
    lines = text.split("\n")
    shown = "\n".join(lines[:MOST_LINES])[:LONGEST_PROSE].rstrip("\n")
    rest = len(text.rstrip("\n")) - len(shown)
    note = f"This is {reason}, so it is shown as plain text."
    if rest > 0:
        note += f" {rest:,} more characters are in the text but not shown here."
    return PlainText(shown, note)
