"""Front matter of the plain kind, read without the YAML library.

Nearly all files hold nothing but `key: words`, `key: [a, b]`, and lists or keys one level below.
Reading those here takes a twentieth of the time, so a bank of ten thousand files comes up without
the library. Whatever else is met leaves the whole front matter to YAML, so both ways agree.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from desktop.bank.front_matter_entry import Entry, Value
from desktop.bank.yaml_scalar import BARE, BARE_IN_LIST, COMMENT, QUOTED

_NAME = r"[A-Za-z_][A-Za-z0-9_-]*"
_LIST = rf"\[[ ]*(?:(?:{QUOTED}|{BARE_IN_LIST})[ ]*(?:,[ ]*|(?=\])))*+\]"
_KEY = re.compile(
    rf"(?P<key>{_NAME}):"
    rf"(?:[ ]+(?P<value>(?P<list>{_LIST})|{QUOTED}|{BARE}))?[ ]*{COMMENT}"
)
_BELOW = re.compile(
    rf"(?P<indent>[ ]*)(?:-|(?<=[ ])(?P<key>{_NAME}):)[ ]+(?P<value>{QUOTED}|{BARE})[ ]*{COMMENT}"
)
_LIST_ITEM = re.compile(rf"{QUOTED}|{BARE_IN_LIST}")
_NOTHING = re.compile(rf"[ ]*{COMMENT}")


class _Key(NamedTuple):
    """The line of a key, its number and offset, and the lines below it with their offsets."""

    found: re.Match[str]
    line: int
    start: int
    below: list[tuple[re.Match[str], int]]


def find_plain_entries(block: str, first_line: int) -> dict[str, Entry] | None:
    """The keys of the front matter, None if it is not of the plain kind.

    `first_line` is the number of its first line in the file.
    """
    keys: list[_Key] = []
    start = 0
    for number, raw in enumerate(block.split("\n"), start=first_line):
        line = raw.removesuffix("\r")
        if found := _KEY.fullmatch(line):
            keys.append(_Key(found, number, start, []))
        elif keys and not keys[-1].found["value"] and (found := _BELOW.fullmatch(line)):
            keys[-1].below.append((found, start))
        elif not _NOTHING.fullmatch(line):
            return None
        start += len(raw) + 1
    entries = {key.found["key"]: _find_entry(key) for key in keys}
    plain = {name: entry for name, entry in entries.items() if entry}
    return plain if len(plain) == len(keys) else None


def _find_entry(key: _Key) -> Entry | None:
    if not key.below:
        end = _value_end(key.found) if key.found["value"] else key.found.end("key") + 1
        return Entry(_read_value(key.found), key.line, key.start, key.start + end)
    value = _find_value([found for found, _ in key.below])
    last, start = key.below[-1]
    return None if value is None else Entry(value, key.line, key.start, start + _value_end(last))


def _find_value(below: Sequence[re.Match[str]]) -> Value | None:
    """The list or the mapping below a key, None if it is neither."""
    values = [_unquoted(found["value"]) for found in below]
    names = [found["key"] for found in below]
    if len({found["indent"] for found in below}) > 1:
        return None
    if not any(names):
        return tuple(values)
    return (
        dict(zip(names, values, strict=True)) if len(set(names) - {None}) == len(names) else None
    )


def _read_value(found: re.Match[str]) -> Value:
    if found["list"]:
        return tuple(_unquoted(item[0]) for item in _LIST_ITEM.finditer(found["list"], 1))
    return _unquoted(found["value"] or "")


def _value_end(found: re.Match[str]) -> int:
    return found.start("value") + len(found["value"].rstrip())


def _unquoted(text: str) -> str:
    return text[1:-1] if text[:1] in ("'", '"') else text.rstrip()
