from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from export_samples import NOON

from desktop.bank.question_file import read_question
from desktop.domain.attempt import Attempt
from desktop.domain.attempt_notes import AttemptNotes, Reply
from desktop.domain.mark import Mark, Verdict
from desktop.domain.markdown_lines import scan_lines
from desktop.domain.question import Part, Question
from desktop.services.answer_markdown import answer_markdown
from desktop.services.notes_markdown import ExportedAttempt

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


def bare(*attempts: Attempt) -> list[ExportedAttempt]:
    return [ExportedAttempt(attempt, AttemptNotes(), QUESTION) for attempt in attempts]


def headings(page: str) -> list[tuple[int, str]]:
    found = (line.heading for line in scan_lines(page))
    return [(heading.level, heading.text) for heading in found if heading]


def test_one_answer_as_a_page() -> None:
    assert answer_markdown(QUESTION, bare(FIRST), "d") == (
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
    page = answer_markdown(QUESTION, bare(FIRST, SECOND), "d")
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
    page = answer_markdown(QUESTION, bare(FIRST, SECOND), "d")
    assert (
        "*Attempt 2, 2026-11-23 12:00 UTC · 21.5 of 20 minutes · overtime: 1.5 minutes"
        " · with help: What the interviewer expects, another part*"
    ) in page
    assert "overtime: true\nwith_help: true\n---" in page


def test_an_answer_to_other_words_says_so() -> None:
    page = answer_markdown(QUESTION, bare(FIRST, replace(SECOND, digest="e")), "e")
    assert page.count("the question had other words then") == 1


def test_an_empty_answer_without_a_budget() -> None:
    page = answer_markdown(QUESTION, bare(replace(FIRST, text=" \n", budget_s=0.0)), "d")
    assert page.endswith("12:20 UTC · 15.5 minutes*\n\n(nothing was written)\n")
    assert "budget" not in page


def test_the_front_matter_reads_back_whatever_the_title_holds() -> None:
    title = "a: b # c\n{d} [e] 'f' \\ \u2028 é 你 \ud83d"
    page = answer_markdown(replace(QUESTION, title=title), bare(FIRST))
    found = read_question(page.encode(errors="replace").decode(), path=Path("x.md")).question
    assert found.title.replace("\n", " ").startswith("a: b # c {d} [e] 'f' \\")
    assert found.topics == QUESTION.topics


def test_a_question_without_title_or_prompt_goes_by_its_key() -> None:
    page = answer_markdown(Question(id="x", title=""), bare(FIRST))
    assert "\n# l1-zeros\n\n## Answer\n" in page


def test_marks_replies_and_the_note_stand_below_the_answer() -> None:
    then = replace(
        QUESTION,
        parts={
            Part.EXPECTATIONS: "- (3) Names the subgradient.\n- (1) Gives a case.",
            Part.FOLLOW_UPS: "- And twice the data?\n  > The same.",
        },
    )
    notes = AttemptNotes(
        marks=(
            Mark(0, Verdict.COVERED, "self", 8, 24),
            Mark(0, Verdict.MISSED, "rule"),
            Mark(1, Verdict.MISSED, "rule"),
        ),
        replies=(Reply(0, "# Yes\n\nThe same."),),
        note="Say it sooner.",
        is_starred=True,
    )
    page = answer_markdown(QUESTION, [ExportedAttempt(FIRST, notes, then)], "d")
    assert "\ncovered: 1\npoints: 2\nstarred: true\n---\n" in page
    assert page.endswith(
        "The subgradient.\n\n"
        "### Points\n\n"
        "- **Covered** (3, self) Names the subgradient.\n\n"
        "  > The subgradient.\n"
        "- **Missed** (1, rule) Gives a case.\n\n"
        "### Replies to follow-ups\n\n"
        "> And twice the data?\n\n"
        "#### Yes\n\nThe same.\n\n"
        "### Note\n\nSay it sooner.\n"
    )
