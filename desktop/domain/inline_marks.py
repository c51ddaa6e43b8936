"""Bold, italic, code, math and links: marks put around words, and taken away again."""

import re
from collections.abc import Sequence
from enum import Enum

from desktop.domain.list_lines import find_item, read_prefix
from desktop.domain.text_edit import TextEdit, insertion
from desktop.domain.touched_lines import touch_lines

WEB_ADDRESS = re.compile(r"https?://[^\s<>]+", re.IGNORECASE)
_LINK = re.compile(r"(?<!!)\[(?P<words>(?:\\.|[^\[\]\\])*)\]\((?P<address>[^()\s]*)\)")
_WORD = re.compile(r"[\w'’-]+")


class InlineMark(Enum):
    """What stands before and behind marked words."""

    BOLD = "**"
    ITALIC = "*"
    CODE = "`"
    MATH = "$"


def toggle_bold(text: str, start: int, end: int) -> TextEdit:
    """Makes the selection, or the word at the caret, bold or no longer so."""
    return toggle_mark(text, start, end, InlineMark.BOLD)


def toggle_italic(text: str, start: int, end: int) -> TextEdit:
    """Makes the selection, or the word at the caret, italic or no longer so."""
    return toggle_mark(text, start, end, InlineMark.ITALIC)


def toggle_code(text: str, start: int, end: int) -> TextEdit:
    """Makes the selection, or the word at the caret, code or no longer so."""
    return toggle_mark(text, start, end, InlineMark.CODE)


def toggle_math(text: str, start: int, end: int) -> TextEdit:
    """Makes the selection, or the word at the caret, a formula or no longer one."""
    return toggle_mark(text, start, end, InlineMark.MATH)


def toggle_mark(text: str, start: int, end: int, mark: InlineMark) -> TextEdit:
    """Puts marks around the selected words, on each line of its own, or takes them away.

    Without a selection the word at the caret is meant; where there is none an empty pair is made,
    and at the end of marked words the caret steps out of them.
    """
    if start == end:
        return _toggle_at(text, start, mark)
    pieces = _pieces(text, start, end)
    if not pieces:
        return insertion(end, end, mark.value, mark.value)
    outer = [_with_marks_around(text, piece, mark) for piece in pieces]
    if all(_is_marked(text[begin:finish], mark) for begin, finish in outer):
        changed = [_unmarked(text[begin:finish], mark) for begin, finish in outer]
    else:
        outer = pieces
        changed = [_marked(text[begin:finish], mark) for begin, finish in outer]
    return _replace_pieces(text, outer, changed)


def toggle_link(text: str, start: int, end: int) -> TextEdit:
    """Makes a link of the selection, or plain words of the link the caret is in."""
    for link in _LINK.finditer(text, *_line_bounds(text, start)):
        if link.start() <= start and end <= link.end():
            words = link["words"]
            return TextEdit(
                link.start(), link.end(), words, link.start(), link.start() + len(words)
            )
    selected = text[start:end]
    if WEB_ADDRESS.fullmatch(selected):
        return insertion(start, end, "[", f"]({selected})")
    if not selected:
        start, end = _word_at(text, start)
        selected = text[start:end]
    if not selected:
        return insertion(start, end, "[", "]()")
    return insertion(start, end, f"[{_escaped(selected)}](", ")")


def link_words(words: str, address: str) -> str:
    """A Markdown link."""
    if re.search(r"[()\s]", address):
        address = f"<{address}>"
    return f"[{_escaped(words)}]({address})"


def _escaped(words: str) -> str:
    """The words, with brackets that would end the link's text early held back."""
    if words.count("[") == words.count("]"):
        return words
    return re.sub(r"(?<!\\)([\[\]])", r"\\\1", words)


def _toggle_at(text: str, caret: int, mark: InlineMark) -> TextEdit:
    value = mark.value
    if _has_mark_behind(text, caret, mark):
        before = text[_line_bounds(text, caret)[0] : caret]
        if before.endswith(value):
            begin = caret - len(value)
            return TextEdit(begin, caret + len(value), "", begin, begin)
        return TextEdit(caret, caret, "", caret + len(value), caret + len(value))
    start, end = _word_at(text, caret)
    if start == end:
        return insertion(caret, caret, value, value)
    edit = toggle_mark(text, start, end, mark)
    moved = caret + edit.anchor - start
    return edit._replace(anchor=moved, caret=moved)


def _has_mark_behind(text: str, caret: int, mark: InlineMark) -> bool:
    """Whether the caret stands before a mark that closes."""
    run = _run(text, caret, mark.value[0])
    if not _fits(run, mark):
        return False
    line_start, _ = _line_bounds(text, caret)
    opened = text[line_start:caret].count(mark.value[0])
    return opened % (2 * len(mark.value)) != 0 or text[line_start:caret].endswith(mark.value)


def _word_at(text: str, caret: int) -> tuple[int, int]:
    """The word around or beside the caret, empty where there is none or only marks."""
    bounds = _line_bounds(text, caret)
    for word in _WORD.finditer(text, *bounds):
        if word.start() < caret < word.end():
            return word.start(), word.end()
    return caret, caret


def _line_bounds(text: str, offset: int) -> tuple[int, int]:
    end = text.find("\n", offset)
    return text.rfind("\n", 0, offset) + 1, len(text) if end < 0 else end


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The selected stretch of each line, without list marks, quote marks and outer blanks."""
    pieces = []
    for line in touch_lines(text, start, end).touched:
        item = find_item(line.text)
        head = item.head if item else read_prefix(line.text).text
        begin = max(start, line.start + len(head))
        finish = min(end, line.start + len(line.text))
        piece = text[begin:finish]
        if piece.strip():
            begin += len(piece) - len(piece.lstrip())
            pieces.append((begin, begin + len(piece.strip())))
    return pieces


def _with_marks_around(text: str, piece: tuple[int, int], mark: InlineMark) -> tuple[int, int]:
    """The piece, and the marks that stand just outside of it."""
    begin, finish = piece
    if _is_marked(text[begin:finish], mark):
        return piece
    character = mark.value[0]
    before = _run(text[:begin][::-1], 0, character)
    run = min(before, _run(text, finish, character))
    return (begin - len(mark.value), finish + len(mark.value)) if _fits(run, mark) else piece


def _is_marked(words: str, mark: InlineMark) -> bool:
    character = mark.value[0]
    run = min(_run(words, 0, character), _run(words[::-1], 0, character))
    return len(words) > 2 * len(mark.value) and _fits(run, mark)


def _fits(run: int, mark: InlineMark) -> bool:
    """Whether so many marks mean this one: of three stars two are bold and one is italic."""
    if mark is InlineMark.BOLD:
        return run >= len(mark.value)
    return run in (1, 3) if mark is InlineMark.ITALIC else run == 1


def _run(text: str, start: int, character: str) -> int:
    end = start
    while end < len(text) and text[end] == character:
        end += 1
    return end - start


def _marked(words: str, mark: InlineMark) -> str:
    if mark is InlineMark.CODE and "`" in words:
        return f"`` {words} ``"
    return mark.value + words + mark.value


def _unmarked(words: str, mark: InlineMark) -> str:
    return words[len(mark.value) : -len(mark.value)]


def _replace_pieces(
    text: str, pieces: Sequence[tuple[int, int]], changed: Sequence[str]
) -> TextEdit:
    """The pieces written anew; what is selected after it is what is marked, without its marks."""
    first, last = pieces[0][0], pieces[-1][1]
    parts: list[str] = []
    at = first
    for (begin, finish), new in zip(pieces, changed, strict=True):
        parts += [text[at:begin], new]
        at = finish
    written = "".join(parts)
    old, new = text[pieces[0][0] : pieces[0][1]], changed[0]
    if len(pieces) > 1 or len(new) < len(old):
        return TextEdit(first, last, written, first, first + len(written))
    margin = (len(new) - len(old)) // 2
    return TextEdit(first, last, written, first + margin, first + len(written) - margin)
