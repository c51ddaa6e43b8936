"""A stretch of Markdown source with a look of its own."""

from enum import Enum
from typing import NamedTuple


class SpanKind(Enum):
    """What a stretch of source is; a mark is what the page does not show, such as `**`."""

    MARK = "mark"
    HEADING = "heading"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    STRUCK = "struck"
    CODE = "code"
    FENCED = "fenced"
    MATH = "math"
    LINK = "link"
    LIST = "list"
    QUOTE = "quote"
    FOOTNOTE = "footnote"


class Span(NamedTuple):
    """A stretch of one line, in characters from its beginning."""

    start: int
    end: int
    kind: SpanKind
