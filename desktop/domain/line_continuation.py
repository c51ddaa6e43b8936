"""What Enter does: lists, tasks, quotes and indentation go on; an empty item ends its list."""

from collections.abc import Sequence

from desktop.domain.list_lines import ListItem, find_item, find_parent, read_prefix
from desktop.domain.list_numbers import next_number, renumbered
from desktop.domain.markdown_lines import LineKind, MarkdownLine
from desktop.domain.text_edit import TextEdit, insertion
from desktop.domain.touched_lines import rewrite_lines, touch_lines

OPEN_TASK = "[ ] "


def continue_line(text: str, start: int, end: int) -> TextEdit | None:
    """The change Enter makes in place of the selection; None where it is a plain new line."""
    remaining = text[:start] + text[end:]
    touched = touch_lines(remaining, start, start)
    line = touched.lines[touched.first]
    column = start - line.start
    item = find_item(line.text) if line.kind in (LineKind.PLAIN, LineKind.FENCE_OPEN) else None
    if item is not None and column >= len(item.head.rstrip()):
        if line.kind is LineKind.PLAIN and not item.content.strip():
            edit = _end_item(remaining, start)
        else:
            edit = _next_item(touched.texts, touched.kinds, line, item, column)
    else:
        edit = _keep_prefix(line, column)
    return edit and edit._replace(end=edit.end + end - start)


def break_line(_text: str, start: int, end: int) -> TextEdit:
    """The change Shift+Enter makes: a plain new line."""
    return insertion(start, end, "\n")


def _next_item(
    texts: Sequence[str],
    kinds: Sequence[LineKind],
    line: MarkdownLine,
    item: ListItem,
    column: int,
) -> TextEdit:
    """A further item, or in a fence that opened in one a line at its depth."""
    index = line.number - 1
    kept, moved = line.text[:column], line.text[column:].lstrip()
    if column < len(item.head):
        item = find_item(kept) or item
    if line.kind is LineKind.FENCE_OPEN:
        inner = item.prefix.quote + " " * item.inner_columns
        return insertion(line.start + column, line.start + len(line.text), f"\n{inner}", moved)
    task = OPEN_TASK if item.task else ""
    new = item._replace(
        number=next_number(texts, kinds, index), gap=item.gap or " ", task=task, content=moved
    )
    changed = [*texts[:index], kept, new.text, *texts[index + 1 :]]
    changed_kinds = [*kinds[: index + 1], *kinds[index:]]
    renewed = dict(renumbered(changed, changed_kinds, index + 1))
    last = max(renewed, default=index + 1)
    following = [renewed.get(at, changed[at]) for at in range(index + 2, last + 1)]
    replaced = "\n".join(texts[index:last])
    caret = line.start + column + 1 + len(new.head)
    return TextEdit(
        line.start + column,
        line.start + len(replaced),
        "\n" + "\n".join((new.text, *following)),
        caret,
        caret,
    )


def _end_item(text: str, caret: int) -> TextEdit | None:
    """An empty item moves out to its parent's list, or gives way to a plain line."""
    touched = touch_lines(text, caret, caret)
    texts, kinds, index = touched.texts, touched.kinds, touched.first
    item = find_item(texts[index])
    assert item is not None
    at = find_parent(texts, kinds, index)
    parent = find_item(texts[at]) if at is not None else None
    if at is None or parent is None:
        return rewrite_lines(touched, {index: item.prefix.quote.rstrip() and item.prefix.quote})
    task = OPEN_TASK if parent.task else ""
    outer = parent._replace(number=next_number(texts, kinds, at), task=task, content="")
    texts[index] = outer.text
    return rewrite_lines(touched, {index: outer.text, **dict(renumbered(texts, kinds, index))})


def _keep_prefix(line: MarkdownLine, column: int) -> TextEdit | None:
    """A new line with the quote marks and the indentation of this one."""
    prefix = read_prefix(line.text)
    caret = line.start + column
    if column < len(prefix.text) or not prefix.text:
        return None
    rest = line.text[len(prefix.text) :]
    is_code = line.kind in (LineKind.FENCE_OPEN, LineKind.FENCE_INSIDE)
    if not rest and not is_code:
        return _leave_quote(line)
    spaces = len(line.text[column:]) - len(line.text[column:].lstrip())
    quote = prefix.quote if not prefix.quote or prefix.quote.endswith(" ") else prefix.quote + " "
    return insertion(caret, caret + (0 if is_code else spaces), f"\n{quote}{prefix.indent}")


def _leave_quote(line: MarkdownLine) -> TextEdit | None:
    """An empty line of a quote loses its innermost mark; None where there is none."""
    outer, mark, _ = line.text.rpartition(">")
    return insertion(line.start, line.start + len(line.text), outer) if mark else None
