"""Front matter of the plain kind, read without the YAML library.

Nearly all files hold nothing but `key: words`, `key: [a, b]` and lists of one level. Reading those
here takes a twentieth of the time, so a bank of ten thousand files comes up without the library.
Whatever else is met leaves the whole front matter to YAML, so both ways always agree.
"""

import re

from desktop.bank.front_matter_entry import Entry, Value
from desktop.bank.yaml_scalar import BARE, BARE_IN_LIST, COMMENT, QUOTED

_LIST = rf"\[[ ]*(?:(?:{QUOTED}|{BARE_IN_LIST})[ ]*(?:,[ ]*|(?=\])))*+\]"
_KEY = re.compile(
    rf"(?P<key>[A-Za-z_][A-Za-z0-9_-]*):"
    rf"(?:[ ]+(?P<value>(?P<list>{_LIST})|{QUOTED}|{BARE}))?[ ]*{COMMENT}"
)
_ITEM = re.compile(rf"(?P<indent>[ ]*)-[ ]+(?P<value>{QUOTED}|{BARE})[ ]*{COMMENT}")
_LIST_ITEM = re.compile(rf"{QUOTED}|{BARE_IN_LIST}")
_NOTHING = re.compile(rf"[ ]*{COMMENT}")


def find_plain_entries(block: str, first_line: int) -> dict[str, Entry] | None:
    """The keys of the front matter, None if it is not of the plain kind.

    `first_line` is the number of its first line in the file.
    """
    entries: dict[str, Entry] = {}
    open_key = ""
    items: list[str] = []
    indent = ""
    start = 0
    for number, raw in enumerate(block.split("\n"), start=first_line):
        line = raw.removesuffix("\r")
        if found := _KEY.fullmatch(line):
            key = found["key"]
            if key in entries:
                return None
            end = found.end("key") + 1 if found["value"] is None else _value_end(found)
            entries[key] = Entry(_read_value(found), number, start, start + end)
            open_key, items = ("" if found["value"] else key), []
        elif open_key and (found := _ITEM.fullmatch(line)):
            if items and found["indent"] != indent:
                return None
            indent = found["indent"]
            items.append(_unquoted(found["value"]))
            first = entries[open_key]
            entries[open_key] = Entry(
                tuple(items), first.line, first.start, start + _value_end(found)
            )
        elif not _NOTHING.fullmatch(line):
            return None
        start += len(raw) + 1
    return entries


def _read_value(found: re.Match[str]) -> Value:
    if found["list"]:
        return tuple(_unquoted(item[0]) for item in _LIST_ITEM.finditer(found["list"], 1))
    return _unquoted(found["value"] or "")


def _value_end(found: re.Match[str]) -> int:
    return found.start("value") + len(found["value"].rstrip())


def _unquoted(text: str) -> str:
    return text[1:-1] if text[:1] in ("'", '"') else text.rstrip()
