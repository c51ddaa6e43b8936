"""Feedback by rule: short answers a second, and the first call in a bank of 200 questions."""

import json
from pathlib import Path
from time import perf_counter

from make_bank import make_bank
from pytest_benchmark.fixture import BenchmarkFixture

from desktop.bank.bank import Bank, BankSource
from desktop.cli.feedback_lines import judge_lines
from desktop.domain.rubric import RubricPoint
from desktop.services.give_feedback import GiveFeedback

ANSWERS = 2_000
LEAST_A_SECOND = 200
MOST_FIRST_S = 0.5
POINTS = (
    "A mutable object can be changed after creation",
    "An immutable one keeps its value, so that it may be a key of a dictionary",
)


def make_feedback(folder: Path) -> GiveFeedback:
    make_bank(folder, 200, 1)
    return GiveFeedback(Bank([BankSource("own", folder, is_own=True)]))


def test_short_answers_a_second(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    feedback = make_feedback(tmp_path / "bank")
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    with source.open("w", encoding="utf-8") as lines:
        for number in range(ANSWERS):
            answer = f"Object {number} may change once it is created. A tuple keeps its values."
            value = {"id": number, "question": "What is a mutable object?", "points": POINTS}
            lines.write(json.dumps({**value, "answer": answer}) + "\n")

    def judge() -> float:
        begun_s = perf_counter()
        assert judge_lines(str(source), str(target), feedback, "rule") == 0
        return perf_counter() - begun_s

    took_s = benchmark.pedantic(judge, rounds=1)  # type: ignore[no-untyped-call]  # no types
    assert took_s < ANSWERS / LEAST_A_SECOND


def test_the_first_call(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    feedback = make_feedback(tmp_path / "bank")
    points = [RubricPoint(text) for text in POINTS]

    def first() -> float:
        begun_s = perf_counter()
        feedback.on_points("What is a mutable object?", points, "It may change once created.")
        return perf_counter() - begun_s

    took_s = benchmark.pedantic(first, rounds=1)  # type: ignore[no-untyped-call]  # no types
    assert took_s < MOST_FIRST_S
