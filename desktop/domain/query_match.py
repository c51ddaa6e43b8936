"""Where the words of a query stand in a text."""

import re
from collections.abc import Iterable
from itertools import islice

from desktop.domain.query import WordTerm
from desktop.domain.query_fields import folded

MAX_SPANS = 200
_UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_UNSPACED_LETTER = re.compile(f"[{_UNSPACED}]")
_BEGINS = f"(?:(?<![^\\W_])|(?<=[{_UNSPACED}]))"
_ENDS = f"(?:(?![^\\W_])|(?=[{_UNSPACED}]))"
_PIECE = re.compile(f"[{_UNSPACED}]|(?:(?![{_UNSPACED}])[^\\W_])+(?:\\+\\+|#(?![^\\W_]))?")

_NON_ASCII = re.compile(r"[^\x00-\x7f]")

Span = tuple[int, int]


def folded_in_place(text: str) -> str:
    """The text without letter case and accents, each character still in its place."""
    if text.isascii():
        return text.lower()
    return _NON_ASCII.sub(_letter_folded, text).lower()


class WordMatcher:
    """Finds words, prefixes and phrases in texts, as the search does."""

    def __init__(self, words: Iterable[WordTerm]) -> None:
        patterns = [_pattern(word) for word in words if not word.is_excluded]
        wanted = "|".join(pattern for pattern in patterns if pattern)
        self._wanted = re.compile(wanted) if wanted else None

    def spans(self, text: str) -> tuple[Span, ...]:
        """The first stretches of the text that match, as pairs of start and end."""
        if self._wanted is None:
            return ()
        found = self._wanted.finditer(folded_in_place(text))
        return tuple((one.start(), one.end()) for one in islice(found, MAX_SPANS))


def _pattern(word: WordTerm) -> str:
    pieces = [re.escape(piece) for piece in _PIECE.findall(folded_in_place(word.text))]
    if not pieces:
        return ""
    rest = "[^\\W_]*" if word.is_prefix and not _UNSPACED_LETTER.match(pieces[-1]) else ""
    return _BEGINS + "[\\W_]*".join(pieces) + rest + _ENDS


def _letter_folded(found: re.Match[str]) -> str:
    letter = found[0]
    plain = folded(letter)
    return plain if len(plain) == 1 else letter
