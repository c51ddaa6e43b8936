from datetime import date

import pytest

from desktop.bank.importing.cut_off_text import is_cut_off, missing_marks
from desktop.bank.importing.page_dates import find_date
from desktop.bank.importing.page_facts import FactKind, unlabelled_facts
from desktop.bank.importing.page_headings import PageSection, section_start
from desktop.bank.importing.page_vocabulary import (
    find_category,
    find_difficulty,
    find_role,
    find_round,
)
from desktop.bank.importing.site_chrome import is_site_chrome
from desktop.domain.question import Part

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    "words",
    [
        "March 27, 2026",
        "Mar 27 2026",
        "27 March 2026",
        "27th of March, 2026",
        "27-Mar-2026",
        "2026-03-27",
        "2026/03/27",
        "03/27/2026",
        "27.03.2026",
        "Friday, March 27, 2026",
        "Mar 27, 2026, 6:59 PM",
        "2026-03-27T10:00:00Z",
    ],
)
def test_a_date_in_many_forms(words: str) -> None:
    found = find_date(words, TODAY)
    assert found is not None
    assert found.text == "2026-03-27"
    assert found.is_clear


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("March 2026", "2026-03"),
        ("2 days ago", "2026-11-20"),
        ("a week ago", "2026-11-15"),
        ("yesterday", "2026-11-21"),
        ("3 months ago", "3 months ago, seen 2026-11-22"),
    ],
)
def test_a_date_that_is_less_exact(words: str, text: str) -> None:
    found = find_date(words, TODAY)
    assert found is not None
    assert found.text == text


@pytest.mark.parametrize("words", ["February 30, 2026", "2026-13-01", "7", "may", "Medium", ""])
def test_what_is_no_date(words: str) -> None:
    assert find_date(words, TODAY) is None


def test_a_date_of_two_readings_is_not_clear() -> None:
    found = find_date("03/04/2026", TODAY)
    assert found is not None
    assert (found.text, found.is_clear) == ("03/04/2026", False)


@pytest.mark.parametrize(
    ("words", "difficulty"),
    [("MEDIUM", "medium"), ("Beginner", "easy"), ("Hard level", "hard"), ("Mid-level", "medium")],
)
def test_difficulties(words: str, difficulty: str) -> None:
    found = find_difficulty(words)
    assert found is not None
    assert found.value == difficulty


@pytest.mark.parametrize(
    ("words", "value", "is_ours"),
    [
        ("Phone Screen", "phone-screen", True),
        ("Technical screening", "phone-screen", True),
        ("ML fundamentals round", "ml-breadth", True),
        ("Live coding", "coding", True),
        ("ML System Design Interview", "system-design", True),
        ("Behavioral", "behavioural", True),
        ("Hiring manager", "behavioural", True),
        ("Onsite", "onsite", False),
        ("Take-home", "take-home", False),
    ],
)
def test_rounds(words: str, value: str, is_ours: bool) -> None:  # noqa: FBT001
    found = find_round(words)
    assert found is not None
    assert (found.value, found.is_ours) == (value, is_ours)


@pytest.mark.parametrize(
    ("words", "value", "is_ours"),
    [
        ("Sr. ML Engineer", "machine-learning-engineer", True),
        ("Staff Machine Learning Engineer (L6)", "machine-learning-engineer", True),
        ("Data Scientist II", "data-scientist", True),
        ("GenAI engineer", "ai-engineer", True),
        ("ML Platform Engineer", "mlops-engineer", True),
        ("Software Engineer", "software-engineer", False),
        ("Quant Researcher", "quant-researcher", False),
    ],
)
def test_roles(words: str, value: str, is_ours: bool) -> None:  # noqa: FBT001
    found = find_role(words)
    assert found is not None
    assert (found.value, found.is_ours) == (value, is_ours)


@pytest.mark.parametrize(
    ("words", "value", "is_ours"),
    [
        ("deep learning", "Deep learning", True),
        ("Natural Language Processing", "Language models", True),
        ("Recommender systems", "Recommendation, ads and reinforcement learning", True),
        ("A/B testing", "Experimentation and causality", True),
        ("Machine Learning", "Machine Learning", False),
    ],
)
def test_categories(words: str, value: str, is_ours: bool) -> None:  # noqa: FBT001
    found = find_category(words)
    assert found is not None
    assert (found.value, found.is_ours) == (value, is_ours)


@pytest.mark.parametrize("words", ["Contoso", "Explain dropout", "Adventure Works"])
def test_a_name_is_none_of_our_words(words: str) -> None:
    finders = (find_difficulty, find_round, find_role, find_category)
    assert [find(words) for find in finders] == [None] * len(finders)


@pytest.mark.parametrize(
    ("line", "kind", "name", "value"),
    [
        ("310 solved", FactKind.COUNT, "solved", "310"),
        ("1.2k views", FactKind.COUNT, "views", "1.2k"),
        ("Solved by 2,041 people", FactKind.COUNT, "solved", "2,041"),
        ("👍 45", FactKind.COUNT, "likes", "45"),
        ("7", FactKind.COUNT, "", "7"),
        ("20 minutes", FactKind.MINUTES, "", "20"),
        ("1.5 hours", FactKind.MINUTES, "", "90"),
        ("Asked at Contoso", FactKind.COMPANY, "", "Contoso"),
        ("Posted on 3 May 2025", FactKind.DATE, "posted", "2025-05-03"),
    ],
)
def test_facts_of_a_line_without_a_label(line: str, kind: FactKind, name: str, value: str) -> None:
    words = line.removeprefix("👍 ")
    (fact,) = unlabelled_facts(words, line, TODAY)
    assert (fact.kind, fact.name, fact.value) == (kind, name, value)


@pytest.mark.parametrize(
    "line",
    [
        "Explain dropout.",
        "100 users click 3 times and then leave",
        "Asked at night, the model fails",
    ],
)
def test_a_sentence_states_no_fact(line: str) -> None:
    assert unlabelled_facts(line, line, TODAY) == ()


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("What the Interviewer Expects", Part.EXPECTATIONS),
        ("What we're looking for:", Part.EXPECTATIONS),
        ("Grading criteria", Part.EXPECTATIONS),
        ("What makes a good answer?", Part.EXPECTATIONS),
        ("Why interviewers ask this", Part.WHY),
        ("Why This Question Matters", Part.WHY),
        ("Key Topics to Cover", Part.KEY_TOPICS),
        ("Concepts tested", Part.KEY_TOPICS),
        ("How to tackle this problem", Part.APPROACH),
        ("4. Step-by-step solution", Part.APPROACH),
        ("Possible Follow-up Questions (3)", Part.FOLLOW_UPS),
        ("Followups", Part.FOLLOW_UPS),
        ("Model Answer", Part.SAMPLE_ANSWER),
        ("Common mistakes to avoid", Part.WEAK_ANSWERS),
        ("Quick overview", PageSection.OVERVIEW),
        ("Problem statement", PageSection.PROMPT),
        ("Related Interview Questions", PageSection.RELATED),
        ("Further reading", PageSection.REFERENCES),
    ],
)
def test_headings_of_sections(line: str, section: Part | PageSection) -> None:
    start = section_start(line, line)
    assert start is not None
    assert start.section is section


@pytest.mark.parametrize(
    "line",
    [
        "How would you approach fraud detection?",
        "Explain what the interviewer of a survey expects from its respondents and why",
        "What a model expects",
        "Compare question answering and retrieval",
    ],
)
def test_sentences_that_are_no_heading(line: str) -> None:
    assert section_start(line, line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Log in",
        "Next question →",
        "Sign up for free to save your progress",
        "Unlock the full solution with Premium",
        "Explore Statistics Interview Prep",
        "Boost Your Skills on Prepwell",
        "© 2026 Prepwell",
        "Home > Questions > Machine learning",
        "We use cookies to improve your experience.",
        "Was this helpful?",
        "Markdown supported",
        "5 min read",
    ],
)
def test_lines_of_the_site(line: str) -> None:
    assert is_site_chrome(line, line)


@pytest.mark.parametrize(
    "line",
    [
        "Predict which premium users churn after a free trial.",
        "When would you upgrade to a larger model?",
        "Share the parameters between both towers.",
        "Explore the trade-offs between recall and latency.",
        "Discover problems in the training loop.",
        "Users sign up for a newsletter and leave.",
        "Save a checkpoint every epoch.",
    ],
)
def test_lines_of_a_question_stay(line: str) -> None:
    assert not is_site_chrome(line, line)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the main idea: **Central equat...", True),
        ("and it goes on…", True),
        ("and more […]", True),
        ("lists, sets, etc...", False),
        ("It ends.", False),
        ("for i in 1, 2, 3...", False),
    ],
)
def test_text_that_breaks_off(text: str, expected: bool) -> None:  # noqa: FBT001
    assert is_cut_off(text) is expected


def test_marks_that_a_broken_text_leaves_open_are_named() -> None:
    assert missing_marks("so **Central equat...") == "**"
    assert missing_marks("call `model.fi...") == "`"
    assert missing_marks("**whole** and `code` and $a**b$ end...") == ""
    assert missing_marks("**open but not cut off") == ""
