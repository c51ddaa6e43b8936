"""The words of a line whose spelling can be checked."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://\S+|www\.\S+|\S+@\S+\.\S+", re.IGNORECASE)
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_FROM_HERE_NO_SPACES = "\u2e80"
"""Chinese, Japanese and Korean signs start here; they need no spaces between words."""


class CheckableWord(NamedTuple):
    """A word as it stands, in characters from the beginning of its line."""

    start: int
    end: int
    text: str


def checkable_words(line: str, covered: Iterable[tuple[int, int]] = ()) -> Iterator[CheckableWord]:
    """The words outside the covered stretches; no names of code, abbreviations and addresses."""
    hidden = [*covered, *(found.span() for found in _ADDRESS.finditer(line))]
    for found in _WORD.finditer(line):
        start, end = found.span()
        if _is_plain(found[0]) and not any(one < end and start < other for one, other in hidden):
            yield CheckableWord(start, end, found[0].replace("’", "'"))


def _is_plain(word: str) -> bool:
    """Whether a word is made of letters, and of capitals at most at its beginning."""
    letters = word.replace("'", "").replace("’", "")
    is_named = not letters.isalpha() or letters[1:] != letters[1:].lower()
    return len(letters) > 1 and not is_named and max(letters) < _FROM_HERE_NO_SPACES
