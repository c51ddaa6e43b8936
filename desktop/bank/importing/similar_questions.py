"""Questions of the bank that are like an imported one."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.bank.importing.subject_words import subject_words
from desktop.domain.imported_question import FieldWarning
from desktop.domain.question import Question

_LIKENESS = 0.65
"""Shared words twice, over all words of both (Dice): well above that of two related questions."""

_FEWEST_SHARED = 3
_MOST_COMPARED = 10


@dataclass(frozen=True, slots=True)
class KnownQuestion:
    """A question of the bank, as far as likeness needs it."""

    key: str
    title: str
    prompt: str


def likeness_warnings(
    question: Question, known: Iterable[KnownQuestion]
) -> tuple[FieldWarning, ...]:
    """A warning for each known question whose title or prompt says what the question's says."""
    asked = _Wording(question.title, question.prompt)
    return tuple(
        FieldWarning(
            "title", f'A question like it is in the bank already: "{like.title}" ({like.key}).'
        )
        for like in known
        if asked.is_like(_Wording(like.title, like.prompt))
    )


class KnownWordings:
    """Known questions by their words, so that many questions are compared with many quickly."""

    def __init__(self, known: Iterable[KnownQuestion]) -> None:
        self._known = tuple(known)
        self._wordings = tuple(_Wording(one.title, one.prompt) for one in self._known)
        self._by_text: defaultdict[str, list[int]] = defaultdict(list)
        self._by_word: defaultdict[str, list[int]] = defaultdict(list)
        for number, wording in enumerate(self._wordings):
            for text in wording.texts:
                self._by_text[text].append(number)
            for word in wording.words:
                self._by_word[word].append(number)

    def find_like(self, question: Question) -> KnownQuestion | None:
        """The known question that says the same, or else the likest; None if none is like it."""
        asked = _Wording(question.title, question.prompt)
        same = [number for text in asked.texts for number in self._by_text.get(text, ())]
        if same:
            return self._known[Counter(same).most_common(1)[0][0]]
        shared = Counter(number for word in asked.words for number in self._by_word.get(word, ()))
        for number, _ in shared.most_common(_MOST_COMPARED):
            if asked.is_like(self._wordings[number]):
                return self._known[number]
        return None


class _Wording:
    """What a question says, by its title and its prompt."""

    def __init__(self, title: str, prompt: str) -> None:
        self.texts = {_plain(text) for text in (title, prompt)} - {""}
        self.title = subject_words(title)
        self.prompt = self.title if prompt == title else subject_words(prompt)

    @property
    def words(self) -> frozenset[str]:
        return self.title | self.prompt

    def is_like(self, known: "_Wording") -> bool:
        """Whether a known question asks the same, by its title or its prompt."""
        if self.texts & known.texts or (known.title and known.title == self.title):
            return True
        title, prompt = known.title, known.prompt
        pairs = ((self.title, title), (self.prompt, title), (self.prompt, prompt))
        return any(_are_alike(one, other) for one, other in pairs)


def _are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return shared >= _FEWEST_SHARED and 2 * shared >= _LIKENESS * (len(one) + len(other))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .?!")
