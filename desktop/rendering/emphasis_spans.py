"""Emphasis in a line of source, by the rules of CommonMark for runs of `*`, `_` and `~~`."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from desktop.rendering.source_span import Span, SpanKind

_RUN = re.compile(r"\*+|_+|(?<!~)~~(?!~)")
_PAIR = 2


class _Opener(NamedTuple):
    mark: str
    start: int
    end: int


def emphasis_spans(text: str) -> Iterator[Span]:
    """Emphasised stretches, the outer ones after the inner; each is followed by its marks."""
    openers: list[_Opener] = []
    held: Counter[str] = Counter()
    for run in _RUN.finditer(text):
        mark, start, end = run[0][0], run.start(), run.end()
        may_open, may_close = _sides(text, start, end)
        while may_close and start < end and held[mark]:
            while openers[-1].mark != mark:
                held[openers.pop().mark] -= 1
            opener = openers.pop()
            width = min(_PAIR, end - start, opener.end - opener.start)
            yield from _pair(mark, opener.end - width, start + width, width)
            start += width
            held[mark] -= 1
            if opener.end - width > opener.start:
                openers.append(opener._replace(end=opener.end - width))
                held[mark] += 1
        if may_open and start < end:
            openers.append(_Opener(mark, start, end))
            held[mark] += 1


def _pair(mark: str, start: int, end: int, width: int) -> Iterator[Span]:
    kind = SpanKind.STRONG if width == _PAIR else SpanKind.EMPHASIS
    yield Span(start, end, SpanKind.STRUCK if mark == "~" else kind)
    yield Span(start, start + width, SpanKind.MARK)
    yield Span(end - width, end, SpanKind.MARK)


def _sides(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether a run of marks may open and may close."""
    before, after = text[start - 1 : start] if start else " ", text[end : end + 1] or " "
    is_left = not after.isspace() and (after.isalnum() or not before.isalnum())
    is_right = not before.isspace() and (before.isalnum() or not after.isalnum())
    if text[start] == "_":
        return is_left and not before.isalnum(), is_right and not after.isalnum()
    return is_left, is_right
