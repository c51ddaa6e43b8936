"""The semantic method itself; what is said where it is missing stands in test_token_model.py."""

from importlib.util import find_spec

import pytest

from desktop.coach.plain_words import WordReader
from desktop.coach.semantic_method import SemanticMethod
from desktop.coach.token_model import MODEL, TOKENIZER
from desktop.coach.word_weights import weigh_words
from desktop.domain.feedback import AnswerFeedback, Band
from desktop.domain.rubric import RubricPoint

pytestmark = pytest.mark.skipif(
    not all(map(find_spec, (MODEL[0], TOKENIZER[0], "onnxruntime", "tokenizers"))),
    reason='the extra is not installed: pip install -e ".[semantic]"',
)

PROMPT = "How does gradient descent find a minimum, and what does the learning rate do?"
POINTS = (
    RubricPoint("It moves the parameters a small step against the gradient of the loss.", 2),
    RubricPoint("If the learning rate is too large, the steps overshoot and training diverges."),
    RubricPoint("If the learning rate is too small, convergence is slow.", cues=("takes long",)),
)
GOOD = (
    "The weights are updated with the negative gradient of the error, a little each time. "
    "With steps that are too big it overshoots and blows up. Tiny steps need very many iterations."
)


@pytest.fixture(scope="module")
def semantic() -> SemanticMethod:
    reader = WordReader()
    return SemanticMethod(reader, weigh_words((), reader))


def bands(judged: AnswerFeedback) -> list[Band]:
    return [point.band for point in judged.points]


def test_a_point_in_other_words_is_seen(semantic: SemanticMethod) -> None:
    judged = semantic.judge(PROMPT, POINTS, (), GOOD)
    assert bands(judged)[:2] == [Band.MAYBE, Band.FOUND]
    evidence = judged.points[1].evidence
    assert evidence is not None
    assert "overshoots" in evidence.text
    assert {point.method for point in judged.points} == {"semantic"}


def test_the_point_itself_is_found(semantic: SemanticMethod) -> None:
    answer = " ".join(point.text for point in POINTS)
    assert bands(semantic.judge(PROMPT, POINTS, (), answer)) == [Band.FOUND] * 3


@pytest.mark.parametrize(
    "answer", ["", "fine", "😀", PROMPT, PROMPT * 2, "The minimum. The rate."]
)
def test_nothing_said_scores_nothing(semantic: SemanticMethod, answer: str) -> None:
    assert semantic.judge(PROMPT, POINTS, (), answer).overall == 0


def test_a_list_of_terms_leaves_a_maybe_at_best(semantic: SemanticMethod) -> None:
    terms = "parameters, small step, against the gradient, loss, overshoot, diverges, slow"
    assert Band.FOUND not in bands(semantic.judge(PROMPT, POINTS, (), terms))


def test_a_negation_that_the_point_lacks_leaves_a_maybe(semantic: SemanticMethod) -> None:
    answer = "It does not move the parameters a small step against the gradient of the loss."
    assert bands(semantic.judge(PROMPT, POINTS, (), answer))[0] is not Band.FOUND


def test_another_questions_answer_shows_nothing(semantic: SemanticMethod) -> None:
    answer = "A stack removes the item that was added last. A queue removes the oldest one."
    assert bands(semantic.judge(PROMPT, POINTS, (), answer)) == [Band.NOT_FOUND] * 3


def test_a_cue_counts_beside_the_wording(semantic: SemanticMethod) -> None:
    answer = "A tiny rate takes long."
    without = (RubricPoint(POINTS[2].text),)
    scores = [semantic.judge(PROMPT, each, (), answer).overall for each in (without, POINTS[2:])]
    assert scores[0] < scores[1]


def test_more_than_any_answer_is_read_in_part(semantic: SemanticMethod) -> None:
    judged = semantic.judge(PROMPT, POINTS, (), GOOD + "\n\n" + "\ud800 $x_{" * 100_000)
    assert all(0 <= point.score <= 1 for point in judged.points)
