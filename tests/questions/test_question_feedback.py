"""The rule method on every shipped question: its own sample, weak, foreign and hostile answers.

The thresholds of the method were chosen on these files; a point that is not found in its own
sample answer mostly has cues that do not stand there as written.
"""

import re
from collections.abc import Sequence

import pytest

from desktop.bank.bank import Bank, BankSource
from desktop.bank.question_file import read_question
from desktop.domain.feedback import AnswerFeedback, Band
from desktop.domain.list_items import read_items
from desktop.domain.question import Part, Question
from desktop.services.give_feedback import GiveFeedback
from desktop.settings.folders import find_folders

FOLDER = find_folders().shipped_questions
QUESTIONS = {
    path.stem: read_question(path.read_text(encoding="utf-8"), path=path).question
    for path in sorted(FOLDER.rglob("*.md"))
}
IDS = sorted(QUESTIONS)

FOREIGN_ANSWERS = 3
MOST_FOREIGN_FINDS = 0.005
"""The share of all answers from other areas in which a point may be found: two areas may say one
thing in the same words, and mean it."""

MOST_SHARED_POINTS = 2
"""Two system designs may both sample negatives, and correct for it."""

_AUXILIARY = re.compile(r"\b(is|are|was|were|can|will|would|does|do|has|have|must|may)\b")
_SENTENCE_START = re.compile(r"(?:(?<=[.!?:]\s)|(?<=\n))(?=[A-Z])")


@pytest.fixture(scope="module")
def feedback() -> GiveFeedback:
    return GiveFeedback(Bank([BankSource("shipped", FOLDER, is_shipped=True)]))


@pytest.fixture(params=IDS)
def question(request: pytest.FixtureRequest) -> Question:
    return QUESTIONS[request.param]


def sample(question: Question) -> str:
    return question.parts.get(Part.SAMPLE_ANSWER, "")


def found(judged: AnswerFeedback) -> int:
    return sum(point.band is Band.FOUND for point in judged.points)


def found_weight(question: Question, judged: AnswerFeedback) -> float:
    points = zip(question.points, judged.points, strict=True)
    weight = sum(point.weight for point, one in points if one.band is Band.FOUND)
    return weight / sum(point.weight for point in question.points)


def others(question: Question, *, in_area: bool) -> Sequence[Question]:
    """All others of the same area or of other areas, from the next in the alphabet on."""
    at = IDS.index(question.id)
    following = (QUESTIONS[other] for other in (*IDS[at + 1 :], *IDS[:at]))
    return [each for each in following if (each.category == question.category) is in_area]


def test_the_sample_shows_every_point(feedback: GiveFeedback, question: Question) -> None:
    judged = feedback.on_answer(question, sample(question))
    not_found = [
        f"{one.band}: {point.text}"
        for point, one in zip(question.points, judged.points, strict=True)
        if one.band is not Band.FOUND
    ]
    assert not_found == []


def test_weak_answers_show_few(feedback: GiveFeedback, question: Question) -> None:
    weak = question.parts.get(Part.WEAK_ANSWERS, "")
    judged = feedback.on_answer(question, weak)
    assert found(judged) <= 1
    assert found_weight(question, judged) <= 1 / 3


def test_an_answer_of_the_same_area_shows_one_at_most(
    feedback: GiveFeedback, question: Question
) -> None:
    for other in others(question, in_area=True):
        assert found(feedback.on_answer(question, sample(other))) <= 1, other.id


def test_an_answer_of_another_area_shows_none(feedback: GiveFeedback, question: Question) -> None:
    for other in others(question, in_area=False)[:FOREIGN_ANSWERS]:
        assert found(feedback.on_answer(question, sample(other))) == 0, other.id


@pytest.mark.slow
def test_hardly_any_answer_of_another_area_shows_one(feedback: GiveFeedback) -> None:
    finds = [
        found(feedback.on_answer(question, sample(other)))
        for question in QUESTIONS.values()
        for other in others(question, in_area=False)
    ]
    assert sum(map(bool, finds)) <= MOST_FOREIGN_FINDS * len(finds)
    assert max(finds) <= MOST_SHARED_POINTS


def test_hostile_answers_never_show_half(feedback: GiveFeedback, question: Question) -> None:
    topics = read_items(question.parts.get(Part.KEY_TOPICS, ""))
    cues = [cue for point in question.points for cue in point.cues]
    for answer in (
        *(", ".join(topics), "\n".join(f"- {topic}" for topic in topics)),
        *(", ".join(cues), ". ".join(cues), "\n".join(f"- {cue}" for cue in cues)),
        "\n".join(f"- {', '.join(point.cues)}" for point in question.points),
        _SENTENCE_START.sub("It is not true: not so is ", sample(question)),
        "\n\n".join(map(_negated, sample(question).split("\n\n"))),
    ):
        assert found_weight(question, feedback.on_answer(question, answer)) <= 0.5


def test_saying_nothing_shows_nothing(feedback: GiveFeedback, question: Question) -> None:
    for answer in ("", "fine", question.prompt, f"{question.title}\n\n{question.prompt}"):
        assert feedback.on_answer(question, answer).overall == 0


def _negated(paragraph: str) -> str:
    """The paragraph with "not" in every sentence."""
    sentences = re.split(r"(?<=[.!?]) ", paragraph)
    return " ".join(_negated_sentence(sentence) for sentence in sentences)


def _negated_sentence(sentence: str) -> str:
    negated, count = _AUXILIARY.subn(r"\1 not", sentence)
    return negated if count or sentence.startswith(("```", "$$")) else f"Not {sentence}"
