"""Checks spelling by the enchant library, where that and a dictionary are installed."""

from collections.abc import Iterable
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Protocol

from desktop.spelling.own_words import OwnWords

if TYPE_CHECKING:
    from enchant import Dict

USUAL_LANGUAGE = "en_US"
OTHER_LETTERS = ("ar", "be", "bg", "bn", "el", "fa", "he", "hi", "hy", "ka", "ru", "uk", "ur")
"""Languages that are not written in Latin letters."""

MOST_SUGGESTIONS = 5


class Speller(Protocol):
    """What knows the words of a language, from any thread."""

    def misspelt(self, words: Iterable[str]) -> frozenset[str]:
        """Those of the words that are misspelt."""

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Words that may be meant, the likeliest first."""

    def learn(self, word: str) -> None:
        """Take a word for right from now on."""


class EnchantSpeller:
    """A dictionary of the system with the person's own words."""

    def __init__(self, dictionary: "Dict", own_words: OwnWords) -> None:
        self._dictionary = dictionary
        self._own_words = own_words
        self._is_latin = dictionary.tag.partition("_")[0] not in OTHER_LETTERS
        self._lock = Lock()

    def misspelt(self, words: Iterable[str]) -> frozenset[str]:
        """Those of the words in the dictionary's letters that nobody knows."""
        with self._lock:
            return frozenset(
                word
                for word in words
                if _is_latin(word) == self._is_latin
                and word not in self._own_words
                and not self._dictionary.check(word)
            )

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Up to five words that may be meant; this takes some tens of milliseconds."""
        with self._lock:
            return tuple(self._dictionary.suggest(word)[:MOST_SUGGESTIONS])

    def learn(self, word: str) -> None:
        """Keep the word in the person's file; AppError if the disk refuses."""
        self._own_words.add(word)


def _is_latin(word: str) -> bool:
    """Whether a word begins with a Latin letter, of Vietnamese also."""
    return word[0] < "\u0370" or "\u1e00" <= word[0] < "\u1f00"


def find_speller(words_file: Path, locale: str) -> Speller | None:
    """A speller for a locale such as "en_GB", or else for English; None if there is none."""
    try:
        import enchant  # noqa: PLC0415 - optional, and slow to load
    except ImportError:
        return None
    for language in (locale, locale.partition("_")[0], USUAL_LANGUAGE):
        if enchant.dict_exists(language):
            return EnchantSpeller(enchant.Dict(language), OwnWords(words_file))
    return None
