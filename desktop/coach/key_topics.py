"""Whether an answer mentions a key topic."""

from collections.abc import Sequence
from itertools import pairwise

from desktop.coach.answer_passages import AnswerPassage
from desktop.coach.plain_words import WordReader
from desktop.coach.word_weights import WordWeights

_MENTIONED_FROM = 0.4
"""Of the samples' own topics three quarters are mentioned so, of other areas' one in thirteen."""


def is_mentioned(
    topic: str, passages: Sequence[AnswerPassage], reader: WordReader, weights: WordWeights
) -> bool:
    """Whether two passages in a row hold a good part of what a topic's words tell."""
    told = {stem: weights.weight(stem) for stem in reader.read(topic).stems}
    total = sum(told.values())
    near = [one.vocabulary | other.vocabulary for one, other in pairwise(passages)]
    places = near or [one.vocabulary for one in passages]
    return total > 0 and any(
        sum(weight for stem, weight in told.items() if stem in words) >= _MENTIONED_FROM * total
        for words in places
    )
