"""Texts of many questions: lists, and questions with their answers under them."""

import pytest

from desktop.bank.importing.question_series import QuestionSeries, read_series

TWO = [("What is ridge?", "A penalty."), ("What is lasso?", "Another.")]


def pairs(series: QuestionSeries) -> list[tuple[str, str]]:
    return [(one.question, one.answer) for one in series.questions]


@pytest.mark.parametrize(
    "text",
    [
        "## What is ridge?\n\nA penalty.\n\n## What is lasso?\n\nAnother.\n",
        "### 1. What is ridge?\nA penalty.\n### 2. What is lasso?\nAnother.\n",
        "## Q1: What is ridge?\nA penalty.\n\n---\n\n## Q2: What is lasso?\nAnother.\n\n---\n",
        "**What is ridge?**\n\nA penalty.\n\n**What is lasso?**\n\nAnother.\n",
        (
            "**Q1. What is ridge?**\n\n**Answer:** A penalty.\n\n"
            "**Q2. What is lasso?**\n\nAns: Another.\n"
        ),
        "Q: What is ridge?\nA: A penalty.\n\nQ: What is lasso?\nA: Another.\n",
        (
            "Question 1: What is ridge?\nAnswer: A penalty.\n"
            "Question 2: What is lasso?\nAnswer: Another."
        ),
        "1. What is ridge?\n\n   A penalty.\n\n2. What is lasso?\n\n   Another.\n",
        "1. **What is ridge?**\nA penalty.\n2. **What is lasso?**\nAnother.\n",
        "What is ridge?\nA penalty.\n\nWhat is lasso?\nAnother.\n",
        (
            "<details>\n<summary><b>What is ridge?</b></summary>\n\nA penalty.\n</details>\n"
            "<details><summary>What is lasso?</summary>\nAnother.\n</details>\n"
        ),
        (
            "## What is ridge?\n<details><summary>Show answer</summary>\n"
            "\nA penalty.\n\n</details>\n\n"
            "## What is lasso?\n<details>\n<summary>Answer</summary>\nAnother.\n</details>\n"
        ),
        (
            "## Question 1\n\nWhat is ridge?\n\n### Answer\n\nA penalty.\n\n"
            "## Question 2\n\nWhat is lasso?\n\n### Answer\n\nAnother.\n"
        ),
        (
            "# Questions\n- [What is ridge?](#a)\n- [What is lasso?](#b)\n\n"
            "## What is ridge?\nA penalty.\n"
            "[⬆ Back to top](#questions)\n\n## What is lasso?\nAnother.\n"
            "**[⬆ back to top](#questions)**\n"
        ),
    ],
)
def test_questions_with_answers_as_interview_repositories_write_them(text: str) -> None:
    series = read_series(text)
    assert pairs(series) == TWO
    assert series.has_answers
    assert series.unused == ()


@pytest.mark.parametrize(
    "text",
    [
        "What is ridge?\nWhat is lasso?\n",
        "What is ridge?\n\nWhat is lasso?\n",
        "- What is ridge?\n- What is lasso?\n",
        "1. What is ridge?\n2. What is lasso?\n",
        "* [ ] What is ridge?\n* [x] What is lasso?\n",
        "1) **What is ridge?**\n2) **What is lasso?**\n",
        "# Ridge and lasso\n\n- What is ridge?\n\n- What is lasso?\n",
    ],
)
def test_plain_lists(text: str) -> None:
    series = read_series(text)
    assert pairs(series) == [("What is ridge?", ""), ("What is lasso?", "")]
    assert not series.has_answers


def test_signs_after_the_question_mark_and_breaks_after_the_answer() -> None:
    text = (
        "**In which case is it ridge? 👶**\n\nIf small.\n\n<br/>\n\n"
        "**Is it lasso? ⭐️**\n\nNo.\n\n<br/>\n"
    )
    assert pairs(read_series(text)) == [
        ("In which case is it ridge? 👶", "If small."),
        ("Is it lasso? ⭐️", "No."),
    ]


def test_headings_within_numbered_items_below_a_table_of_contents() -> None:
    text = (
        "|1 | [What is ridge?](#a) |\n|2 | [What is lasso?](#b)\n\n"
        "1. ### What is ridge?\n\n    A penalty.\n\n    ```python\n    x = 1\n    ```\n\n"
        "    **[⬆ Back to Top](#top)**\n\n2. ### What is lasso?\n\n    Another.\n"
    )
    series = read_series(text)
    assert pairs(series) == [
        ("What is ridge?", "A penalty.\n\n```python\nx = 1\n```"),
        ("What is lasso?", "Another."),
    ]
    assert series.unused == ()


def test_an_answer_keeps_its_headings_lists_and_code() -> None:
    answer = (
        "- one\n- Why two?\n\n#### How does it work?\n\n```python\n# What?\nx = 1\n```\n\n**Why?**"
    )
    series = read_series(f"## What is ridge?\n\n{answer}\n\n## What is lasso?\n\nAnother.\n")
    assert pairs(series) == [("What is ridge?", answer), TWO[1]]


def test_what_is_asked_may_take_more_than_one_line() -> None:
    series = read_series("Q: Given\n\n```\nx = 1\n```\n\nA: One.\n\nQ: Why?\nA: So.\n")
    assert pairs(series) == [("Given\n\n```\nx = 1\n```", "One."), ("Why?", "So.")]


def test_headings_that_ask_nothing_group_what_follows() -> None:
    text = (
        "# Interview\n\n## Statistics\n\n### What is ridge?\n\nA.\n\n## Nets\n\n### Why?\n\nB.\n"
    )
    series = read_series(text)
    assert [one.heading for one in series.questions] == ["Statistics", "Nets"]
    assert [one.line for one in series.questions] == [5, 11]


def test_prose_that_belongs_to_no_question_is_named() -> None:
    series = read_series(
        "Welcome here.\n\n## What is ridge?\n\nA.\n\n## Why?\n\nB.\n\n# End\n\nBye.\n"
    )
    assert series.unused == (1, 13)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "# A heading\n\nProse without a question.\n",
        "Ridge is a penalty.\nIt shrinks.\n",
    ],
)
def test_prose_is_no_series(text: str) -> None:
    assert len(read_series(text).questions) < 2


def test_a_list_that_asks_nothing_is_one_if_there_is_nothing_else() -> None:
    assert pairs(read_series("- ridge\n- lasso\n- dropout\n")) == [
        ("ridge", ""),
        ("lasso", ""),
        ("dropout", ""),
    ]
    assert not read_series("Some prose.\n\n- ridge\n- lasso\n- dropout\n").questions
