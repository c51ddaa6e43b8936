import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.bank.question_file import read_question
from desktop.bank.question_writing import write_question
from desktop.domain.errors import AppError
from desktop.services.import_question import import_question, imported_as_json

PAGES = Path(__file__).parents[1] / "data" / "pages_pasted"
TODAY = date(2026, 11, 22)
OWN_FORMAT = """---
title: Why dropout helps
difficulty: easy
rounds: [ml-breadth]
---

Why does dropout help?

## What the interviewer expects

- (2) Names the ensemble.
  cues: ensemble, average
"""

PIECES = st.sampled_from(
    [
        "Explain dropout",
        "Why does it help a network?",
        "# A heading",
        "## Another",
        "Sample answer",
        "Key topics:",
        "**Follow-ups**",
        "What the interviewer expects",
        "Related questions",
        "- an item",
        "  - nested",
        "1. first",
        "•",
        "(2) second",
        "Company: Contoso",
        "Medium · Phone Screen",
        "7",
        "310 solved",
        "March 27, 2026",
        "```python",
        "```",
        "$$",
        "$x$",
        "---",
        "===",
        "| a | b |",
        "|---|---|",
        "> quoted",
        "cues: a, b",
        "so **cut o...",
        "Log in",
        "",
        " ",
        "    indented",
        "<p>x</p>",
    ]
)


def test_everything_found_is_given_as_json() -> None:
    page = (PAGES / "markdown_page.md").read_text(encoding="utf-8")
    found = json.loads(json.dumps(imported_as_json(import_question(page, today=TODAY))))
    question = found["question"]
    assert question["title"] == "Explain the bias-variance trade-off"
    assert question["minutes"] == 15
    assert question["expectations"][0] == {
        "text": "Decomposes the squared error into bias, variance and noise",
        "weight": 1,
        "cues": [],
    }
    assert question["key_topics"] == ["Over-fitting", "Cross-validation", "Regularisation"]
    assert len(question["approach"]) == 3
    assert question["follow_ups"][0]["reply"].startswith("Then bias dominates")
    assert question["weak_answers"] == ["Blaming noise", "Adding features at once"]
    assert found["not_found"] == ["related"]


def test_related_questions_and_warnings_are_in_the_json() -> None:
    page = (PAGES / "coherent_twin.txt").read_text(encoding="utf-8")
    found = imported_as_json(import_question(page, today=TODAY))
    assert found["question"]["related"] == [
        "Why do transformers use warm-up?",
        "Explain residual connections",
    ]
    assert found["question"]["imported"]["solved"] == "310"
    assert {"field", "message", "proposal"} == set(found["warnings"][0])


def test_a_question_file_is_read_as_one() -> None:
    imported = import_question(OWN_FORMAT.replace("\n", "\r\n"), today=TODAY)
    assert imported.question.title == "Why dropout helps"
    assert imported.question.id == "why-dropout-helps"
    assert imported.question.points[0].weight == 2
    assert imported.question.points[0].cues == ("ensemble", "average")
    assert imported.question.source == ""
    assert imported.warnings == ()


def test_a_problem_of_a_question_file_is_a_warning() -> None:
    imported = import_question(OWN_FORMAT.replace("easy", "easy\nminutes: soon"), today=TODAY)
    assert [one.field for one in imported.warnings] == ["file"]
    assert imported.warnings[0].message.startswith("Line 4:")


def test_html_is_read_as_html() -> None:
    imported = import_question("<h1>Explain dropout</h1><p>Why does it help?</p>", today=TODAY)
    assert imported.question.title == "Explain dropout"
    assert imported.question.prompt == "Why does it help?"


@pytest.mark.parametrize("page", sorted(PAGES.iterdir()), ids=lambda page: page.name)
def test_what_was_imported_is_the_same_after_saving(page: Path) -> None:
    question = import_question(page.read_bytes().decode("utf-8"), today=TODAY).question
    saved = read_question(write_question(question), path=Path(f"{question.id}.md"))
    assert saved.question == question
    assert saved.problems == ()


@given(st.lists(PIECES, max_size=25).map("\n".join))
def test_any_page_is_read_or_refused_in_plain_words(page: str) -> None:
    try:
        imported = import_question(page, today=TODAY)
    except AppError:
        return
    json.dumps(imported_as_json(imported))
    question = imported.question
    assert question.title
    saved = read_question(write_question(question), path=Path(f"{question.id}.md")).question
    assert saved == question
