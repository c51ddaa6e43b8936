"""Telling a bare list of terms, in which nothing is said, from sentences."""

import re
from collections.abc import Sequence
from itertools import chain, groupby

from desktop.coach.word_weights import STOP_WORDS

_FEWEST_TERMS = 4
_LONGEST_TERM = 6
_MANY_TERMS, _SHORT_TERM = 8, 4
"""So many terms that short are a list even if some of them are sentences."""
_LONGEST_FRAGMENT = 10
_MOST_SAID = 0.2
_MOST_FUNCTION_WORDS = 0.2
_MEAN_TERM = 3
_MOST_BARE = 0.6
"""In the bank's samples at most 40% of the sentences have no word of a statement."""
_UNBROKEN = re.compile(r"`[^`\n]*`|\$[^$]*\$|\([^()]*\)|(?<=\d)[,.](?=\d)")
_EQUATION = re.compile(r"\$[^$]*=[^$]*\$")
_TERM_GAP = re.compile(r"[,;•|\n]|[.!?](?=\s)|\band\b")
_WORD = re.compile(r"[^\W_][\w'’-]*")
_SAYING_WORDS = """
    is are was were be been being am do does did has have had can could will would shall should
    may might must not cannot it they we i you he she that which who because since so if when while
    then than this these those there let need needs gives give makes make means mean takes take
    says say
"""
_SAYING = frozenset(_SAYING_WORDS.split())


def bare_among(sentences: Sequence[str]) -> tuple[bool, ...]:
    """For each sentence or item in a row whether it belongs to a bare list of at least four terms.

    The terms stand in one sentence, separated by commas, or are items and fragments in a row.
    """
    terms = [_terms(sentence) for sentence in sentences]
    silent = [_say_nothing(each) for each in terms]
    short = [sum(map(len, each)) <= _SHORT_TERM for each in terms]
    is_dump = (len(silent) >= _FEWEST_TERMS and sum(silent) >= _MOST_BARE * len(silent)) or (
        len(short) >= _MANY_TERMS and sum(short) >= _MOST_BARE * len(short)
    )
    in_run: list[bool] = []
    for is_silent, run in groupby(
        is_silent and "$" not in sentence
        for is_silent, sentence in zip(silent, sentences, strict=True)
    ):
        length = len(list(run))
        in_run += [is_silent and length >= _FEWEST_TERMS] * length
    return tuple(
        _are_list(sentence, each)
        or (sum(map(len, each)) <= _LONGEST_FRAGMENT and (is_dump or is_run))
        for sentence, each, is_run in zip(sentences, terms, in_run, strict=True)
    )


def is_bare_list(sentence: str) -> bool:
    """Whether a sentence lists at least four terms and says nothing of them."""
    return _are_list(sentence, _terms(sentence))


def _say_nothing(terms: Sequence[Sequence[str]]) -> bool:
    shortest = _SHORT_TERM + 1 if len(terms) >= _MANY_TERMS else 0
    said = sum(
        len(term) > _LONGEST_TERM or (len(term) >= shortest and not _SAYING.isdisjoint(term))
        for term in terms
    )
    return said <= _MOST_SAID * len(terms)


def _are_list(sentence: str, terms: Sequence[Sequence[str]]) -> bool:
    words = list(chain.from_iterable(terms))
    function_words = sum(word in STOP_WORDS for word in words)
    return (
        len(terms) >= _FEWEST_TERMS
        and _say_nothing(terms)
        and not _EQUATION.search(sentence)
        and (
            len(words) <= _MEAN_TERM * len(terms)
            or function_words <= _MOST_FUNCTION_WORDS * len(words)
        )
    )


def _terms(sentence: str) -> list[list[str]]:
    pieces = _TERM_GAP.split(_UNBROKEN.sub(" ", sentence))
    return [words for piece in pieces if (words := _WORD.findall(piece.lower()))]
