"""What did not change keeps its bytes; what is written is read back the same."""

from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.bank.question_file import QuestionFile, read_question
from desktop.bank.question_writing import write_question
from desktop.domain.question import OtherSection, Part, Question

PATH = Path("own/some-id.md")

LONG = "A reference of many words, " * 4 + "and an end"

COMMENTED = """\
---
# A note of the author.
title: "Old title"   # shown in the list
mood: calm           # no key of ours
topics:
  - one              # the first
  - two
difficulty: medium   # easy | medium | hard
custom: {nested: [1, 2]}
---
The prompt.

##  What the interviewer expects  ##

* (2) Old point.

## Lab notes
Not a known part.


## SAMPLE ANSWER

The answer.
"""


def read(text: str) -> QuestionFile:
    return read_question(text, path=PATH)


def edited(text: str, **changes: object) -> str:
    file = read(text)
    return write_question(replace(file.question, **changes), file)  # type: ignore[arg-type]  # names of fields


def test_a_new_question_is_written_canonically() -> None:
    question = Question(
        id="some-id",
        title="Leakage: how it hides",
        prompt="Find the leak.",
        topics=("leakage", "a, b"),
        minutes=15,
        updated="2026-11-22",
        references=(LONG, "Other"),
        imported={"solved": "12"},
        parts={Part.SAMPLE_ANSWER: "Here.", Part.WHY: "Because."},
        other_sections=(OtherSection("Notes", "Mine."),),
    )
    assert write_question(question) == (
        '---\ntitle: "Leakage: how it hides"\ntopics: [leakage, "a, b"]\nminutes: 15\n'
        f"updated: 2026-11-22\nreferences:\n  - {LONG}\n  - Other\n"
        "imported:\n  solved: 12\n---\n\n"
        "Find the leak.\n\n## Why it is asked\n\nBecause.\n\n## Sample answer\n\nHere.\n\n"
        "## Notes\n\nMine.\n"
    )


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("changes", "old", "new"),
    [
        ({"title": "New: title"}, 'title: "Old title" ', 'title: "New: title" '),
        ({"difficulty": "hard"}, "difficulty: medium ", "difficulty: hard "),
        ({"difficulty": ""}, "difficulty: medium   # easy | medium | hard\n", ""),
        ({"topics": ("x",)}, "topics:\n  - one              # the first\n  - two", "topics: [x]"),
        ({"minutes": 5}, "custom:", "minutes: 5\ncustom:"),
        ({"category": "Coding"}, "mood:", "category: Coding\nmood:"),
        ({"prompt": "New\nprompt."}, "The prompt.\n", "\nNew\nprompt.\n"),
        (
            {"parts": {Part.EXPECTATIONS: "- (3) New.", Part.SAMPLE_ANSWER: "The answer."}},
            "* (2) Old point.",
            "- (3) New.",
        ),
        (
            {"parts": {Part.SAMPLE_ANSWER: "The answer."}},
            "##  What the interviewer expects  ##\n\n* (2) Old point.\n\n",
            "",
        ),
        (
            {
                "parts": {
                    Part.EXPECTATIONS: "* (2) Old point.",
                    Part.FOLLOW_UPS: "- Why?",
                    Part.SAMPLE_ANSWER: "The answer.",
                }
            },
            "\n\n## SAMPLE ANSWER",
            "\n\n## Follow-up questions\n\n- Why?\n\n## SAMPLE ANSWER",
        ),
        (
            {"other_sections": (OtherSection("Lab notes", "New."),)},
            "## Lab notes\nNot a known part.\n\n\n",
            "## Lab notes\n\nNew.\n\n",
        ),
        ({"other_sections": ()}, "## Lab notes\nNot a known part.\n\n\n", ""),
    ],
)
def test_only_what_changed_is_rewritten(
    changes: dict[str, object], old: str, new: str, ending: str
) -> None:
    assert old in COMMENTED
    expected = COMMENTED.replace(old, new)
    if "category" in changes:
        expected = expected.replace("category: Coding\nmood:", "mood:").replace(
            "shown in the list\n", "shown in the list\ncategory: Coding\n"
        )
    if "minutes" in changes:
        expected = expected.replace("minutes: 5\ncustom:", "custom:").replace(
            "medium | hard\n", "medium | hard\nminutes: 5\n"
        )
    written = edited(COMMENTED.replace("\n", ending), **changes)
    assert written == expected.replace("\n", ending)


def test_headings_in_a_part_start_no_part_of_their_own() -> None:
    question = Question(
        id="some-id",
        title="T",
        prompt="Explain.\n\n## Sample answer\n\nNo.\n\n```\n## code stays\n```",
        parts={Part.WHY: "## Key topics\n```python\nnever closed"},
    )
    found = read(write_question(question)).question
    assert found.prompt == question.prompt.replace("## Sample", "### Sample")
    assert found.parts == {Part.WHY: "### Key topics\n```python\nnever closed\n```"}


def test_an_open_code_block_is_closed_before_what_is_added() -> None:
    written = edited("---\ntitle: A\n---\n~~~~\nx\n", parts={Part.WHY: "So."})
    assert written == "---\ntitle: A\n---\n~~~~\nx\n\n~~~~\n\n## Why it is asked\n\nSo.\n"


def test_a_section_that_stands_twice_is_written_once_when_it_changes() -> None:
    text = "---\ntitle: A\n---\n\n## Sample answer\n\nOne.\n\n## Sample answer\n\nTwo.\n"
    assert edited(text, title="B") == text.replace("A", "B", 1)
    assert edited(text, parts={Part.SAMPLE_ANSWER: "Three."}) == (
        "---\ntitle: A\n---\n\n## Sample answer\n\nThree.\n"
    )


def test_front_matter_is_added_and_closed_where_it_was_not() -> None:
    assert edited("Explain.\n", minutes=5) == (
        "---\ntitle: Some id\nminutes: 5\n---\n\nExplain.\n"
    )
    assert edited("---\ntitle: A\n\nExplain.\n", minutes=5) == (
        "---\ntitle: A\nminutes: 5\n---\n\n\nExplain.\n"
    )


def test_broken_front_matter_survives_a_change_elsewhere() -> None:
    text = "---\ntitle: A: b\nlist: [x\n---\n\nExplain.\n"
    assert edited(text, difficulty="easy") == text.replace(": b\n", ": b\ndifficulty: easy\n")


ONE_LINE = st.text(max_size=30).map(lambda text: " ".join(text.split("\n")).strip())
TEXTS = ONE_LINE | st.text("ab :#-,[]'\"&*?|>%@`{}", max_size=10).map(str.strip)
SOME_TEXTS = TEXTS.filter(bool)
LISTS = st.lists(SOME_TEXTS, max_size=3).map(tuple)
BODY_LINES = """
text
- item
### head
# one
```python
```
$$
  $$ a
> q
> ```
~~~
## Key topics
## Foo
1. x
---
| a |
    code
"""


def is_kept_as_it_is(body: str) -> bool:
    file = read(f"---\ntitle: A\n---\n\n{body}")
    return file.question.prompt == body and not file.problems


BODIES = (
    st.text(max_size=60)
    | st.lists(st.sampled_from(BODY_LINES.split("\n")), max_size=8).map("\n".join)
).map(lambda text: read(f"---\ntitle: A\n---\n\n{text}").question.prompt)
VALID_BODIES = BODIES.filter(is_kept_as_it_is)
HEADINGS = st.text("abc Xé#!", min_size=1, max_size=8).map(
    lambda text: "Z" + " ".join(text.split()) + "z"
)
QUESTIONS = st.builds(
    Question,
    id=st.just("some-id"),
    title=SOME_TEXTS,
    prompt=VALID_BODIES,
    category=TEXTS,
    topics=LISTS,
    difficulty=TEXTS,
    rounds=LISTS,
    roles=LISTS,
    minutes=st.none() | st.integers(0, 999),
    companies=LISTS,
    source=TEXTS,
    updated=TEXTS,
    related=LISTS,
    references=LISTS,
    formerly=LISTS,
    form=TEXTS,
    imported=st.dictionaries(SOME_TEXTS, TEXTS, max_size=2),
    parts=st.dictionaries(st.sampled_from(Part), VALID_BODIES.filter(bool), max_size=3),
    other_sections=st.lists(st.builds(OtherSection, HEADINGS, VALID_BODIES), max_size=2).map(
        tuple
    ),
)
FILE_LINES = """
---
---
...
title: Foo
title: a: b
Title: X
topics: [a, b]  # note
topics: a
minutes: about 20
rounds:
  - x
imported:
  solved: 5
# comment
unknown: {a: b}
source: 'it''s'
\ttab
text
x\xa0y
- (2) p
  cues: a
# Head
## Sample answer
## SAMPLE ANSWER:
## Own words
## Key Topics to Cover
$$
> ```
"""
FILES = st.builds(
    lambda start, lines, newline: start + newline.join(lines),
    st.sampled_from(["", "\ufeff", "---\ntitle: A\n"]),
    st.lists(st.sampled_from(FILE_LINES.split("\n")), max_size=14),
    st.sampled_from(["\n", "\r\n"]),
)
CHANGES = st.sets(
    st.sampled_from([field.name for field in fields(Question) if field.name != "id"])
)


@given(st.text() | FILES)
def test_an_unchanged_question_is_the_same_bytes(text: str) -> None:
    file = read(text)
    assert write_question(replace(file.question), file) == text


@given(QUESTIONS)
def test_a_written_question_reads_the_same(question: Question) -> None:
    file = read(write_question(question))
    assert file.question == question
    assert file.problems == ()


@given(FILES, QUESTIONS, CHANGES)
def test_a_changed_file_reads_as_the_changed_question(
    text: str, other: Question, names: set[str]
) -> None:
    file = read(text)
    changed = replace(file.question, **{name: getattr(other, name) for name in names})
    assert read(write_question(changed, file)).question == changed


def test_a_new_key_before_a_line_that_cannot_be_read_is_no_comment() -> None:
    text = edited("---\ntitle:Old\n---\n\nWhy?\n", title="New")
    assert text == "---\ntitle: New\n# title:Old\n---\n\nWhy?\n"
