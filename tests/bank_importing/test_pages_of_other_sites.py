"""Pages of many shapes and subjects, each read by rules that know none of them."""

from datetime import date
from pathlib import Path

import pytest

from desktop.bank.importing.pasted_page import read_pasted_page
from desktop.domain.errors import AppError
from desktop.domain.imported_question import ImportedQuestion
from desktop.domain.question import OtherSection, Part

PAGES = Path(__file__).parents[1] / "data" / "pages_pasted"
TODAY = date(2026, 11, 22)
ABOUT_THE_SUBJECT = {"title", "topics", "expectations", "approach", "follow_ups", "sample_answer"}


def read_page(name: str) -> ImportedQuestion:
    return read_text((PAGES / name).read_bytes().decode("utf-8"))


def read_text(text: str) -> ImportedQuestion:
    return read_pasted_page(text, TODAY, ())


def fields_of_doubt(imported: ImportedQuestion) -> set[str]:
    return {one.field for one in imported.warnings} & ABOUT_THE_SUBJECT


@pytest.mark.parametrize(
    "name",
    [
        "behavioural_page.txt",
        "coding_page.txt",
        "coherent_twin.txt",
        "conflicting_metadata.txt",
        "design_page.html",
        "labels_below.txt",
        "markdown_page.md",
        "windows_lines.txt",
    ],
)
def test_no_doubt_where_a_page_belongs_together(name: str) -> None:
    assert fields_of_doubt(read_page(name)) == set()


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("twin_of_the_seed.txt", {"title", "topics", "expectations", "approach", "sample_answer"}),
        ("emoji_and_table.txt", {"title"}),
        ("strange_topics.txt", {"topics"}),
        ("three_subjects.txt", {"title", "topics", "approach"}),
        ("general_advice.md", {"title", "expectations", "sample_answer"}),
        ("two_comparisons.html", {"title", "follow_ups"}),
    ],
)
def test_a_doubt_where_it_does_not(name: str, fields: set[str]) -> None:
    assert fields_of_doubt(read_page(name)) == fields


def test_markdown_with_labels() -> None:
    question = read_page("markdown_page.md").question
    assert question.title == "Explain the bias-variance trade-off"
    assert question.companies == ("Fabrikam",)
    assert question.roles == ("machine-learning-engineer",)
    assert question.rounds == ("ml-breadth",)
    assert question.difficulty == "easy"
    assert question.minutes == 15
    assert question.topics[:3] == ("bias-variance", "model-selection", "learning-curves")
    assert question.prompt.endswith("2. What would you change first?")
    assert question.points[2].text.split("\n") == [
        "Names two ways to lower variance, with their price",
        "- more data",
        "- a stronger penalty",
    ]
    assert question.follow_ups[0].reply.startswith("Then bias dominates")
    assert "### Short version" in question.parts[Part.SAMPLE_ANSWER]
    assert "#### In code" in question.parts[Part.SAMPLE_ANSWER]
    assert "# fit, then compare\ngap" in question.parts[Part.SAMPLE_ANSWER]
    assert r"$E[(y-\hat f)^2] = \text{bias}^2" in question.parts[Part.SAMPLE_ANSWER]
    assert question.parts[Part.WEAK_ANSWERS] == "- Blaming noise\n- Adding features at once"
    assert question.references[0].startswith("Geman")


def test_labels_above_their_values_and_wrapped_items() -> None:
    imported = read_page("labels_below.txt")
    question = imported.question
    assert question.companies == ("Adventure Works",)
    assert question.rounds == ("system-design",)
    assert question.imported == {"as_of": "2025-03-12", "asked": "2025-03-12", "views": "1,204"}
    assert len(question.points) == 3
    assert question.points[1].text.endswith("says what that does to the estimate")
    assert question.parts[Part.APPROACH].startswith("1. What is known at order time")
    assert "sample_answer" in imported.not_found


def test_a_table_of_metadata_and_headings_with_symbols() -> None:
    question = read_page("emoji_and_table.txt").question
    assert question.companies == ("Litware",)
    assert question.difficulty == "medium"
    assert question.imported["date"] == "2025-08-30"
    assert question.topics == (
        "anchor-boxes",
        "non-maximum-suppression",
        "intersection-over-union",
    )
    assert question.parts[Part.APPROACH].count("\n") == 1
    assert question.parts[Part.SAMPLE_ANSWER].endswith("until none is left.")


def test_tabs_counts_code_and_comments_of_a_coding_site() -> None:
    imported = read_page("coding_page.txt")
    question = imported.question
    assert question.title == "Streaming median of two heaps"
    assert question.rounds == ("coding",)
    assert question.companies == ("Tailspin",)
    assert question.imported["views"] == "1.2k"
    assert question.imported["likes"] == "45"
    assert question.imported["acceptance"] == "88%"
    assert "```python\n# a comment that is no heading\nm = Median()" in question.prompt
    assert "class Median:\n    def __init__(self):" in question.parts[Part.SAMPLE_ANSWER]
    assert question.other_sections == (
        OtherSection("Related questions", "- Sliding window maximum\n- Merge k sorted lists"),
    )
    assert "alice" not in repr(question)


def test_windows_lines_and_bullets_of_two_levels_of_word() -> None:
    question = read_page("windows_lines.txt").question
    assert question.rounds == ("phone-screen",)
    assert question.companies == ("Top secret bank",)
    assert question.prompt.startswith("The labels of a card-fraud model")
    assert question.points[0].text == (
        "Separates a change of inputs from a change of the relation to the label"
    )
    assert len(question.follow_ups) == 2


def test_html_with_chips_formulas_code_and_links() -> None:
    question = read_page("design_page.html").question
    assert question.title == "Design video recommendations for a home page"
    assert question.companies == ("Proseware",)
    assert question.minutes == 45
    assert question.prompt.startswith("A home page shows 20 videos out of 80 million.")
    assert "**candidate generation**" in question.prompt
    answer = question.parts[Part.SAMPLE_ANSWER]
    assert r"scores $s(u, v) = u^\top v$, so" in answer
    assert "```python\nscores = users @ videos.T\ntop = scores.argsort()[-500:]\n```" in answer
    assert "[a description of two stages](https://example.org/two-stage)" in answer
    assert "pixel" not in repr(question)
    assert "track()" not in repr(question)


def test_conflicting_metadata_is_shown_with_both_values() -> None:
    imported = read_page("conflicting_metadata.txt")
    told = {one.field: one.message for one in imported.warnings}
    assert told["difficulty"] == 'The page says "Easy" and "Hard"; the first was taken.'
    assert '"Quantum Whisperer" is none of the roles' in told["roles"]
    assert '"Campfire chat" is none of the rounds' in told["rounds"]
    assert "03/04/2025 may be read as two dates" in told["imported"]
    assert imported.question.difficulty == "easy"
    assert imported.question.points[0].text == ("Units are dropped at random in training")


def test_a_page_that_is_only_a_prompt() -> None:
    imported = read_page("only_a_prompt.txt")
    assert imported.question.title == "You have 10,000 labelled e-mails, of which 60 are phishing"
    assert imported.question.prompt.endswith("before you answer?")
    assert {"title", "category", "expectations", "sample_answer"} <= set(imported.not_found)


def test_a_page_that_is_only_a_heading() -> None:
    imported = read_text("How does dropout work?")
    assert imported.question.title == imported.question.prompt == "How does dropout work?"
    assert "prompt" not in imported.not_found


def test_parts_without_heading_and_prompt_still_give_a_question() -> None:
    imported = read_text("What the interviewer expects\n- Knows the formula\n- Derives it")
    assert len(imported.question.points) == 2
    assert imported.not_found[:2] == ("title", "prompt")


def test_chips_in_one_line_and_a_company_by_its_place() -> None:
    imported = read_text("Explain dropout\n\nMedium · Phone Screen · Contoso\n\nWhy does it help?")
    assert imported.question.companies == ("Contoso",)
    assert imported.question.rounds == ("phone-screen",)
    told = {one.field: one.message for one in imported.warnings}
    assert "because of its place" in told["companies"]


def test_company_and_round_from_the_reason_alone() -> None:
    question = read_text(
        "Explain dropout\n\nWhy does it help a deep network?\n\n"
        "Contoso often asks this during the phone screen to see whether you know ensembles."
    ).question
    assert question.companies == ("Contoso",)
    assert question.rounds == ("phone-screen",)
    assert question.prompt == "Why does it help a deep network?"


def test_a_text_that_contradicts_the_chips_is_shown() -> None:
    imported = read_text(
        "Explain dropout\n\nCompany: Contoso\nRound: Coding\n\nWhy does it help a network?\n\n"
        "Fabrikam asks this during the phone screen to see what you know."
    )
    told = {one.field: one.message for one in imported.warnings}
    assert told["companies"] == 'The page says "Contoso", but its text "Fabrikam".'
    assert told["rounds"] == 'The page says "coding", but its text "phone screen".'


def test_question_and_answer_in_labels() -> None:
    question = read_text(
        "Question: What is a p-value?\nAnswer: The chance of data at least as extreme, "
        "if the null hypothesis holds."
    ).question
    assert question.title == "What is a p-value?"
    assert question.parts[Part.SAMPLE_ANSWER].startswith("The chance of data")


def test_a_rest_behind_a_sign_in_is_told() -> None:
    imported = read_text(
        "Explain dropout\n\nWhy does dropout help?\n\nSample answer\n"
        "Dropout trains many thinned networks.\n\nUpgrade to Premium to read the full answer"
    )
    assert "Premium" not in imported.question.parts[Part.SAMPLE_ANSWER]
    assert "The page keeps more" in "".join(
        one.message for one in imported.warnings if one.field == "sample_answer"
    )


def test_code_keeps_its_blank_lines_and_an_open_fence_is_closed() -> None:
    answer = read_text(
        "Write a loop\n\nShow it.\n\nSample answer\n```python\na = 1\n\n\n\nb = 2"
    ).question.parts[Part.SAMPLE_ANSWER]
    assert answer == "```python\na = 1\n\n\n\nb = 2\n```"


def test_headings_and_bullets_in_math_and_code_are_no_structure() -> None:
    question = read_text(
        "Derive the gradient\n\n$$\n- x\n## Sample answer\n$$\n\nand say why.\n\n"
        "Key topics\n- Chain rule"
    ).question
    assert "$$\n- x\n## Sample answer\n$$" in question.prompt
    assert Part.SAMPLE_ANSWER not in question.parts


def test_unknown_headings_are_kept_as_sections_of_their_own() -> None:
    question = read_text(
        "# Explain dropout\n\nWhy does it help a deep network so much?\n\n"
        "## Sample answer\n\nIt averages.\n\n## Company lore\n\nThey like it."
    ).question
    assert question.other_sections == (OtherSection("Company lore", "They like it."),)


@pytest.mark.parametrize("text", ["", "  \n\t\u200b\u00a0\n", "\ufeff"])
def test_no_text_is_a_clear_error(text: str) -> None:
    with pytest.raises(AppError, match="There is no text to import"):
        read_text(text)


def test_a_text_without_a_question_is_a_clear_error() -> None:
    with pytest.raises(AppError, match="No question was found"):
        read_text("Log in\nSign up\n© 2026 All rights reserved")


def test_a_text_of_two_megabytes_is_refused() -> None:
    with pytest.raises(AppError, match="far more than a question page"):
        read_text("word " * 400_000)


@pytest.mark.parametrize(
    "unit", ["Medium\n", "• item\n", "# a\n", "**a ", "$$\n", "```\n", "a: b\n", "<p>x</p>", "7\n"]
)
def test_a_long_strange_text_is_read_in_time(unit: str) -> None:
    assert read_text("Explain dropout\n\nWhy?\n\n" + unit * (60_000 // len(unit))).question.title
