"""A rubric point as words and cues to look for."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp

from desktop.coach.bare_terms import is_bare_list
from desktop.coach.plain_words import WordReader, Words
from desktop.coach.word_order import find_in_order
from desktop.coach.word_weights import NEGATIONS, WordWeights
from desktop.domain.rubric import RubricPoint

_ASKING = re.compile(
    r"(?:(?:and|or|clearly|correctly|briefly|explicitly)\s+|(?:says?|names?|gives?|writes?|explains?"
    r"|computes?|calculates?|derives?|shows?|states?|proposes?|finds?|concludes?|mentions?"
    r"|describes?|identifies|understands|demonstrates?|discusses|notes?|recognises|recognizes"
    r"|defines?|lists?|points? out|suggests?|argues)\s+)+(?:(?:that|how|why|what|when|where)\s+)?",
    re.IGNORECASE,
)
"""How a point begins that tells what a candidate does: none of it stands in an answer."""
LONGEST_TEXT = 5_000
"""Code points of a point or cue that are read; what is longer is no point."""

_SHARPNESS = 0.7
"""How fast a cue's strength grows with what its words tell: one rare word gives 0.5."""
_SHORT_NUMBER = 2
_SHORT_NUMBER_SHARE = 0.6
_PROMPT_WORD_SHARE = 0.5
_NEGATION_WEIGHT = 0.3


@dataclass(frozen=True, slots=True)
class ExpectedCue:
    """A cue: stems that stand in this order, and how much they tell, 0 to 1."""

    stems: tuple[str, ...]
    strength: float


@dataclass(frozen=True, slots=True)
class ExpectedPoint:
    """What shows a point: its words with what each tells, and its cues.

    `text` lacks the opening that says what a candidate does. `asked` are its words that stand in
    the prompt. They show nothing, but without them the others show less. `is_list` says that it
    asks for terms and no more.
    """

    text: str
    words: Mapping[str, float]
    asked: Mapping[str, float]
    cues: tuple[ExpectedCue, ...]
    is_negated: bool
    is_list: bool = False

    @property
    def vocabulary(self) -> frozenset[str]:
        """Every stem that could be looked for."""
        in_cues = (stem for cue in self.cues for stem in cue.stems)
        return frozenset((*self.words, *self.asked, *in_cues))


class PointReader:
    """Reads rubric points against the prompt, whose words show nothing."""

    def __init__(self, reader: WordReader, weights: WordWeights, prompt: Words) -> None:
        self._reader = reader
        self._weights = weights
        self._prompt = prompt
        self._prompt_words = prompt.vocabulary

    def read(self, point: RubricPoint) -> ExpectedPoint:
        """What shows that a point was made; one that has only words of the prompt keeps them."""
        text = point.text[:LONGEST_TEXT]
        asking = _ASKING.match(text)
        text = text[asking.end() :] if asking else text
        stems = self._reader.read(text).stems
        own = self._weighed(stem for stem in stems if stem not in self._prompt_words)
        asked = self._weighed(stem for stem in stems if stem in self._prompt_words)
        cues = {cue.stems: cue for cue in map(self._read_cue, point.cues) if cue.strength > 0}
        return ExpectedPoint(
            text=text,
            words=own or asked,
            asked=asked if own else {},
            cues=tuple(cues.values()),
            is_negated=not NEGATIONS.isdisjoint(stems),
            is_list=is_bare_list(text),
        )

    def _weighed(self, stems: Iterable[str]) -> dict[str, float]:
        weighed = {stem: self._weights.weight(stem) for stem in stems}
        return {stem: weight for stem, weight in weighed.items() if weight > 0}

    def _read_cue(self, cue: str) -> ExpectedCue:
        words = self._reader.read(cue[:LONGEST_TEXT]).stems
        stems = tuple(word for word in words if self._tells(word)) or words
        if not stems or find_in_order(self._prompt, stems):
            return ExpectedCue(stems, 0.0)
        told = sum(self._told_by(stem) for stem in stems)
        return ExpectedCue(stems, 1 - exp(-_SHARPNESS * told))

    def _tells(self, stem: str) -> bool:
        return stem in NEGATIONS or self._weights.weight(stem) > 0

    def _told_by(self, stem: str) -> float:
        if stem in NEGATIONS:
            return _NEGATION_WEIGHT
        weight = self._weights.weight(stem)
        if stem.isdigit() and len(stem) <= _SHORT_NUMBER:
            weight *= _SHORT_NUMBER_SHARE
        return weight * _PROMPT_WORD_SHARE if stem in self._prompt_words else weight
