"""A speller that takes a few given words for misspelt."""

from collections.abc import Iterable


class FakeSpeller:
    """Knows what is meant by each of its misspelt words, and keeps what it is asked."""

    def __init__(self, meant: dict[str, tuple[str, ...]]) -> None:
        self.asked: list[str] = []
        self.learnt: list[str] = []
        self._meant = meant

    def misspelt(self, words: Iterable[str]) -> frozenset[str]:
        asked = sorted(words)
        self.asked += asked
        return frozenset(asked) & self._meant.keys()

    def suggestions(self, word: str) -> tuple[str, ...]:
        return self._meant.get(word, ())

    def learn(self, word: str) -> None:
        self.learnt.append(word)
