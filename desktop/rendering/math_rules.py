"""Dollar math as rules of the Markdown parser: `$…$` in a line, `$$…$$` on lines of its own."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

_INLINE = re.compile(
    r"""
    \$\$ (?P<display> (?: \\. | [^$\\`] )+ ) \$\$
    | \$ (?! [\s$] ) (?P<tex> (?: \\. | [^$\\`] )+ ) (?<! \s ) \$ (?! \d )
    """,
    re.VERBOSE | re.DOTALL,
)
"""As in pandoc: text right inside both dollars, no digit after the closing one, no code."""


def use_math(parser: "MarkdownIt") -> None:
    """Teaches `parser` both kinds of formula: tokens `math_inline` and `math_block` with TeX."""
    parser.inline.ruler.before("escape", "math_inline", _math_inline)
    parser.block.ruler.before(
        "fence",
        "math_block",
        _math_block,
        {"alt": ["paragraph", "reference", "blockquote", "list"]},
    )


def _math_inline(state: "StateInline", silent: bool) -> bool:  # noqa: FBT001 - the parser's protocol
    if state.src[state.pos] != "$":
        return False
    match = _INLINE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("math_inline", "math", 0)
        token.content = (match["tex"] or match["display"]).strip()
    state.pos = match.end()
    return True


def _math_block(
    state: "StateBlock",
    start_line: int,
    end_line: int,
    silent: bool,  # noqa: FBT001 - the parser's protocol
) -> bool:
    found = _display_formula(state, start_line, end_line)
    if found is None:
        return False
    tex, next_line = found
    if not silent:
        token = state.push("math_block", "math", 0)
        token.block = True
        token.content = tex
        token.map = [start_line, next_line]
        state.line = next_line
    return True


def _display_formula(
    state: "StateBlock", start_line: int, end_line: int
) -> tuple[str, int] | None:
    """The TeX that starts in a line and the line after it; a blank line before its end: none."""
    rest = _line(state, start_line)
    if state.is_code_block(start_line) or not rest.startswith("$$"):
        return None
    tex = ""
    rest = rest[2:]
    for line in range(start_line, end_line):
        if line > start_line:
            if state.isEmpty(line) or state.sCount[line] < state.blkIndent:
                return None
            rest = _line(state, line)
        before, dollars, after = rest.partition("$$")
        tex += before + "\n"
        if dollars:
            return (tex.strip(), line + 1) if tex.strip() and not after else None
    return None


def _line(state: "StateBlock", line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()
