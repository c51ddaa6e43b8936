from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from export_samples import NOON

from desktop.bank.question_file import read_question
from desktop.domain.attempt import Attempt
from desktop.domain.markdown_lines import scan_lines
from desktop.domain.question import Question
from desktop.services.answer_markdown import answer_markdown

QUESTION = Question(
    id="l1-zeros",
    title='Why "L1": zeros',
    prompt="# Setting\n\nA $\\lambda$ and\n\n```python\n# code\n```",
    category="Classical machine learning",
    topics=("lasso", "soft threshold", "42"),
    difficulty="medium",
)
FIRST = Attempt(
    uuid="one",
    question_key="l1-zeros",
    digest="d",
    text="# Idea\n\nThe subgradient.",
    started_at=NOON,
    sealed_at=NOON + timedelta(minutes=20),
    active_s=930.0,
    budget_s=1200.0,
)
SECOND = replace(
    FIRST,
    uuid="two",
    number=2,
    text="Better.\n\n```\nopen",
    sealed_at=NOON + timedelta(days=1),
    active_s=1290.0,
    text_at_budget="Bet",
    revealed=("EXPECTATIONS", "OTHER0"),
)


def headings(page: str) -> list[tuple[int, str]]:
    found = (line.heading for line in scan_lines(page))
    return [(heading.level, heading.text) for heading in found if heading]


def test_one_answer_as_a_page() -> None:
    assert answer_markdown(QUESTION, [FIRST], "d") == (
        "---\n"
        "question: l1-zeros\n"
        'title: "Why \\"L1\\": zeros"\n'
        "category: Classical machine learning\n"
        "difficulty: medium\n"
        "topics: [lasso, soft threshold, 42]\n"
        "tags: [lasso, soft-threshold]\n"
        "attempt: 1\n"
        "answered: [2026-11-22T12:20:00Z]\n"
        "minutes: 15.5\n"
        "budget: 20\n"
        "overtime: false\n"
        "with_help: false\n"
        "---\n\n"
        '# Why "L1": zeros\n\n'
        "## Question\n\n"
        "### Setting\n\nA $\\lambda$ and\n\n```python\n# code\n```\n\n"
        "## Answer\n\n"
        "*Attempt 1, 2026-11-22 12:20 UTC · 15.5 of 20 minutes*\n\n"
        "### Idea\n\nThe subgradient.\n"
    )


def test_the_newest_answer_comes_first_and_an_open_fence_ends_with_it() -> None:
    page = answer_markdown(QUESTION, [FIRST, SECOND], "d")
    assert headings(page) == [
        (1, 'Why "L1": zeros'),
        (2, "Question"),
        (3, "Setting"),
        (2, "Newest answer"),
        (2, "Attempt 1"),
        (3, "Idea"),
    ]
    assert "open\n```\n\n## Attempt 1\n" in page


def test_help_and_overtime_are_noted() -> None:
    page = answer_markdown(QUESTION, [FIRST, SECOND], "d")
    assert (
        "*Attempt 2, 2026-11-23 12:00 UTC · 21.5 of 20 minutes · overtime: 1.5 minutes"
        " · with help: What the interviewer expects, another part*"
    ) in page
    assert "overtime: true\nwith_help: true\n---" in page


def test_an_answer_to_other_words_says_so() -> None:
    page = answer_markdown(QUESTION, [FIRST, replace(SECOND, digest="e")], "e")
    assert page.count("the question had other words then") == 1


def test_an_empty_answer_without_a_budget() -> None:
    page = answer_markdown(QUESTION, [replace(FIRST, text=" \n", budget_s=0.0)], "d")
    assert page.endswith("12:20 UTC · 15.5 minutes*\n\n(nothing was written)\n")
    assert "budget" not in page


def test_the_front_matter_reads_back_whatever_the_title_holds() -> None:
    title = "a: b # c\n{d} [e] 'f' \\ \u2028 é 你 \ud83d"
    page = answer_markdown(replace(QUESTION, title=title), [FIRST])
    found = read_question(page.encode(errors="replace").decode(), path=Path("x.md")).question
    assert found.title.replace("\n", " ").startswith("a: b # c {d} [e] 'f' \\")
    assert found.topics == QUESTION.topics


def test_a_question_without_title_or_prompt_goes_by_its_key() -> None:
    page = answer_markdown(Question(id="x", title=""), [FIRST])
    assert "\n# l1-zeros\n\n## Answer\n" in page
