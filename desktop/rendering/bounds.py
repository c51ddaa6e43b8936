"""How much of a text is laid out; past it a chunk is shown as plain text with a note."""

from typing import TYPE_CHECKING

from desktop.rendering.page_tree import PlainText

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LONGEST_PROSE = 20_000
"""Characters of one chunk of prose; emphasis alone takes the parser 50 ms for as many."""

MOST_BRACKETS = 1_000
"""In one chunk of prose; as many links take the parser 20 ms."""

LONGEST_CODE = 100_000
"""Characters of one chunk that is a single code block."""

MOST_LINES = 2_000
DEEPEST_BLOCK = 24
MOST_COLUMNS = 32
MOST_CELLS = 500
"""Of one chunk's tables; a text document needs 0.1 s for as many."""

MOST_PIECES = 1_000
"""Stretches of one chunk's text with a look of their own; plain text between them is free."""

TOO_DEEP = "nested too deep to lay out"

_CONTAINERS = frozenset({"blockquote", "ul", "ol", "li", "dl", "dd", "footnote"})
_PIECES = frozenset({"em", "strong", "del", "a", "img", "code", "math", "sup", "br"})


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


def too_much(root: "Element") -> str:
    """Why what the parser found in a chunk is not worth laying out, or ""."""
    level = list(root)
    for _ in range(DEEPEST_BLOCK):
        level = [child for element in level if element.tag in _CONTAINERS for child in element]
    if level:
        return TOO_DEEP
    if sum(1 for element in root.iter() if element.tag in _PIECES) > MOST_PIECES:
        return "too full of marks to lay out"
    for table in root.iter("table"):
        if len(table[0]) > MOST_COLUMNS or len(table[0]) * (len(table) - 1) > MOST_CELLS:
            return "too many cells to lay out"
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
