"""How much of a point the tokens of an answer show: each beside the one that is nearest to it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from desktop.coach.answer_passages import AnswerPassage
from desktop.coach.expected_point import ExpectedPoint
from desktop.coach.passages import split_passages
from desktop.coach.plain_words import WordReader
from desktop.coach.token_model import ReadTokens, TokenModel
from desktop.coach.word_weights import WordWeights

if TYPE_CHECKING:
    from numpy import ndarray

Vectors: TypeAlias = "ndarray[Any, Any]"

_WORD = re.compile(r"[^\W_][\w'’-]*")
_ASKED_SHARE = 0.5
"""How much of what the prompt itself shows of a point is taken off."""
_LONGEST_PROMPT = 3_000


@dataclass(frozen=True, slots=True)
class PointTokens:
    """The tokens of a point with what each tells, in sum 1.

    `is_negated` and `is_list` say that a denial, or a bare list, may make the point.
    """

    vectors: Vectors
    weights: Vectors
    is_negated: bool
    is_list: bool


@dataclass(frozen=True, slots=True)
class PassageTokens:
    """The tokens of a passage that tell something.

    `undenied` has those that stand under no negation; the whole is doubtful in a bare list.
    """

    vectors: Vectors
    undenied: Vectors
    is_doubtful: bool


class TokenReader:
    """Reads points, prompts and passages; words of the prompt tell nothing."""

    def __init__(self, model: TokenModel, reader: WordReader, weights: WordWeights) -> None:
        self._model = model
        self._reader = reader
        self._weights = weights

    def read_point(self, point: ExpectedPoint, asked: frozenset[str]) -> PointTokens:
        """A point's tokens; one that has only words of the prompt keeps them."""
        import numpy as np  # noqa: PLC0415 - an extra

        text = " ".join(point.text.split())
        read = self._model.read(text)
        stems = self._stems_of_tokens(text, read)
        told = np.array([self._told_by(each - asked) for each in stems])
        if not told.any():
            told = np.array([self._told_by(each) for each in stems])
        total = told.sum()
        weights = told / total if total else told
        return PointTokens(read.vectors, weights, point.is_negated, point.is_list)

    def read_prompt(self, prompt: str) -> Vectors:
        """The vectors of a prompt's tokens."""
        import numpy as np  # noqa: PLC0415 - an extra

        spans = split_passages(prompt[:_LONGEST_PROMPT])
        read = [self._model.read(prompt[span.start : span.end]).vectors for span in spans]
        return np.concatenate(read) if read else np.zeros((0, 0))

    def read_passage(
        self, passage: AnswerPassage, answer: str, asked: frozenset[str]
    ) -> PassageTokens:
        """A passage's tokens without words of the prompt and words that tell nothing."""
        text = answer[passage.span.start : passage.span.end]
        read = self._model.read(text)
        stems = self._stems_of_tokens(text, read)
        said = {n for n, each in enumerate(stems) if self._told_by(each - asked) > 0}
        denied = {passage.words.stems[place] for place in passage.denied}
        firm = {s for n, s in enumerate(passage.words.stems) if n not in passage.denied}
        turned = denied - firm
        undenied = {n for n in said if not stems[n] & turned}
        return PassageTokens(
            read.vectors[sorted(said)], read.vectors[sorted(undenied)], passage.is_doubtful
        )

    def _stems_of_tokens(self, text: str, read: ReadTokens) -> list[frozenset[str]]:
        """For each token the stems of the word it belongs to."""
        words = [(found.end(), found.start(), found[0]) for found in _WORD.finditer(text)]
        stems: list[frozenset[str]] = []
        at = 0
        for start in read.starts:
            while at < len(words) and words[at][0] <= start:
                at += 1
            is_inside = at < len(words) and words[at][1] <= start
            stems.append(self._reader.vocabulary(words[at][2]) if is_inside else frozenset())
        return stems

    def _told_by(self, stems: frozenset[str]) -> float:
        return max(map(self._weights.weight, stems), default=0.0)


class PointAlignment:
    """A point's tokens beside those of the passages of an answer.

    Each token of the point counts by its nearest among the answer's; what the prompt shows of the
    point in the same way is taken off by half, so that an answer near the prompt gains nothing.
    """

    def __init__(
        self, point: PointTokens, prompt: Vectors, passages: Sequence[PassageTokens]
    ) -> None:
        self._weights = point.weights
        self._shown = [_nearest(point.vectors, one.vectors) for one in passages]
        self._firm = [
            _nearest(point.vectors, _firm_vectors(point, one)) if _is_doubted(point, one) else near
            for one, near in zip(passages, self._shown, strict=True)
        ]
        self._asked = _ASKED_SHARE * self._sum(_nearest(point.vectors, prompt))

    def shown(self, first: int, end: int) -> float:
        """How much of the point the passages from `first` up to `end` show, 0 to 1."""
        return self._gain(self._shown[first:end])

    def firm(self, first: int, end: int) -> float:
        """How much of it they show without what is denied or stands in a bare list."""
        return self._gain(self._firm[first:end])

    def _gain(self, nearest: Sequence[Vectors]) -> float:
        import numpy as np  # noqa: PLC0415 - an extra

        shown = self._sum(np.maximum.reduce(nearest))
        return min(1.0, max(0.0, (shown - self._asked) / (1 - self._asked)))

    def _sum(self, nearest: Vectors) -> float:
        return float(nearest @ self._weights)


def _is_doubted(point: PointTokens, passage: PassageTokens) -> bool:
    return (passage.is_doubtful and not point.is_list) or (
        not point.is_negated and len(passage.undenied) < len(passage.vectors)
    )


def _firm_vectors(point: PointTokens, passage: PassageTokens) -> Vectors:
    if passage.is_doubtful and not point.is_list:
        return passage.vectors[:0]
    return passage.undenied


def _nearest(tokens: Vectors, others: Vectors) -> Vectors:
    """For each token the cosine to the nearest of the others, 0 if there is none."""
    import numpy as np  # noqa: PLC0415 - an extra

    if not len(tokens) or not len(others):
        return np.zeros(len(tokens))
    near: Vectors = np.clip((tokens @ others.T).max(axis=1), 0.0, 1.0)
    return near
