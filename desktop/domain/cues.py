"""The cues of a rubric point: what in an answer shows that the point was made."""

import re
from collections.abc import Iterable

_TOKEN = re.compile(
    r"""
    \\.                                     # an escaped character
    | (?<!`)(?P<ticks>`++).*?(?<!`)(?P=ticks)(?!`)
    | "[^"]*" | “[^“”]*” | ‘[^‘’]*’
    | (?<![^\s,])'[^']+'(?=\s*(?:,|$))      # not an apostrophe
    | \$\$[^$]++\$\$
    | \$(?!\s)(?:[^$\\]|\\.)++(?<!\s)\$(?!\d)
    | (?P<open>[(\[{])
    | (?P<close>[)\]}])
    | (?P<comma>,)
    """,
    re.VERBOSE | re.DOTALL,
)
_LOOSE = re.compile(r"[`\"“‘$\\]|(?<!\w)'")
_QUOTES = ('""', "“”", "‘’", "''")


def split_cues(line: str) -> tuple[str, ...]:
    """The cues of a line, which commas separate outside code, quotes, math and brackets.

    Backticks or quotes around a whole cue are taken off: they only hold it together. `$…$` stays,
    as it says that the cue is TeX. Brackets need not be of one kind: `[0, 1)` is one cue.
    """
    cues = (_without_wrapping(cue.strip()) for cue in _split_at_commas(line))
    return tuple(cue for cue in cues if cue)


def join_cues(cues: Iterable[str]) -> str:
    """The line from which `split_cues` reads these cues."""
    return ", ".join(_wrapped(" ".join(cue.split())) for cue in cues)


def _split_at_commas(line: str) -> list[str]:
    commas: list[int] = []
    open_brackets: list[int] = []
    for found in _TOKEN.finditer(line):
        if found["comma"]:
            commas.append(found.start())
        elif found["open"]:
            open_brackets.append(found.start())
        elif found["close"] and open_brackets:
            opened_at = open_brackets.pop()
            while commas and commas[-1] > opened_at:
                commas.pop()
    starts = [0, *(comma + 1 for comma in commas)]
    return [line[start:end] for start, end in zip(starts, [*commas, len(line)], strict=True)]


def _without_wrapping(cue: str) -> str:
    token = _TOKEN.fullmatch(cue)
    if not token or len(cue) == 1:
        return cue
    if token["ticks"]:
        return cue.strip("`").strip() or cue
    if cue[0] + cue[-1] in _QUOTES:
        return cue[1:-1].strip() or cue
    return cue


def _wrapped(cue: str) -> str:
    if split_cues(cue) == (cue,) and _holds_together(cue):
        return cue
    ticks = "`"
    while ticks in cue:
        ticks += "`"
    pad = " " if "`" in (cue[:1], cue[-1:]) else ""
    return f"{ticks}{pad}{cue}{pad}{ticks}"


def _holds_together(cue: str) -> bool:
    """Whether nothing in the cue could pair with something in the cue beside it."""
    brackets = [found.lastgroup for found in _TOKEN.finditer(cue) if found.lastgroup]
    depth = 0
    for bracket in brackets:
        depth += {"open": 1, "close": -1}.get(bracket, 0)
        if depth < 0:
            return False
    return depth == 0 and not _LOOSE.search(_TOKEN.sub("", cue))
