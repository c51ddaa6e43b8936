"""Brackets, quotes and marks that come in pairs as they are typed."""

from desktop.domain.list_lines import find_item, read_prefix
from desktop.domain.markdown_lines import LineKind, MarkdownLine
from desktop.domain.text_edit import TextEdit, insertion
from desktop.domain.touched_lines import TouchedLines, touch_lines

CLOSERS = {"(": ")", "[": "]", "{": "}", '"': '"', "`": "`", "$": "$"}
"""What is paired without a selection."""

_WRAPPERS = CLOSERS | {"*": "*", "_": "_"}
_MAY_FOLLOW = " \t\n)]}\"'`*_$.,;:!?|"
_MAY_PRECEDE_QUOTE = " \t\n([{"
FENCE = "```"
MATH = "$$"


def pair_typed(text: str, start: int, end: int, typed: str) -> TextEdit | None:
    """The change a typed opening mark makes besides itself; None if it is typed as it is."""
    if typed not in _WRAPPERS:
        return None
    if start != end:
        selected = text[start:end]
        wrapped = typed + selected + _WRAPPERS[typed]
        return TextEdit(start, end, wrapped, start + 1, end + 1)
    if typed == "`" and text[max(0, start - 2) : start] == "``":
        return _fence_typed(touch_lines(text, start, start))
    if typed not in CLOSERS or not _may_pair(text, start, typed):
        return None
    return insertion(start, start, typed, CLOSERS[typed])


def drops_closer(opener: str, typed: str) -> bool:
    """Whether a pair just opened was none: `$5` is money, and a formula starts with no space."""
    return opener == "$" and (typed.isdigit() or typed.isspace())


def close_math(text: str, start: int, end: int) -> TextEdit | None:
    """What Enter does behind a `$$` that opens a formula: the closing one comes with it."""
    if text[max(0, start - 2) : start] != MATH or start != end:
        return None
    touched = touch_lines(text, start, end)
    line = touched.lines[touched.first]
    if line.kind is not LineKind.PLAIN or start != line.start + len(line.text.rstrip()):
        return None
    head, inner = _heads(line)
    if line.text.strip() != (head + MATH).strip():
        return None
    return insertion(start, line.start + len(line.text), f"\n{inner}", f"\n{inner}{MATH}")


def meet_closing_math(text: str, start: int, end: int) -> TextEdit | None:
    """What a second `$` does on a line right above the closing `$$`: it goes on to that one."""
    if start != end or text[start - 1 : start] != "$":
        return None
    touched = touch_lines(text, start, end)
    line, *below = touched.lines[touched.first : touched.first + 2]
    column = start - line.start
    is_alone = line.text[:column].strip() == "$" and line.text[column:].strip() in ("", "$")
    if not is_alone or not below or below[0].text.strip() != MATH:
        return None
    for above in reversed(touched.lines[: touched.first]):
        if above.text.strip(" \t>").endswith(MATH):
            return insertion(line.start, below[0].start + len(below[0].text), below[0].text)
        if above.is_blank:
            break
    return None


def _may_pair(text: str, caret: int, typed: str) -> bool:
    before, after = text[caret - 1 : caret], text[caret : caret + 1]
    if (after and after not in _MAY_FOLLOW) or before == "\\":
        return False
    if typed == '"':
        return (not before or before in _MAY_PRECEDE_QUOTE) and not _is_open(text, caret, typed)
    if typed in "`$":
        return (
            not before.isalnum()
            and before not in ("_", typed)
            and not _is_open(text, caret, typed)
            and _is_prose(text, caret)
        )
    return True


def _is_open(text: str, caret: int, mark: str) -> bool:
    """Whether the line has an odd number of these marks before the caret, so that one closes."""
    line_start = text.rfind("\n", 0, caret) + 1
    return text.count(mark, line_start, caret) % 2 == 1


def _is_prose(text: str, caret: int) -> bool:
    touched = touch_lines(text, caret, caret)
    return touched.lines[touched.first].is_plain


def _fence_typed(touched: TouchedLines) -> TextEdit | None:
    """The third tick of a fence brings the closing one, or goes on to the one that is there."""
    line = touched.lines[touched.first]
    caret = touched.start
    head, inner = _heads(line)
    if line.text[: caret - line.start] != f"{head}``" or line.text[caret - line.start :].strip():
        return None
    finish = line.start + len(line.text)
    if line.kind is LineKind.PLAIN:
        return insertion(caret, finish, "`", f"\n{inner}{FENCE}")
    following = touched.lines[touched.first + 1 : touched.first + 2]
    if following and following[0].kind is LineKind.FENCE_CLOSE:
        closing = following[0]
        if closing.text.strip() == (head + FENCE).strip():
            finish = closing.start + len(closing.text)
            return insertion(line.start, finish, closing.text)
    return None


def _heads(line: MarkdownLine) -> tuple[str, str]:
    """What stands before the content of a line, and what lines below it begin with."""
    item = find_item(line.text) if line.kind is LineKind.PLAIN else None
    if item is None:
        prefix = read_prefix(line.text).text
        return prefix, prefix
    return item.head, item.prefix.quote + " " * item.inner_columns
