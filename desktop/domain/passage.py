"""Finding a passage of Markdown again in the page it became."""

import re
from difflib import SequenceMatcher
from typing import NamedTuple

_WORD = re.compile(r"\w+")
_LEAST_SHARE = 0.5
"""So much of a passage's words must stand together on the page; markup and formulas are lost."""


class Stretch(NamedTuple):
    """From `start` to `end` in code points of a page's text."""

    start: int
    end: int


def find_passage(page_text: str, passage: str) -> Stretch | None:
    """Where the words of a passage stand on a page, None if too few of them do."""
    wanted = [word.casefold() for word in _WORD.findall(passage)]
    words = list(_WORD.finditer(page_text))
    if not wanted or not words:
        return None
    there = [word.group().casefold() for word in words]
    matcher = SequenceMatcher(None, there, wanted, autojunk=False)
    longest = matcher.find_longest_match()
    if not longest.size:
        return None
    first = max(0, longest.a - longest.b)
    last = min(len(words), first + len(wanted)) - 1
    here = SequenceMatcher(None, there[first : last + 1], wanted, autojunk=False)
    blocks = [block for block in here.get_matching_blocks() if block.size]
    if sum(block.size for block in blocks) < _LEAST_SHARE * len(wanted):
        return None
    begin, end = first + blocks[0].a, first + blocks[-1].a + blocks[-1].size - 1
    return Stretch(words[begin].start(), words[end].end())
