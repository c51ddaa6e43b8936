"""The numbers of a list, counted anew after an item came, went or moved."""

from collections.abc import Iterator, Sequence

from desktop.domain.list_lines import (
    ListItem,
    find_item,
    find_previous_sibling,
    following_siblings,
    nested_lines,
    read_prefix,
)
from desktop.domain.markdown_lines import LineKind


def next_number(texts: Sequence[str], kinds: Sequence[LineKind], index: int) -> int | None:
    """The number for an item behind the one at `index`; None behind a bullet.

    A list in which every item is 1 goes on so.
    """
    item = find_item(texts[index])
    if item is None or item.number is None:
        return None
    before = find_previous_sibling(texts, kinds, index)
    sibling = find_item(texts[before]) if before is not None else None
    return item.number if sibling and sibling.number == item.number else item.number + 1


def renumbered(
    texts: Sequence[str], kinds: Sequence[LineKind], index: int
) -> Iterator[tuple[int, str]]:
    """Index and new text of each line that changes when the items behind `index` are counted on.

    What belongs to an item whose number gets longer or shorter moves with it.
    """
    item = find_item(texts[index])
    if item is None or item.number is None:
        return
    siblings = list(following_siblings(texts, kinds, index))
    before = find_previous_sibling(texts, kinds, index)
    if _stands_still(texts, siblings if before is None else [before], item):
        return
    for number, at in enumerate(siblings, start=item.number + 1):
        sibling = find_item(texts[at])
        assert sibling is not None
        counted = sibling._replace(number=number)
        if counted == sibling:
            continue
        yield at, counted.text
        grown = len(counted.marker) - len(sibling.marker)
        if grown:
            for inner in nested_lines(texts, kinds, at):
                yield inner, indented(texts[inner], grown)


def indented(text: str, columns: int) -> str:
    """The line moved by so many columns behind its quote marks; a blank one stays."""
    prefix = read_prefix(text)
    if len(prefix.text) == len(text):
        return text
    rest = text[len(prefix.text) :]
    return prefix.quote + " " * max(0, prefix.columns + columns) + rest


def _stands_still(texts: Sequence[str], others: Sequence[int], item: ListItem) -> bool:
    """Whether every item bears the same number, as some write their lists."""
    return {other.number for at in others if (other := find_item(texts[at]))} == {item.number}
