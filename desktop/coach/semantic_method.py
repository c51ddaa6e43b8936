"""Feedback by meaning: the tokens of a point beside those of the answer, and the author's cues."""

from collections.abc import Sequence

from desktop.coach.answer_judge import AnswerJudge, Rubric, Scale
from desktop.coach.answer_passages import AnswerPassage
from desktop.coach.plain_words import WordReader
from desktop.coach.point_match import PointMatch
from desktop.coach.token_alignment import PointAlignment, TokenReader
from desktop.coach.token_model import TokenModel
from desktop.coach.word_weights import WordWeights
from desktop.domain.feedback import SEMANTIC, AnswerFeedback
from desktop.domain.rubric import RubricPoint

SCALE = Scale(SEMANTIC, found_from=0.75, maybe_from=0.45, longest_answer=40_000)
"""It reads about six thousand words, a page in a second. Of the bank's points one in two hundred
is found in the sample answer of another question."""


class CuedAlignment:
    """A point of which both its cues and its tokens tell; without cues the tokens tell alone."""

    def __init__(self, cues: PointMatch | None, tokens: PointAlignment) -> None:
        self._cues = cues
        self._tokens = tokens

    def shown(self, first: int, end: int) -> float:
        """How much of the point the passages from `first` up to `end` show, 0 to 1."""
        aligned = self._tokens.shown(first, end)
        return _either(self._cues.shown(first, end) if self._cues else aligned, aligned)

    def firm(self, first: int, end: int) -> float:
        """How much of it they show without what is denied or stands in a bare list."""
        aligned = self._tokens.firm(first, end)
        return _either(self._cues.firm(first, end) if self._cues else aligned, aligned)


class SemanticMethod:
    """Judges answers; may be used from any thread. Raises AppError where the model is missing."""

    def __init__(
        self, reader: WordReader, weights: WordWeights, model: TokenModel | None = None
    ) -> None:
        self._model = model or TokenModel()
        self._tokens = TokenReader(self._model, reader, weights)
        self._judge = AnswerJudge(reader, weights, SCALE, self._match)

    def judge(
        self, prompt: str, points: Sequence[RubricPoint], topics: Sequence[str], answer: str
    ) -> AnswerFeedback:
        """What the answer says of the points of a question, and which key topics it mentions."""
        self._model.load()
        return self._judge.judge(prompt, points, topics, answer)

    def _match(
        self, rubric: Rubric, passages: Sequence[AnswerPassage], answer: str
    ) -> list[CuedAlignment]:
        asked = rubric.prompt.vocabulary
        prompt = self._tokens.read_prompt(rubric.prompt_text)
        answered = [self._tokens.read_passage(one, answer, asked) for one in passages]
        return [
            CuedAlignment(
                PointMatch(point, passages) if point.cues else None,
                PointAlignment(self._tokens.read_point(point, asked), prompt, answered),
            )
            for point in rubric.points
        ]


def _either(one: float, other: float) -> float:
    """What two kinds of evidence show together."""
    return 1 - (1 - one) * (1 - other)
