"""Lists, tasks, quotes, headings and code blocks made of lines, and lines made of them again."""

from collections.abc import Callable
from functools import partial

from desktop.domain.line_continuation import OPEN_TASK
from desktop.domain.list_lines import find_item, read_prefix
from desktop.domain.markdown_lines import LineKind
from desktop.domain.text_edit import TextEdit, TextStep, insertion
from desktop.domain.touched_lines import TouchedLines, rewrite_lines, touch_lines

_DEEPEST_LEVEL = 6
_FENCE = "```"


def toggle_bullets(text: str, start: int, end: int) -> TextEdit | None:
    """Makes list items of the lines, or plain lines again."""
    return _toggle_markers(text, start, end, lambda _number: "- ")


def toggle_numbers(text: str, start: int, end: int) -> TextEdit | None:
    """Makes a numbered list of the lines, or plain lines again."""
    return _toggle_markers(text, start, end, "{}. ".format)


def toggle_tasks(text: str, start: int, end: int) -> TextEdit | None:
    """Makes tasks of the lines, or plain lines again."""
    return _toggle_markers(text, start, end, lambda _number: f"- {OPEN_TASK}")


def toggle_quote(text: str, start: int, end: int) -> TextEdit | None:
    """Puts the lines into a quote, or takes them out of one."""
    touched = touch_lines(text, start, end)
    if all(line.text.startswith(">") for line in touched.touched):
        changed = [line.text.removeprefix(">").removeprefix(" ") for line in touched.touched]
    else:
        changed = [f"> {line.text}" if line.text else ">" for line in touched.touched]
        changed = ["> " if changed == [">"] else line for line in changed]
    return rewrite_lines(touched, dict(enumerate(changed, start=touched.first)))


def change_heading(text: str, start: int, end: int, by: int) -> TextEdit | None:
    """Makes the heading larger (by 1) or smaller (by -1); plain text is one step below `######`.

    From plain text larger gives a `##`, since an answer has no title of its own; from `#` on it is
    plain again.
    """
    touched = touch_lines(text, start, end)
    changed = {
        line.number - 1: _with_level(line.text, _next_level(heading.level if heading else 0, by))
        for line in touched.touched
        for heading in (line.heading,)
        if line.is_plain and (not line.is_blank or not touched.is_selection)
    }
    return rewrite_lines(touched, changed)


def heading_step(by: int) -> TextStep:
    """The step that makes headings larger or smaller."""
    return partial(change_heading, by=by)


def toggle_code_block(text: str, start: int, end: int) -> TextEdit:
    """Puts the lines between code fences, or takes away the fences around them."""
    touched = touch_lines(text, start, end)
    if touched.lines[touched.first].kind in (
        LineKind.FENCE_OPEN,
        LineKind.FENCE_INSIDE,
        LineKind.FENCE_CLOSE,
    ):
        return _without_fences(touched)
    begin = touched.lines[touched.first].start
    last = touched.lines[touched.last]
    finish = last.start + len(last.text)
    body = text[begin:finish]
    marks = _FENCE
    while marks in body:
        marks += "`"
    edit = insertion(begin, finish, f"{marks}\n", f"{body}\n{marks}")
    shift = len(marks) + 1
    return edit._replace(anchor=start + shift, caret=end + shift)


def _without_fences(touched: TouchedLines) -> TextEdit:
    lines = touched.lines
    first = touched.first
    while lines[first].kind is not LineKind.FENCE_OPEN:
        first -= 1
    after = first + 1
    while after < len(lines) and lines[after].kind is LineKind.FENCE_INSIDE:
        after += 1
    is_closed = after < len(lines) and lines[after].kind is LineKind.FENCE_CLOSE
    last = lines[after if is_closed else after - 1]
    body = "\n".join(line.text for line in lines[first + 1 : after])
    begin, opening = lines[first].start, len(lines[first].text) + 1
    anchor, caret = (
        begin + min(max(0, at - begin - opening), len(body)) for at in (touched.start, touched.end)
    )
    return TextEdit(begin, last.start + len(last.text), body, anchor, caret)


def _toggle_markers(
    text: str, start: int, end: int, new_marker: Callable[[int], str]
) -> TextEdit | None:
    touched = touch_lines(text, start, end)
    lines = [
        line
        for line in touched.touched
        if line.is_plain and (not line.is_blank or not touched.is_selection)
    ]
    heads = [_read_head(line.text) for line in lines]
    wanted = [new_marker(number) for number in range(1, len(lines) + 1)]
    is_on = all(_kind(head[1]) == _kind(new) for head, new in zip(heads, wanted, strict=True))
    changed = {
        line.number - 1: prefix + ("" if is_on else new) + line.text[len(prefix + old) :]
        for line, (prefix, old), new in zip(lines, heads, wanted, strict=True)
    }
    return rewrite_lines(touched, changed)


def _read_head(text: str) -> tuple[str, str]:
    """The quote marks and indentation of a line, and the list marker behind them."""
    item = find_item(text)
    if item is None:
        return read_prefix(text).text, ""
    return item.prefix.text, item.head[len(item.prefix.text) :]


def _kind(marker: str) -> str:
    """Whether a marker makes a task, a number, a bullet or nothing."""
    if "[" in marker:
        return "task"
    if marker[:1].isdigit():
        return "number"
    return "bullet" if marker.strip() else ""


def _next_level(level: int, by: int) -> int:
    if level == 0:
        return 2 if by > 0 else _DEEPEST_LEVEL
    return (level - by) % (_DEEPEST_LEVEL + 1)


def _with_level(text: str, level: int) -> str:
    bare = text.lstrip(" ").lstrip("#")
    words = bare.lstrip() if text.lstrip(" ").startswith("#") else text
    return f"{'#' * level} {words}" if level else words
