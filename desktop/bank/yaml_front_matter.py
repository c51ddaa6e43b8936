"""Front matter by the YAML library, key by key where the whole is broken."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from desktop.bank.front_matter_entry import Entry, Value
from desktop.bank.yaml_entries import UnreadableYamlError, read_yaml_entries
from desktop.bank.yaml_scalar import write_scalar
from desktop.domain.problem import Problem

_KEY = re.compile(r"^([^\s#\-:\[{][^:\n]*):(?=\s|$)", re.MULTILINE)
_MISPLACED_SPACE = re.compile(r"^[ -]*\xa0|:\xa0", re.MULTILINE)
_SHOWN_LENGTH = 60


def read_yaml_front_matter(
    block: str, *, path: Path, first_line: int
) -> tuple[dict[str, Entry], tuple[Problem, ...]]:
    """The keys of `block` and what is wrong in it, as `read_front_matter` says."""
    problems: list[Problem] = []
    if odd_space := _MISPLACED_SPACE.search(block):
        line = first_line + block.count("\n", 0, odd_space.end())
        problems.append(
            Problem(path, line, "non-breaking spaces stand here; replace them with plain ones")
        )
    block = block.replace("\xa0", " ")
    try:
        return read_yaml_entries(block, first_line), tuple(problems)
    except UnreadableYamlError:
        entries, found = _read_by_key(block, path, first_line)
        return entries, (*problems, *found)


def _read_by_key(
    block: str, path: Path, first_line: int
) -> tuple[dict[str, Entry], tuple[Problem, ...]]:
    """The keys, each read on its own, and what is wrong with which."""
    entries: dict[str, Entry] = {}
    problems: list[Problem] = []
    for start, chunk in _chunks(block):
        line = first_line + block.count("\n", 0, start)
        try:
            found = read_yaml_entries(chunk, line, start)
        except UnreadableYamlError as error:
            index, text = _broken_line(chunk, error.line)
            mending = _quoting_advice(chunk) or error.mending
            problems.append(Problem(path, line + index, f"cannot read `{text}`: {mending}"))
            found = _bare_entry(chunk, line, start)
        for name, entry in found.items():
            if name in entries:
                message = f"`{name}` stands here twice; keep one (the first counts)"
                problems.append(Problem(path, entry.line, message))
            entries.setdefault(name, entry)
    return entries, tuple(problems)


def _bare_entry(chunk: str, line: int, start: int) -> dict[str, Entry]:
    raw = chunk.rstrip()
    key = _KEY.match(raw)
    if not key:
        return {}
    return {key[1]: Entry(_bare_value(raw[key.end() :]), line, start, start + len(raw))}


def _chunks(block: str) -> Iterator[tuple[int, str]]:
    """Each key with all its lines, and first what stands before them, with its offset."""
    starts = [key.start() for key in _KEY.finditer(block)]
    for start, end in pairwise([0, *starts, len(block)]):
        if block[start:end].strip():
            yield start, block[start:end]


def _broken_line(chunk: str, index: int) -> tuple[int, str]:
    """The last line at or before `index` that says something, and where it stands."""
    lines = chunk.split("\n")[: index + 1]
    while len(lines) > 1 and not lines[-1].strip():
        lines.pop()
    return len(lines) - 1, lines[-1].strip()[:_SHOWN_LENGTH]


def _quoting_advice(chunk: str) -> str:
    """How to quote a one-line value that holds a `: `, "" if that is not what is wrong."""
    key, _, value = chunk.strip().partition(": ")
    value = value.strip()
    if ": " not in value or "\n" in value or value[:1] in "[{\"'":
        return ""
    return f'a ": " inside a value needs quotes; write {key}: {write_scalar(value)}'


def _bare_value(text: str) -> Value:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if lines and all(line.startswith("-") for line in lines):
        return tuple(line.strip(" -'\"") for line in lines)
    joined = " ".join(lines)
    if joined.startswith("["):
        items = (item.strip(" '\"") for item in joined.strip("[]").split(","))
        return tuple(item for item in items if item)
    return joined.strip("'\"")
