"""Both methods beside a person's grades of invented short answers (1 made, 0.5 partly, 0 not).

Some answers say a point in words of their own, some misspell it, some use its words and are wrong.
The floors stand well below what was measured when the methods were chosen.
"""

import json
import re
from collections.abc import Sequence
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop.bank.bank import Bank, BankSource
from desktop.coach.token_model import MODEL, TOKENIZER
from desktop.coach.word_weights import STOP_WORDS
from desktop.domain.feedback import RULE, SEMANTIC
from desktop.domain.rubric import RubricPoint
from desktop.services.give_feedback import GiveFeedback
from desktop.settings.folders import find_folders

LINES = Path(__file__).parent.parent / "data" / "graded_answers.jsonl"
ANSWERS: list[dict[str, Any]] = [
    json.loads(line) for line in LINES.read_text(encoding="utf-8").splitlines()
]
IS_INSTALLED = all(map(find_spec, (MODEL[0], TOKENIZER[0], "onnxruntime", "tokenizers")))


@pytest.fixture(scope="module")
def feedback() -> GiveFeedback:
    folder = find_folders().shipped_questions
    return GiveFeedback(Bank([BankSource("shipped", folder, is_shipped=True)]))


def agreement(scores: Sequence[Sequence[float]]) -> float:
    """The correlation of scores with grades, point by point."""
    grades = chain.from_iterable(each["grades"] for each in ANSWERS)
    return float(np.corrcoef(list(chain.from_iterable(scores)), list(grades))[0, 1])


def judged(feedback: GiveFeedback, method: str) -> float:
    return agreement(
        [
            [
                point.score
                for point in feedback.on_points(
                    each["question"],
                    [RubricPoint(text) for text in each["points"]],
                    each["answer"],
                    method,
                ).points
            ]
            for each in ANSWERS
        ]
    )


def overlap() -> float:
    """The floor: which share of a point's words stand in the answer."""

    def words(text: str) -> set[str]:
        return set(re.findall(r"\w+", text.lower())) - STOP_WORDS

    return agreement(
        [
            [
                len(words(each["answer"]) & words(point)) / len(words(point))
                for point in each["points"]
            ]
            for each in ANSWERS
        ]
    )


def test_the_rule_is_nearer_to_the_grades_than_word_overlap(feedback: GiveFeedback) -> None:
    assert judged(feedback, RULE) > overlap()


@pytest.mark.skipif(not IS_INSTALLED, reason='needs pip install -e ".[semantic]"')
def test_the_semantic_method_is_nearer_still(feedback: GiveFeedback) -> None:
    assert judged(feedback, SEMANTIC) > judged(feedback, RULE) + 0.04
