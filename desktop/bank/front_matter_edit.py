"""Front matter with some keys changed; what is not changed keeps its bytes."""

import re
from collections.abc import Mapping, Sequence

from desktop.bank.front_matter_entry import Entry, Value
from desktop.bank.yaml_scalar import write_scalar

_LINE_LENGTH = 99
_UNREADABLE = re.compile(r"^(?=[^\S\n]*[^#\s])", re.MULTILINE)


def write_entry(key: str, value: Value) -> str:
    """`key: value` in canonical YAML: a short list in one line, a long one an item a line."""
    if isinstance(value, str):
        return f"{key}: {write_scalar(value)}" if value else f"{key}:"
    if isinstance(value, Mapping):
        return "\n".join(
            [f"{key}:", *(f"  {write_entry(write_scalar(name), value[name])}" for name in value)]
        )
    texts = [item if isinstance(item, str) else str(item) for item in value]
    line = f"{key}: [{', '.join(write_scalar(text, in_list=True) for text in texts)}]"
    if len(line) <= _LINE_LENGTH:
        return line
    return "\n".join([f"{key}:", *(f"  - {write_scalar(text)}" for text in texts)])


def edit_front_matter(
    block: str,
    entries: Mapping[str, Entry],
    changes: Mapping[str, Value],
    order: Sequence[str],
    *,
    newline: str,
) -> str:
    """`block` with `changes` made: a key that now says nothing goes, a new one comes in `order`.

    `entries` are the keys of the block. A comment behind a changed value stays. Lines before the
    first key that YAML cannot read become comments, lest they join with a new key.
    """
    first = min((entry.start for entry in entries.values()), default=len(block))
    indent = block[block.rfind("\n", 0, first) + 1 : first]
    marks = [(found.start(), found.end(), "# ") for found in _UNREADABLE.finditer(block, 0, first)]
    edits: list[tuple[int, int, str]] = []
    for key in sorted(changes, key=order.index):
        entry, value = entries.get(key), changes[key]
        text = write_entry(key, value).replace("\n", newline + indent)
        if entry and value:
            edits.append((entry.start, entry.end, text))
        elif entry:
            edits.append((entry.start, _next_line(block, entry.end), ""))
        elif value:
            at = _place_of(key, block, entries, order)
            edits.append((at, at, indent + text + newline))
    return _spliced(block, [*edits, *marks])  # a new key goes before the mark of the next line


def _place_of(key: str, block: str, entries: Mapping[str, Entry], order: Sequence[str]) -> int:
    """Where a new key goes: after the last of those that come before it."""
    before = set(order[: order.index(key)])
    ends = [entry.end for name, entry in entries.items() if name.lower() in before]
    return _next_line(block, max(ends)) if ends else 0


def _next_line(block: str, offset: int) -> int:
    end = block.find("\n", offset)
    return len(block) if end < 0 else end + 1


def _spliced(block: str, edits: Sequence[tuple[int, int, str]]) -> str:
    pieces: list[str] = []
    position = 0
    # Sorting is stable, so new keys at one place keep the order they came in.
    for start, end, text in sorted(edits, key=lambda edit: edit[0]):
        pieces += [block[position:start], text]
        position = max(position, end)
    return "".join([*pieces, block[position:]])
