"""The stretches of a line of Markdown source that have a look of their own."""

import re
from collections.abc import Iterator

from desktop.domain.markdown_lines import LineKind
from desktop.rendering.block_starts import HEADING, RULE, TABLE_RULE
from desktop.rendering.bounds import DEEPEST_BLOCK
from desktop.rendering.emphasis_spans import emphasis_spans
from desktop.rendering.inline_patterns import ADDRESS, FOOTNOTE, IMAGE, LINK, VERBATIM
from desktop.rendering.source_span import Span, SpanKind
from desktop.rendering.source_state import SourceLine, SourceState

LONGEST_READ = 8_000
"""Characters of a line beyond which it stays plain."""

_CONTAINER = re.compile(
    r"[ \t]*(?:(?P<quote>>)|(?P<list>[-+*]|\d{1,9}[.)])(?=[ \t]|$)"
    r"(?P<task>[ \t]+\[[ xX]\](?=[ \t]))?)"
)
_DEFINITION = re.compile(r" {0,3}\[(?!\^)[^\[\]]+\]:(?=[ \t])")
_PIPE = re.compile(r"(?<!\\)\|")
_SIGNS = frozenset("\\`$<[*_~")
_VERBATIM = re.compile(VERBATIM)
_ADDRESS = re.compile(ADDRESS)
_FOOTNOTE = re.compile(FOOTNOTE)
_LINK = re.compile(LINK)
_IMAGE = re.compile(IMAGE)


def source_spans(text: str, before: SourceState, line: SourceLine) -> list[Span]:
    """The spans of a line that `read_line` read behind `before`; a later one lies on top."""
    text = text[:LONGEST_READ]
    end = len(text)
    if line.kind in {LineKind.FENCE_OPEN, LineKind.FENCE_CLOSE}:
        return [Span(0, end, SpanKind.MARK)]
    if line.kind is LineKind.FENCE_INSIDE:
        return [Span(0, end, SpanKind.FENCED)]
    if line.kind is LineKind.MATH and before.is_math:
        math_end = end if line.after.is_math else text.find("$$") + 2
        return [Span(0, math_end, SpanKind.MATH), *_inline(text, math_end, line.after)]
    if RULE.match(text) or (line.after.is_table and TABLE_RULE.match(text)):
        return [Span(0, end, SpanKind.MARK)]
    return _prose(text, line.after)


def _prose(text: str, after: SourceState) -> list[Span]:
    spans: list[Span] = []
    start = 0
    for _ in range(DEEPEST_BLOCK):
        mark = _CONTAINER.match(text, start)
        if mark is None:
            break
        start = mark.end()
        kind = SpanKind.LIST
        if mark["quote"]:
            spans.append(Span(mark.start(), len(text), SpanKind.QUOTE))
            kind = SpanKind.MARK
        spans.append(Span(mark.start(), start, kind))
    if heading := HEADING.match(text[start:]):
        spans.append(Span(start, len(text), SpanKind.HEADING))
        spans.append(Span(start, start + heading.end("marks"), SpanKind.MARK))
    elif definition := _DEFINITION.match(text, start):
        spans.append(Span(start, definition.end(), SpanKind.LINK))
        return [*spans, Span(definition.end(), len(text), SpanKind.MARK)]
    return spans + _inline(text, start, after)


def _inline(text: str, start: int, after: SourceState) -> list[Span]:
    """Spans of running text; what one rule has read is hidden from those that come later."""
    is_row = after.is_table or text.lstrip(" \t>").startswith("|")
    if not is_row and _SIGNS.isdisjoint(text):
        return []
    words = _Words(text, start)
    spans = [*_verbatim(words)]
    opening = words.text.rfind("$$", start)
    if after.is_math and opening >= 0:
        spans += words.take(opening, len(text), SpanKind.MATH)
    for pattern, kind in ((_ADDRESS, SpanKind.LINK), (_FOOTNOTE, SpanKind.FOOTNOTE)):
        for found in pattern.finditer(words.text, start):
            spans += words.take(found.start(), found.end(), kind)
    for pattern in (_IMAGE, _LINK):
        for found in pattern.finditer(words.text, start):
            spans += _link(words, found)
    if is_row:
        pipes = _PIPE.finditer(words.text, start)
        spans += [Span(pipe.start(), pipe.end(), SpanKind.MARK) for pipe in pipes]
    return [*emphasis_spans(words.text), *spans]


class _Words:
    """The text of a line in which what has been read is replaced."""

    def __init__(self, text: str, start: int) -> None:
        self.text = " " * start + text[start:]

    def take(self, start: int, end: int, kind: SpanKind) -> Iterator[Span]:
        self.text = f"{self.text[:start]}{'`' * (end - start)}{self.text[end:]}"
        yield Span(start, end, kind)


def _verbatim(words: _Words) -> Iterator[Span]:
    for found in _VERBATIM.finditer(words.text):
        if found["code"]:
            yield from words.take(found.start(), found.end(), SpanKind.CODE)
        elif found["tex"] or found["display"]:
            yield from words.take(found.start(), found.end(), SpanKind.MATH)
        elif found["escaped"]:
            list(words.take(found.start(), found.end(), SpanKind.MARK))
            yield Span(found.start(), found.start() + 1, SpanKind.MARK)


def _link(words: _Words, found: re.Match[str]) -> Iterator[Span]:
    """The words of a link or an image, and its target as a mark; none for words in brackets."""
    if found["bare"] is None and found["in_angles"] is None and not found["reference"]:
        return
    yield Span(found.start("words"), found.end("words"), SpanKind.LINK)
    yield from words.take(found.start(), found.start("words"), SpanKind.MARK)
    yield from words.take(found.end("words"), found.end(), SpanKind.MARK)
