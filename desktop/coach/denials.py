"""Which words of an answer stand under a negation."""

from bisect import bisect_right
from collections.abc import Sequence

from desktop.coach.plain_words import Words
from desktop.coach.word_weights import NEGATIONS

_DENYING_WHAT_FOLLOWS = frozenset(("without", "no", "none", "nor", "neither", "noth"))
_TURNING = frozenset((("rather", "than"), ("instead", "of")))
_UNTRUE = frozenset((("not", "true"), ("not", "correct")))
"""Ending a clause ("It is not true: …"), they deny all that follows."""
_NOT_ONLY = ("not", "onli")
_LEAST_SENTENCE = 4
_FEW_SENTENCES = 6
_MOST_DENIED = 0.55
"""The bank's samples deny something in up to half of their sentences, those of one minute most."""


def denied_places(words: Words) -> frozenset[int]:
    """The places of the words that a negation may turn round.

    "Not" denies its whole clause; opening one ("…, not x"), it denies only what follows, as
    "without" and "rather than" do anywhere.
    """
    denied: set[int] = set()
    for place, stem in enumerate(words.stems):
        pair = words.stems[place : place + 2]
        is_turning = stem in _DENYING_WHAT_FOLLOWS or pair in _TURNING
        if (not is_turning and stem not in NEGATIONS) or pair == _NOT_ONLY:
            continue
        clause = words.clauses[place]
        first = place if is_turning else words.clauses.index(clause)
        end = bisect_right(words.clauses, clause)
        if pair in _UNTRUE and place + len(pair) == end:
            end = len(words.stems)
        denied.update(range(first, end))
    return frozenset(denied)


def is_mostly_denied(sentences: Sequence[Words]) -> bool:
    """Whether so many sentences hold a negation that the answer seems to be turned round."""
    long = [words for words in sentences if len(words.stems) >= _LEAST_SENTENCE]
    denying = sum(not NEGATIONS.isdisjoint(words.stems) for words in long)
    return len(long) >= _FEW_SENTENCES and denying >= _MOST_DENIED * len(long)
