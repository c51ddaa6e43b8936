"""Feedback by rule: no model, only words, their rarity, and the author's cues."""

from collections.abc import Sequence

from desktop.coach.answer_judge import AnswerJudge, Rubric, Scale
from desktop.coach.answer_passages import AnswerPassage
from desktop.coach.plain_words import WordReader
from desktop.coach.point_match import PointMatch
from desktop.coach.word_weights import WordWeights
from desktop.domain.feedback import RULE, AnswerFeedback
from desktop.domain.rubric import RubricPoint

SCALE = Scale(RULE, found_from=0.72, maybe_from=0.45, longest_answer=200_000)
"""It reads about thirty thousand words."""


class RuleMethod:
    """Judges answers; may be used from any thread."""

    def __init__(self, reader: WordReader, weights: WordWeights) -> None:
        self._judge = AnswerJudge(reader, weights, SCALE, _match)

    def judge(
        self, prompt: str, points: Sequence[RubricPoint], topics: Sequence[str], answer: str
    ) -> AnswerFeedback:
        """What the answer says of the points of a question, and which key topics it mentions."""
        return self._judge.judge(prompt, points, topics, answer)


def _match(rubric: Rubric, passages: Sequence[AnswerPassage], _answer: str) -> list[PointMatch]:
    return [PointMatch(point, passages) for point in rubric.points]
