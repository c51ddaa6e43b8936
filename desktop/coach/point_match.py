"""How much of a point some passages of the answer show."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import exp, fsum

from desktop.coach.answer_passages import AnswerPassage
from desktop.coach.expected_point import ExpectedPoint
from desktop.coach.passages import PassageKind
from desktop.coach.word_order import find_in_order
from desktop.coach.word_weights import NEGATIONS

_CODE_SHARE = 0.8
"""Names in code tell less than the same words in a sentence."""
_ASKED_SHARE = 0.5
"""What a word of the prompt counts for beside one that is not, and nothing without one."""
_TELLING = 2.0
"""One rare word alone shows 1 - e⁻² of a point that has no other, a usual one about half."""
_LONE_CUE_SUPPORT = 0.5
"""How much cues elsewhere strengthen one that stands alone in its passage; several count 1."""
_POWER_BESIDE_CUES = 1.4
_POWER_ALONE = 0.42
"""Exponents for the share of a point's words: where there are cues, words alone show little."""


@dataclass(frozen=True, slots=True)
class PassageMatch:
    """What of a point one passage holds: cues, by number, and words."""

    cues: frozenset[int] = frozenset()
    words: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.cues or self.words)


class PointMatch:
    """A point beside the passages of an answer.

    `firm` leaves out what is denied, or stands in a bare list; `shown` does not.
    """

    def __init__(self, point: ExpectedPoint, passages: Sequence[AnswerPassage]) -> None:
        self._point = point
        self._passages = passages
        self._matches = [self._match(passage) for passage in passages]
        self._firm = [
            self._firmly(passage, match)
            for passage, match in zip(passages, self._matches, strict=True)
        ]
        self._anywhere = frozenset().union(*(match.cues for match in self._matches))

    def shown(self, first: int, end: int) -> float:
        """How much of the point the passages from `first` up to `end` show, 0 to 1."""
        return self._score(self._matches, first, end)

    def firm(self, first: int, end: int) -> float:
        """How much of it they show without what is doubtful."""
        if self._firm[first:end] == self._matches[first:end]:
            return self.shown(first, end)
        return self._score(self._firm, first, end)

    def _score(self, all_matches: Sequence[PassageMatch], first: int, end: int) -> float:
        if not self._matches[first] or not self._matches[end - 1]:
            return 0.0
        passages = self._passages[first:end]
        shown = self._shown(all_matches[first:end], passages)
        is_code = all(passage.span.kind is PassageKind.CODE for passage in passages)
        return shown * _CODE_SHARE if is_code else shown

    def _match(self, passage: AnswerPassage) -> PassageMatch:
        cues = frozenset(
            number
            for number, cue in enumerate(self._point.cues)
            if self._places(cue.stems, passage) is not None
        )
        return PassageMatch(cues, passage.vocabulary.intersection(self._point.words))

    def _firmly(self, passage: AnswerPassage, match: PassageMatch) -> PassageMatch:
        """The match without what is doubtful; a point that denies may be made by a denial."""
        if not match:
            return match
        if passage.is_doubtful and not self._point.is_list:
            return PassageMatch()
        if self._point.is_negated or not passage.denied:
            return match
        stems = passage.words.stems
        places = {n: self._places(self._point.cues[n].stems, passage) or () for n in match.cues}
        excused = {
            place
            for at in places.values()
            if any(stems[one] in NEGATIONS for one in at)
            for place in at
        }
        denied = passage.denied - excused
        said = {stem for place, stem in enumerate(stems) if place not in denied}
        return PassageMatch(
            frozenset(number for number, at in places.items() if denied.isdisjoint(at)),
            match.words & (said | passage.words.wholes),
        )

    @staticmethod
    def _places(stems: Sequence[str], passage: AnswerPassage) -> tuple[int, ...] | None:
        if not passage.vocabulary.issuperset(stems):
            return None
        if len(stems) == 1 and stems[0] in passage.words.wholes:
            return ()
        return find_in_order(passage.words, stems)

    def _shown(self, matches: Sequence[PassageMatch], passages: Sequence[AnswerPassage]) -> float:
        here = frozenset().union(*(match.cues for match in matches))
        words = frozenset().union(*(match.words for match in matches))
        if not here:
            return self._by_words(words, passages)
        in_cues = frozenset(stem for number in here for stem in self._point.cues[number].stems)
        beside = self._by_words(words - in_cues, passages)
        return max(self._by_words(words, passages), 1 - (1 - self._by_cues(here)) * (1 - beside))

    def _by_cues(self, here: frozenset[int]) -> float:
        """What the cues show; those elsewhere in the answer strengthen those found here."""
        unshown = self._unshown(here)
        elsewhere = 1 - self._unshown(self._anywhere - here)
        support = elsewhere if len(here) > 1 else _LONE_CUE_SUPPORT * elsewhere
        return (1 - unshown) * (1 + unshown * support)

    def _unshown(self, numbers: frozenset[int]) -> float:
        unshown = 1.0
        for number in numbers:
            unshown *= 1 - self._point.cues[number].strength
        return unshown

    def _by_words(self, words: frozenset[str], passages: Sequence[AnswerPassage]) -> float:
        told = fsum(self._point.words[stem] for stem in words)
        if not told:
            return 0.0
        there = frozenset().union(*(passage.vocabulary for passage in passages))
        asked = fsum(weight for stem, weight in self._point.asked.items() if stem in there)
        missing = self._asked_total - asked
        share = told / self._total
        share *= 1 - _ASKED_SHARE * missing / (self._total + self._asked_total)
        share *= 1 - exp(-_TELLING * (told + _ASKED_SHARE * asked))
        return float(share ** (_POWER_BESIDE_CUES if self._point.cues else _POWER_ALONE))

    @cached_property
    def _total(self) -> float:
        return fsum(self._point.words.values())

    @cached_property
    def _asked_total(self) -> float:
        return fsum(self._point.asked.values())
