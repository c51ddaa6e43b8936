"""How much a word tells, by how rarely it stands in the bank's texts."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import log

from desktop.coach.plain_words import WordReader

_STOP_WORDS = """
    a also am an and any are as at be because been being but by can could did do does done for
    from had has have having he her here his how however i if in into is it its itself may me
    might must my of on or our she should since so such than that the their them then there
    these they this those thus to too us was we were what when where which while who whose why
    will with would you your
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())
NEGATIONS = frozenset(("not", "no", "never", "without", "none", "neither", "nor", "noth"))
"""As stems."""
_HIGHEST = 7.5
"""What one paragraph in 1,800 gives; rarer words tell no more."""
_FENCED_CODE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
_PARAGRAPH_GAP = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+\.)\s)")


@dataclass(frozen=True, slots=True)
class WordWeights:
    """In how many of the paragraphs of some texts each stem stands."""

    paragraphs: int = 0
    frequencies: Mapping[str, int] = field(default_factory=dict)
    silent: frozenset[str] = frozenset()

    def weight(self, stem: str) -> float:
        """How much a word tells: 1 for one that stands nowhere, 0 for a stop word.

        This is the inverse document frequency of Spärck Jones (1972) over paragraphs, scaled so
        that it does not drift as the bank grows.
        """
        if stem in self.silent:
            return 0.0
        highest = min(_HIGHEST, log((self.paragraphs + 1) / 0.5))
        rarity = log((self.paragraphs + 1) / (self.frequencies.get(stem, 0) + 0.5))
        return min(1.0, max(0.0, rarity / highest))


def weigh_words(texts: Iterable[str], reader: WordReader) -> WordWeights:
    """The table of texts in Markdown; their paragraphs count as documents."""
    frequencies: Counter[str] = Counter()
    paragraphs = 0
    for text in texts:
        for paragraph in _PARAGRAPH_GAP.split(_FENCED_CODE.sub("", text)):
            vocabulary = reader.vocabulary(paragraph)
            frequencies.update(vocabulary)
            paragraphs += bool(vocabulary)
    silent = NEGATIONS.union(*(reader.vocabulary(word) for word in STOP_WORDS))
    return WordWeights(paragraphs, dict(frequencies), silent)
