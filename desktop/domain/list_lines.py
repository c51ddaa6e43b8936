"""Lists as they are typed: the marker of a line, and the items around it."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from desktop.domain.markdown_lines import LineKind

TAB_COLUMNS = 4
_PREFIX = re.compile(r"(?P<quote>(?:[ \t]{0,3}>[ \t]?)*)(?P<indent>[ \t]*)")
_MARKER = re.compile(
    r"(?:(?P<number>\d{1,9})(?P<delimiter>[.)])|(?P<bullet>[-*+]))(?P<gap>[ \t]+|$)"
    r"(?P<task>\[[ xX]\](?:[ \t]+|$))?"
)
_RULE = re.compile(r"\s*([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_NESTED_COLUMNS = 2
_LONGEST_GAP = 4


class LinePrefix(NamedTuple):
    """The quote marks and the indentation at the start of a line."""

    quote: str
    indent: str

    @property
    def text(self) -> str:
        return self.quote + self.indent

    @property
    def columns(self) -> int:
        return len(self.indent.expandtabs(TAB_COLUMNS))

    @property
    def quote_depth(self) -> int:
        return self.quote.count(">")


class ListItem(NamedTuple):
    """The first line of a list item: its prefix, its marker, and what stands behind it.

    `number` is None for bullets; `sign` is the bullet or the mark behind the number.
    """

    prefix: LinePrefix
    number: int | None
    sign: str
    gap: str
    task: str
    content: str

    @property
    def marker(self) -> str:
        return self.sign if self.number is None else f"{self.number}{self.sign}"

    @property
    def head(self) -> str:
        """All that stands before the content."""
        return self.prefix.text + self.marker + self.gap + self.task

    @property
    def text(self) -> str:
        return self.head + self.content

    @property
    def inner_columns(self) -> int:
        """How far a nested list or a further paragraph is indented."""
        gap = len(self.gap) if 0 < len(self.gap) <= _LONGEST_GAP else 1
        return self.prefix.columns + len(self.marker) + gap

    def is_like(self, other: "ListItem") -> bool:
        """Whether both could stand in one list: the same depth and the same kind of marker."""
        return (
            self.prefix.quote_depth == other.prefix.quote_depth
            and abs(self.prefix.columns - other.prefix.columns) < _NESTED_COLUMNS
            and self.sign == other.sign
            and (self.number is None) == (other.number is None)
        )

    def indented(self, columns: int) -> "ListItem":
        """The item at another depth."""
        return self._replace(prefix=self.prefix._replace(indent=" " * columns))


def read_prefix(text: str) -> LinePrefix:
    """The quote marks and the indentation of a line."""
    match = _PREFIX.match(text)
    assert match is not None
    return LinePrefix(match["quote"], match["indent"])


def find_item(text: str) -> ListItem | None:
    """The list item that starts with this line, None if none does."""
    prefix = read_prefix(text)
    rest = text[len(prefix.text) :]
    match = _MARKER.match(rest)
    if match is None or _RULE.match(rest):
        return None
    number = int(match["number"]) if match["number"] else None
    sign = match["delimiter"] or match["bullet"]
    return ListItem(prefix, number, sign, match["gap"], match["task"] or "", rest[match.end() :])


def find_parent(texts: Sequence[str], kinds: Sequence[LineKind], index: int) -> int | None:
    """The index of the item in which the line at `index` is nested."""
    own = read_prefix(texts[index])
    for at in range(index - 1, -1, -1):
        item = find_item(texts[at]) if _may_be_item(kinds[at]) else None
        if _is_boundary(texts, kinds, at, own):
            return None
        if item and item.prefix.columns <= own.columns - _NESTED_COLUMNS:
            return at if item.prefix.quote_depth == own.quote_depth else None
    return None


def find_previous_sibling(
    texts: Sequence[str], kinds: Sequence[LineKind], index: int
) -> int | None:
    """The index of the item before the one at `index` at its depth, of whatever marker."""
    own = read_prefix(texts[index])
    for at in range(index - 1, -1, -1):
        if _is_boundary(texts, kinds, at, own):
            return None
        item = find_item(texts[at]) if _may_be_item(kinds[at]) else None
        if item is None or item.prefix.quote_depth != own.quote_depth:
            continue
        if item.prefix.columns <= own.columns - _NESTED_COLUMNS:
            return None
        if item.prefix.columns < own.columns + _NESTED_COLUMNS:
            return at
    return None


def nested_lines(texts: Sequence[str], kinds: Sequence[LineKind], index: int) -> range:
    """The indices of the lines that belong to the item at `index`, behind its first."""
    own = read_prefix(texts[index])
    end = index + 1
    for at in range(index + 1, len(texts)):
        prefix = read_prefix(texts[at])
        is_blank = len(prefix.text) == len(texts[at])
        if is_blank and kinds[at] is LineKind.PLAIN:
            continue
        is_deeper = (
            prefix.quote_depth == own.quote_depth
            and prefix.columns >= own.columns + _NESTED_COLUMNS
        )
        if not is_deeper and not (is_blank and kinds[at] is LineKind.FENCE_INSIDE):
            break
        end = at + 1
    return range(index + 1, end)


def following_siblings(
    texts: Sequence[str], kinds: Sequence[LineKind], index: int
) -> Iterator[int]:
    """The indices of the items behind the one at `index` in its list."""
    own = find_item(texts[index])
    assert own is not None
    for at in range(index + 1, len(texts)):
        prefix = read_prefix(texts[at])
        if len(prefix.text) == len(texts[at]) or not _may_be_item(kinds[at]):
            continue
        item = find_item(texts[at])
        if item and own.is_like(item):
            yield at
            continue
        is_deeper = prefix.columns >= own.prefix.columns + _NESTED_COLUMNS
        if not is_deeper and (item or _is_boundary(texts, kinds, at, own.prefix)):
            return


def _may_be_item(kind: LineKind) -> bool:
    return kind in (LineKind.PLAIN, LineKind.FENCE_OPEN)


def _is_boundary(
    texts: Sequence[str], kinds: Sequence[LineKind], at: int, own: LinePrefix
) -> bool:
    """Whether a line that is no item ends the list: a new paragraph, a heading, another quote."""
    text = texts[at]
    prefix = read_prefix(text)
    if prefix.quote_depth != own.quote_depth:
        return True
    if len(prefix.text) == len(text) or prefix.columns >= _NESTED_COLUMNS:
        return False
    if find_item(text) and _may_be_item(kinds[at]):
        return False
    if kinds[at] is not LineKind.PLAIN or text.startswith("#"):
        return True
    before = texts[at - 1] if at else ""
    return not before[len(read_prefix(before).text) :]
