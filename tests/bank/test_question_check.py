"""Rules beyond reading, each told with its line and how to mend it."""

from pathlib import Path

import pytest

from desktop.bank.question_check import check_question
from desktop.bank.question_file import read_question

PROMPT = "The loss of a model in half precision turns to NaN after 300 steps. Why?"
GOOD = f"""\
---
title: Weights that overflow
category: Deep learning
difficulty: medium
rounds: [ml-depth]
roles: [applied-scientist]
minutes: 20
updated: 2026-11-22
related: [other-id]
---

{PROMPT}

## What the interviewer expects

- (2) Names the largest half-precision number.
  cues: 65504

## Sample answer

It is 65504.
"""


def messages(text: str, *, name: str = "overflow.md", is_shipped: bool = True) -> list[str]:
    file = read_question(text, path=Path(name))
    found = check_question(file, is_shipped=is_shipped, known_ids={"other-id", "softmax-stable"})
    return [str(problem) for problem in found]


def test_a_good_file_has_no_problems() -> None:
    assert messages(GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("Deep learning", "Deep learnin", 3, "list for `category`; did you mean `Deep learning`?"),
        ("category: Deep learning\n", "", 1, "there is no `category`"),
        ("medium", "so so", 4, "list for `difficulty`; use one of easy, medium, hard"),
        ("[ml-depth]", "[ml-breath]", 5, "list for `rounds`; did you mean `ml-breadth`?"),
        ("[applied-scientist]", "[]", 6, "there is no `roles`"),
        ("minutes: 20\n", "", 1, "there are no `minutes`"),
        ("minutes: 20", "minutes: 0", 7, "0 minutes cannot be; write 1 to 240"),
        ("2026-11-22", "last week", 8, "`last week` is no date; write it as 2026-11-22"),
        ("updated: 2026-11-22\n", "", 1, "there is no `updated`"),
        ("other-id", "softmax-stabel", 9, "no question here; did you mean `softmax-stable`?"),
        ("[other-id]", "[overflow]", 9, "the question names itself"),
        ("minutes", "companies: [Acme]\nminutes", 7, "`companies` stands without a `source`"),
        ("minutes", "form: long\nminutes", 7, "list for `form`; use one of quick"),
        ("(2)", "(7)", 14, "a point has the weight 7; use (1) to (5)"),
        ("- (2) Names", "Names", 14, "there are no rubric points"),
        ("It is 65504.", "", 19, "there is no sample answer; write one under `## Sample answer`"),
        ("  cues: 65504\n", "", 14, "no point has cues; add a last line `cues: …`"),
        (PROMPT, "", 1, "there is no prompt"),
    ],
)
def test_a_broken_rule_is_told(old: str, new: str, line: int, message: str) -> None:
    assert old in GOOD
    (told,) = messages(GOOD.replace(old, new, 1))
    assert told.startswith(f"overflow.md:{line}: ")
    assert message in told


def test_an_id_has_letters_digits_and_dashes_only() -> None:
    (told,) = messages(GOOD, name="Half precision.md")
    assert told.startswith("Half precision.md:1: the id `Half precision` holds more than a-z")


def test_words_are_free_outside_the_shipped_bank() -> None:
    free = GOOD.replace("Deep learning", "Compilers").replace("[ml-depth]", "[onsite]")
    assert messages(free, is_shipped=False) == []
    assert len(messages(free)) == 2


QUICK = GOOD.replace("minutes: 20", "minutes: 1\nform: quick").replace(
    "- (2)", "- (1) Names a.\n  cues: a\n- (1) Names b.\n  cues: b\n- (2)"
)


def test_a_good_quick_question_has_no_problems() -> None:
    assert messages(QUICK) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("minutes: 1", "minutes: 15", 7, "a quick question takes a minute, not 15"),
        ("- (1) Names b.\n  cues: b\n", "", 15, "a quick question has 3 points, not 2"),
        ("It is 65504.", "A line.\n\n" * 11, 24, "fills 11 lines of a page; a quick"),
    ],
)
def test_a_quick_question_is_short(old: str, new: str, line: int, message: str) -> None:
    assert old in QUICK
    (told,) = messages(QUICK.replace(old, new, 1))
    assert told.startswith(f"overflow.md:{line}: ")
    assert message in told
    assert len(messages(QUICK.replace(old, new, 1), is_shipped=False)) == 0
