"""Whether words stand in an answer, apart from white space, Markdown marks and letter case."""

import re
from collections.abc import Iterator

from desktop.domain.passage import Stretch

LEAST_CHARACTERS = 6
"""Of a quote, without spaces: less than a word or two shows nothing."""

_LINE_MARKS = re.compile(
    r"^[ \t]*(?:#{1,6}[ \t]|>[ \t]?|[-*+][ \t]|\d{1,3}[.)][ \t])+", re.MULTILINE
)
_MARKS = frozenset("*_`$\\|")
_SAME = str.maketrans(dict.fromkeys('“”„‘’«»"', "'") | dict.fromkeys("–—−", "-"))
_AROUND = " \t\n\"'“”„‘’«»*_`.,;:!?…"


class QuotedText:
    """A text in which quotes are looked up."""

    def __init__(self, text: str) -> None:
        self._letters, self._places = _plain(text)

    def find(self, quote: str) -> Stretch | None:
        """Where a quote stands, in code points of the text; None if it does not."""
        wanted = _plain(quote.strip(_AROUND))[0].strip()
        if len(wanted.replace(" ", "")) < LEAST_CHARACTERS:
            return None
        start = self._letters.find(wanted)
        while start >= 0:
            end = start + len(wanted)
            if not self._cuts_word(start) and not self._cuts_word(end):
                return Stretch(self._places[start], self._places[end - 1] + 1)
            start = self._letters.find(wanted, start + 1)
        return None

    def _cuts_word(self, place: int) -> bool:
        around = self._letters[max(0, place - 1) : place + 1]
        return 0 < place < len(self._letters) and around.isalnum()


def _plain(text: str) -> tuple[str, list[int]]:
    letters, places = [], []
    for letter, place in _plain_letters(text):
        letters.append(letter)
        places.append(place)
    return "".join(letters), places


def _plain_letters(text: str) -> Iterator[tuple[str, int]]:
    """The letters that count, each with its place; one space for any white space."""
    marks = {place for found in _LINE_MARKS.finditer(text) for place in range(*found.span())}
    is_after_space = True
    for place, character in enumerate(text):
        if place in marks or character in _MARKS:
            continue
        if character.isspace():
            if not is_after_space:
                yield " ", place
            is_after_space = True
            continue
        is_after_space = False
        lower = character.lower()
        yield (lower if len(lower) == 1 else character).translate(_SAME), place
