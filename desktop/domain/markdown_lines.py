"""The lines of a Markdown text, each known to be prose, code or display math."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

_LINE = re.compile(r"[^\r\n]++(?:\r\n?|\n)?|\r\n?|\n")
_FENCE = re.compile(
    r"(?P<quote>(?:[ \t]*>)*)[ \t]*(?:(?:[-*+•]|\d{1,9}[.)])[ \t]+)*"
    r"(?P<marks>`{3,}(?=[^`]*$)|~{3,})(?P<info>.*)"
)
_MATH_TOKEN = re.compile(r"\\.|`+|\$\$", re.DOTALL)
_HEADING = re.compile(r" {0,3}(#{1,6})(?=\s|$)")
_SPACES = " \t\xa0"


class LineKind(Enum):
    """What a line is: prose, one of the three lines of a code fence, or display math."""

    PLAIN = "plain"
    FENCE_OPEN = "fence open"
    FENCE_INSIDE = "fence inside"
    FENCE_CLOSE = "fence close"
    MATH = "math"


class Heading(NamedTuple):
    """A heading written with `#` marks; `level` is 1 to 6."""

    level: int
    text: str


class OpenFence(NamedTuple):
    """A code fence that stands open; `quote_depth` counts the `>` marks before it."""

    marks: str
    quote_depth: int
    info: str

    def code_start(self, text: str) -> int | None:
        """Where the code starts in a further line; None if that is behind the fence's quote."""
        quote = re.match(rf"(?:[ \t]*>){{{self.quote_depth}}}", text)
        return quote.end() if quote else None

    def is_closed_by(self, text: str) -> bool:
        """Whether a further line closes the fence."""
        marks = text[self.code_start(text) or 0 :].strip(" \t")
        return len(marks) >= len(self.marks) and not marks.strip(self.marks[0])


class MarkdownLine(NamedTuple):
    """One line without its line ending.

    `number` counts from 1, `start` is the offset of its first character in the text, `info` is the
    info string of the fence it belongs to.
    """

    text: str
    number: int
    start: int
    kind: LineKind
    info: str = ""

    @property
    def is_plain(self) -> bool:
        return self.kind is LineKind.PLAIN

    @property
    def is_blank(self) -> bool:
        return not self.text or self.text.isspace()

    @property
    def heading(self) -> Heading | None:
        """The heading this line is; None if it is none or stands in code or math."""
        return _read_heading(self.text) if self.kind is LineKind.PLAIN else None


def scan_lines(text: str) -> Iterator[MarkdownLine]:
    r"""The lines of `text`, which end at \n, \r\n or \r, with what each of them is.

    A fence may stand in list items and quotes; an unclosed one reaches to the end of its quote or
    of the text. Display math starts with `$$` and, as in pandoc, holds no blank line; a `$$` that
    is not closed is prose. A line with words before its first `$$` is prose, too.
    """
    matches = list(_LINE.finditer(text))
    texts = [match[0].rstrip("\r\n") for match in matches]
    index = 0
    while index < len(texts):
        fence = find_fence(texts[index])
        info = fence.info if fence else ""
        kinds = _fence_kinds(texts, index, fence) if fence else _prose_kinds(texts, index)
        for kind in kinds:
            yield MarkdownLine(texts[index], index + 1, matches[index].start(), kind, info)
            index += 1


def find_fence(text: str) -> OpenFence | None:
    """The code fence that a line of prose opens."""
    found = _FENCE.match(text)
    if found is None:
        return None
    return OpenFence(found["marks"], found["quote"].count(">"), found["info"].strip())


def has_odd_math(text: str) -> bool:
    """Whether `text` opens or closes display math: an odd number of `$$` outside code spans."""
    if "$$" not in text:
        return False
    runs = [match[0] for match in _MATH_TOKEN.finditer(text)]
    last_ticks = {run: index for index, run in enumerate(runs) if run[0] == "`"}
    count = 0
    code_ticks = ""
    for index, run in enumerate(runs):
        if code_ticks:
            code_ticks = "" if run == code_ticks else code_ticks
        elif last_ticks.get(run, index) > index:
            code_ticks = run
        elif run == "$$":
            count += 1
    return count % 2 == 1


def ends_math(text: str) -> bool:
    """Whether a line ends display math that is not closed: a blank one or a fence."""
    return not text.strip(_SPACES + ">") or _FENCE.match(text) is not None


def _fence_kinds(texts: Sequence[str], first: int, fence: OpenFence) -> list[LineKind]:
    """The kinds of the lines from an opening fence to its end."""
    kinds = [LineKind.FENCE_OPEN]
    for index in range(first + 1, len(texts)):
        if fence.code_start(texts[index]) is None:
            break
        if fence.is_closed_by(texts[index]):
            kinds.append(LineKind.FENCE_CLOSE)
            break
        kinds.append(LineKind.FENCE_INSIDE)
    return kinds


def _prose_kinds(texts: Sequence[str], first: int) -> list[LineKind]:
    """The kinds of one line outside fences and of the math lines it opens."""
    text = texts[first]
    if "$$" not in text:
        return [LineKind.PLAIN]
    kind = LineKind.MATH if text.lstrip(_SPACES).startswith("$$") else LineKind.PLAIN
    if not has_odd_math(text):
        return [kind]
    for index in range(first + 1, len(texts)):
        if ends_math(texts[index]):
            break
        if has_odd_math(texts[index]):
            return [kind, *[LineKind.MATH] * (index - first)]
    return [LineKind.PLAIN]


def _read_heading(text: str) -> Heading | None:
    marks = _HEADING.match(text)
    if not marks:
        return None
    words = text[marks.end() :].strip()
    bare = words.rstrip("#")
    if bare != words and (not bare or bare[-1].isspace()):
        words = bare.rstrip()
    return Heading(len(marks[1]), words)
