"""Judging an answer point by point: what every method does alike."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, chain
from typing import NamedTuple, Protocol

from desktop.coach.answer_passages import AnswerPassage, read_answer, respell
from desktop.coach.expected_point import ExpectedPoint, PointReader
from desktop.coach.key_topics import is_mentioned
from desktop.coach.near_spellings import near_spellings
from desktop.coach.plain_words import WordReader, Words
from desktop.coach.word_weights import WordWeights
from desktop.domain.feedback import AnswerFeedback, Band, Evidence, PointFeedback, TopicFeedback
from desktop.domain.rubric import RubricPoint

_LONGEST_PROMPT = 50_000
_MOST_DOUBTED = 0.6
_SHARE_PER_NEIGHBOUR = 0.9
_USUAL_WIDTH, _WIDEST = 2, 4
_MOST_WORDS_IN_WIDE = 60
_FEWEST_WORDS = 2
_RUBRICS_KEPT = 64
_FEWEST_POINTS, _MOST_POINTS = 2, 4
_WORDS_PER_POINT = 10


class Scale(NamedTuple):
    """A method's name, from which scores its bands begin, and how many code points it reads."""

    method: str
    found_from: float
    maybe_from: float
    longest_answer: int

    def band_of(self, score: float) -> Band:
        """The band of a score of this method."""
        if score >= self.found_from:
            return Band.FOUND
        return Band.MAYBE if score >= self.maybe_from else Band.NOT_FOUND


class Rubric(NamedTuple):
    """A question's prompt and points, as read."""

    prompt_text: str
    prompt: Words
    points: tuple[ExpectedPoint, ...]
    vocabulary: frozenset[str]


class Match(Protocol):
    """A point beside the passages of an answer."""

    def shown(self, first: int, end: int) -> float:
        """How much of the point the passages from `first` up to `end` show, 0 to 1."""

    def firm(self, first: int, end: int) -> float:
        """How much of it they show without what is denied or stands in a bare list."""


FindMatches = Callable[[Rubric, Sequence[AnswerPassage], str], Sequence[Match]]
"""A match for each point of a rubric, given the passages of an answer and its text."""


class AnswerJudge:
    """Judges answers by a method's way to match; may be used from any thread."""

    def __init__(
        self, reader: WordReader, weights: WordWeights, scale: Scale, find_matches: FindMatches
    ) -> None:
        self._reader = reader
        self._weights = weights
        self._scale = scale
        self._find_matches = find_matches
        self._read_rubric = lru_cache(_RUBRICS_KEPT)(self._make_rubric)

    def judge(
        self, prompt: str, points: Sequence[RubricPoint], topics: Sequence[str], answer: str
    ) -> AnswerFeedback:
        """What the answer says of the points of a question, and which key topics it mentions."""
        rubric = self._read_rubric(prompt[:_LONGEST_PROMPT], tuple(points))
        read = answer[: self._scale.longest_answer]
        passages = read_answer(read, rubric.prompt, self._reader)
        if sum(len(one.words.stems) for one in passages) < _FEWEST_WORDS:
            passages = ()
        answered = frozenset(chain.from_iterable(one.vocabulary for one in passages))
        spellings = near_spellings(answered, rubric.vocabulary, self._weights)
        passages = tuple(respell(one, spellings) for one in passages)
        judged = tuple(self._judge_points(rubric, passages, read))
        return AnswerFeedback(
            judged,
            _overall(points, judged),
            tuple(
                TopicFeedback(topic, is_mentioned(topic, passages, self._reader, self._weights))
                for topic in topics
            ),
        )

    def _make_rubric(self, prompt: str, points: tuple[RubricPoint, ...]) -> Rubric:
        words = self._reader.read(prompt)
        reader = PointReader(self._reader, self._weights, words)
        expected = tuple(map(reader.read, points))
        vocabulary = frozenset(chain.from_iterable(each.vocabulary for each in expected))
        return Rubric(prompt, words, expected, vocabulary)

    def _judge_points(
        self, rubric: Rubric, passages: Sequence[AnswerPassage], answer: str
    ) -> Iterator[PointFeedback]:
        windows = list(_windows(passages))
        scores = [
            [_doubted(match, *window) for window in windows]
            for match in self._find_matches(rubric, passages, answer)
        ]
        shares = [
            self._share_per_point(passages[first:end], loads)
            for (first, end), loads in zip(windows, zip(*scores, strict=True), strict=False)
        ]
        for of_point in scores:
            shared = map(float.__mul__, of_point, shares)
            score, first, end = max(
                ((score, *window) for score, window in zip(shared, windows, strict=True)),
                key=lambda each: each[0],
                default=(0.0, 0, 0),
            )
            band = self._scale.band_of(score)
            is_shown = band is not Band.NOT_FOUND
            evidence = _quote(answer, passages[first:end]) if is_shown else None
            yield PointFeedback(score, band, evidence, self._scale.method)

    def _share_per_point(
        self, passages: Sequence[AnswerPassage], scores: Sequence[float]
    ) -> float:
        """What is left for each point of passages that carry many, as a list of words would."""
        words = sum(len(passage.words.stems) for passage in passages)
        bearable = min(_MOST_POINTS, _FEWEST_POINTS + words // _WORDS_PER_POINT)
        carried = sum(score >= self._scale.found_from for score in scores)
        beside = _SHARE_PER_NEIGHBOUR ** (len(passages) - 1)
        return beside * min(1.0, bearable / max(carried, 1))


def _doubted(match: Match, first: int, end: int) -> float:
    """What passages show of a point: with what is doubtful in them, a maybe at best."""
    shown, firm = match.shown(first, end), match.firm(first, end)
    return shown if firm >= shown else max(firm, min(shown, (1 + shown) / 2 * _MOST_DOUBTED))


def _windows(passages: Sequence[AnswerPassage]) -> Iterator[tuple[int, int]]:
    """Passages that may carry a point together: two, or up to four short ones."""
    ends = [0, *accumulate(len(passage.words.stems) for passage in passages)]
    for width in range(1, _WIDEST + 1):
        for first in range(len(passages) - width + 1):
            if width <= _USUAL_WIDTH or ends[first + width] - ends[first] <= _MOST_WORDS_IN_WIDE:
                yield first, first + width


def _quote(answer: str, passages: Sequence[AnswerPassage]) -> Evidence:
    start, end = passages[0].span.start, passages[-1].span.end
    return Evidence(start, end, answer[start:end])


def _overall(points: Sequence[RubricPoint], judged: Sequence[PointFeedback]) -> float:
    total = sum(point.weight for point in points)
    reached = sum(
        point.weight * feedback.score for point, feedback in zip(points, judged, strict=True)
    )
    return reached / total if total else 0.0
