"""Every text gives a question, with what was there and what is wrong."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.bank.question_file import QuestionFile, read_question
from desktop.domain.question import OtherSection, Part
from desktop.domain.rubric import FollowUp, RubricPoint

PATH = Path("pack/kernel-ridge.md")

WHOLE = """\
---
title: Ridge in feature space
category: Classical machine learning
topics: [kernels, ridge]
difficulty: hard  # easy | medium | hard
rounds: [ml-depth]
roles:
  - applied-scientist
minutes: 25
companies: [Acme]
source: pasted 2026-11-22
updated: 2026-11-22
related: [lasso-zeros]
references: ["Saunders (1998), Ridge in dual variables"]
formerly: [dual-ridge]
form: quick
imported:
  solved: 12
mood: unknown key
---

Write ridge regression with $K$ only.

```python
## not a heading
```

## Why it is asked

It shows who can move between primal and dual.

## WHAT INTERVIEWERS LOOK FOR

- (3) Solves $(K + \\lambda I)a = y$.
  cues: dual, `K + λI`

## Key Topics to Cover

- Representer theorem

## Suggested approach

1. Write the loss.

## Possible follow-up questions

- What if $n$ is a million?
  > Nyström.

## Example answer

$$
## no heading
$$

## Common mistakes

- Inverts $K$ itself.

## My notes

Kept as they are.
"""


def read(text: str) -> QuestionFile:
    return read_question(text, path=PATH)


def messages(text: str) -> list[str]:
    return [str(problem) for problem in read(text).problems]


def test_a_whole_file_is_read() -> None:
    file = read(WHOLE)
    question = file.question
    assert file.problems == ()
    assert question.id == "kernel-ridge"
    assert question.title == "Ridge in feature space"
    assert question.prompt.startswith("Write ridge")
    assert question.prompt.endswith("## not a heading\n```")
    assert question.minutes == 25
    assert question.rounds == ("ml-depth",)
    assert question.roles == ("applied-scientist",)
    assert question.references == ("Saunders (1998), Ridge in dual variables",)
    assert question.imported == {"solved": "12"}
    assert question.points == (
        RubricPoint(r"Solves $(K + \lambda I)a = y$.", 3, ("dual", "K + λI")),
    )
    assert question.follow_ups == (FollowUp("What if $n$ is a million?", "Nyström."),)
    assert set(question.parts) == set(Part)
    assert question.parts[Part.SAMPLE_ANSWER] == "$$\n## no heading\n$$"
    assert question.other_sections == (OtherSection("My notes", "Kept as they are."),)


def test_a_file_knows_its_lines_and_its_digest() -> None:
    file = read(WHOLE)
    assert file.lines["title"] == 2
    assert file.lines["minutes"] == 9
    assert WHOLE.splitlines()[file.lines[Part.EXPECTATIONS] - 1] == "## WHAT INTERVIEWERS LOOK FOR"
    assert file.digest == read(WHOLE).digest != read(WHOLE + " ").digest


@pytest.mark.parametrize("mark", ["", "\ufeff", "\n\n", "\ufeff\r\n"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_marks_and_line_ends_change_nothing(mark: str, ending: str) -> None:
    file = read(mark + WHOLE.replace("\n", ending))
    assert file.question == read(WHOLE).question
    assert file.problems == ()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Why trees overfit\n\nExplain.", "Why trees overfit"),
        ("Explain.", "Kernel ridge"),
        ("", "Kernel ridge"),
        ("---\ncategory: x\n---\n\nExplain.\n\n### Deep down", "Deep down"),
    ],
)
def test_a_missing_title_is_taken_from_a_heading_or_the_name(text: str, title: str) -> None:
    assert read(text).question.title == title
    assert messages(text) == [
        f"pack/kernel-ridge.md:1: the front matter gives no title; write title: {title}"
    ]


def test_a_file_without_front_matter_is_read() -> None:
    question = read("Explain.\n\n## Sample answer\n\nSo.").question
    assert question.prompt == "Explain."
    assert question.parts == {Part.SAMPLE_ANSWER: "So."}


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert read("---\n\nExplain.\n\n---\n\nMore.").question.prompt.startswith("---\n\nExplain.")


def test_front_matter_that_is_not_closed_ends_at_a_blank_line() -> None:
    text = "---\ntitle: A\nminutes: 5\n\nExplain.\n\n## Sample answer\nSo."
    question = read(text).question
    assert (question.title, question.minutes, question.prompt) == ("A", 5, "Explain.")
    assert messages(text) == [
        "pack/kernel-ridge.md:1: the front matter is not closed; put a line --- after its last key"
    ]


@pytest.mark.parametrize(
    ("line", "field", "value", "message"),
    [
        ("rounds: coding", "rounds", ("coding",), "`rounds` is a list; write rounds: [coding]"),
        ("topics: a, b", "topics", ("a", "b"), "write topics: [a, b]"),
        ("references: A, b", "references", ("A, b",), 'write references: ["A, b"]'),
        ("minutes: about 20", "minutes", 20, "not `about 20`; write minutes: 20"),
        ("minutes: 20-30", "minutes", None, "`minutes` is a whole number, not `20-30`"),
        ("minutes: soon", "minutes", None, "write minutes: 20"),
        ("minutes: -5", "minutes", 5, "`minutes` is a whole number"),
        ("category: [a, b]", "category", "a, b", "write category: a, b"),
        ("roles: [[a, b], c]", "roles", ("a, b", "c"), "holds a list or a mapping"),
        ("imported: yesterday", "imported", {}, "`imported` holds keys of its own"),
    ],
)
def test_a_value_of_another_kind_is_read_and_told(
    line: str, field: str, value: object, message: str
) -> None:
    text = f"---\ntitle: A\n{line}\n---\nExplain."
    assert getattr(read(text).question, field) == value
    (told,) = messages(text)
    assert told.startswith("pack/kernel-ridge.md:3: ")
    assert message in told


@pytest.mark.parametrize("minutes", ["20", "20 min", "20 minutes", "'20'"])
def test_minutes_may_have_their_unit(minutes: str) -> None:
    text = f"---\ntitle: A\nminutes: {minutes}\n---\n"
    assert read(text).question.minutes == 20
    assert messages(text) == []


def test_keys_may_be_in_any_letter_case_and_empty() -> None:
    question = read("---\nTitle: A\nCATEGORY: B\nrounds:\nminutes:\n---\n").question
    assert (question.title, question.category, question.rounds) == ("A", "B", ())


def test_a_section_that_stands_twice_is_joined_and_told() -> None:
    text = "---\ntitle: A\n---\n## Sample answer\nOne.\n## Model answer\nTwo."
    assert read(text).question.parts == {Part.SAMPLE_ANSWER: "One.\n\nTwo."}
    assert messages(text) == [
        "pack/kernel-ridge.md:6: `## Model answer` stands here again; join it with the first"
    ]


def test_a_code_block_that_is_not_closed_is_told_where_it_starts() -> None:
    text = "---\ntitle: A\n---\nExplain.\n```python\nx\n## Sample answer\n"
    assert messages(text) == [
        "pack/kernel-ridge.md:5: this code block is not closed; put a line ``` after its last line"
    ]


def test_non_breaking_spaces_hide_no_heading() -> None:
    text = "---\ntitle: A\n---\nExplain.\n\n##\xa0Sample\xa0answer\n\nSo.\n"
    assert read(text).question.parts == {Part.SAMPLE_ANSWER: "So."}


def test_a_broken_title_is_read_and_the_rest_as_well() -> None:
    text = "---\ntitle: Bias: a story\ndifficulty: easy\n---\nExplain."
    question = read(text).question
    assert (question.title, question.difficulty) == ("Bias: a story", "easy")
    assert len(messages(text)) == 1


@given(st.text() | st.text("ab:- #\n`$>[]\r\t|", max_size=80))
def test_any_text_gives_a_question(text: str) -> None:
    file = read(text)
    assert file.question.title.strip()
    assert all(problem.line >= 1 for problem in file.problems)
