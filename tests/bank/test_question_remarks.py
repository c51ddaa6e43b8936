"""What an editor remarks, with its line; nothing where a file is fine or came as it is."""

from pathlib import Path

import pytest

from desktop.bank.question_file import read_question
from desktop.bank.question_remarks import is_for_editors, remarks_on

GOOD = """\
---
title: Weights that overflow
difficulty: medium
minutes: 20
---

The loss of a model in half precision turns to NaN after 300 steps. Why?

## What the interviewer expects

- (2) Names the largest half-precision number.
  cues: 65504
- (1) Says that gradients are scaled.
  cues: loss scaling

## Sample answer

It is 65504.
"""


def remarks(text: str, *, is_shipped: bool = True) -> list[str]:
    file = read_question(text, path=Path("overflow.md"))
    return [str(remark) for remark in remarks_on(file, is_shipped=is_shipped)]


def test_a_good_question_has_no_remarks() -> None:
    assert remarks(GOOD) == []
    assert remarks(GOOD, is_shipped=False) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("in half precision turns to NaN after 300 steps", "turns", 7, "holds no number"),
        ("half precision turns to NaN after 300", "turns after", 7, "and no constraint"),
        ("Says that gradients are scaled.", "Clear thinking.", 13, "praises and names nothing"),
        ("minutes: 20", "minutes: 200", 4, "`minutes` is 200, what is medium takes 8 to 50"),
        ("minutes: 20", "minutes: 2", 4, "what is medium takes"),
        ("It is 65504.", "word " * 4_000, 4, "takes 24 minutes, `minutes` is 20"),
    ],
)
def test_a_remark_says_what_to_mend(old: str, new: str, line: int, message: str) -> None:
    assert old in GOOD
    (told,) = remarks(GOOD.replace(old, new, 1))
    assert told.startswith(f"overflow.md:{line}: ")
    assert message in told


@pytest.mark.parametrize(
    "prompt", ["Prove it within an hour.", "Three coins.", "Only $x$ counts.", "Use at most one."]
)
def test_a_constraint_may_be_words(prompt: str) -> None:
    start, end = GOOD.index("The loss"), GOOD.index("\n\n## What")
    assert remarks(GOOD[:start] + prompt + GOOD[end:]) == []


def test_own_questions_may_ask_freely_and_are_reminded_of_cues() -> None:
    free = GOOD.replace("in half precision turns to NaN after 300 steps", "turns")
    assert remarks(free, is_shipped=False) == []
    (told,) = remarks(GOOD.replace("  cues: loss scaling\n", ""), is_shipped=False)
    assert told.startswith("overflow.md:13: this point has no cues")


def test_no_cues_at_all_is_said_once() -> None:
    bare = GOOD.replace("  cues: loss scaling\n", "").replace("  cues: 65504\n", "")
    (told,) = remarks(bare, is_shipped=False)
    assert told.startswith("overflow.md:9: no point has cues")


def test_an_imported_page_is_left_as_it_came() -> None:
    bare = GOOD.replace("  cues: loss scaling\n", "").replace("minutes: 20", "minutes: 200")
    pasted = bare.replace("minutes", "source: pasted 2026-11-22\nminutes", 1)
    for text, expected in ((bare, True), (pasted, False)):
        question = read_question(text, path=Path("overflow.md")).question
        assert is_for_editors(question) is expected
