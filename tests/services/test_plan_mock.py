"""Drawing the questions of a mock run."""

from pathlib import Path

import pytest
from fake_clock import FakeClock

from desktop.bank.bank import Bank
from desktop.bank.bank_sources import find_sources
from desktop.domain.errors import AppError
from desktop.domain.mock_template import MockTemplate, TemplateSlot
from desktop.domain.mock_templates import TEMPLATES
from desktop.domain.question_digest import question_digest
from desktop.journal.journal import Journal
from desktop.services.find_questions import FindQuestions
from desktop.services.plan_mock import PlanMock
from desktop.services.question_files import QuestionFiles
from desktop.services.refresh_index import RefreshIndex

TEXT = """---
title: Number {number}
difficulty: {difficulty}
rounds: [{round}]
{form}---

Why {number}?

## Follow-up questions

- And then?
"""


@pytest.fixture
def plan_mock(tmp_path: Path) -> PlanMock:
    """Ten questions of a coding round, five of them hard, one design question, one quick one."""
    own = tmp_path / "questions"
    own.mkdir()
    for number in range(10):
        level = "hard" if number % 2 else "easy"
        text = TEXT.format(number=number, difficulty=level, round="coding", form="")
        (own / f"q{number}.md").write_text(text)
    design = TEXT.format(number="x", difficulty="hard", round="system-design", form="")
    (own / "design.md").write_text(design)
    quick = TEXT.format(number="y", difficulty="easy", round="coding", form="form: quick\n")
    (own / "quick.md").write_text(quick)
    bank = Bank(find_sources(tmp_path / "shipped", own, tmp_path / "packs"))
    index, journal = tmp_path / "index.sqlite", tmp_path / "journal.sqlite"
    Journal.open(journal).close()
    clock = FakeClock()
    RefreshIndex(bank, index, journal, clock.now).refresh()
    find = FindQuestions(index, clock.now)
    return PlanMock(bank, QuestionFiles(bank, index), find)


CODING = MockTemplate("Two", (TemplateSlot("round:coding", 2, 10),), 2, 3)


def test_the_same_seed_draws_the_same_questions(plan_mock: PlanMock) -> None:
    plans = [plan_mock.plan(CODING, str(seed)) for seed in range(20)]
    assert plans[3] == plan_mock.plan(CODING, "3")
    assert len({plan.tasks for plan in plans}) > 10
    for plan in plans:
        assert len({task.question_key for task in plan.tasks}) == 2
        assert "quick" not in {task.question_key for task in plan.tasks}


def test_a_task_has_the_times_of_its_slot_and_no_more_follow_ups_than_there_are(
    plan_mock: PlanMock,
) -> None:
    plan = plan_mock.plan(CODING, "seed")
    assert (plan.template, plan.seed) == ("Two", "seed")
    for task, text in zip(plan.tasks, plan.texts, strict=True):
        assert (task.budget_s, task.follow_up_budget_s, task.most_follow_ups) == (600, 180, 1)
        assert task.digest == question_digest(text)


def test_no_question_is_drawn_twice_over_the_slots(plan_mock: PlanMock) -> None:
    slots = (TemplateSlot("round:coding", 4, 5), TemplateSlot("difficulty:hard", 2, 5))
    for seed in range(10):
        tasks = plan_mock.plan(MockTemplate("Six", slots), str(seed)).tasks
        assert len({task.question_key for task in tasks}) == 6


def test_too_few_questions_are_told_with_their_number(plan_mock: PlanMock) -> None:
    with pytest.raises(AppError, match="wants 2 of round:system-design, and 1 can be had"):
        plan_mock.plan(MockTemplate("No", (TemplateSlot("round:system-design", 2, 9),)), "s")
    with pytest.raises(AppError, match="among is:starred, and 0 can be had"):
        plan_mock.plan(CODING, "s", "is:starred")


def test_quick_ones_are_drawn_where_they_are_asked_for(plan_mock: PlanMock) -> None:
    template = MockTemplate("Quick", (TemplateSlot("is:quick", 1, 1),))
    assert plan_mock.plan(template, "s").tasks[0].question_key == "quick"


def test_a_scope_narrows_every_slot(plan_mock: PlanMock) -> None:
    keys = {
        task.question_key
        for seed in range(10)
        for task in plan_mock.plan(CODING, str(seed), "difficulty:hard").tasks
    }
    assert keys == {"q1", "q3", "q5", "q7", "q9"}


@pytest.mark.parametrize(
    ("name", "minutes"),
    [
        ("Phone screen", 45),
        ("ML breadth", 45),
        ("ML depth", 60),
        ("Statistics and experimentation", 45),
        ("System design", 60),
        ("Coding", 60),
    ],
)
def test_the_templates_that_come_along_last_as_long_as_such_rounds(
    name: str, minutes: int
) -> None:
    (template,) = (one for one in TEMPLATES if one.name == name)
    assert template.minutes == minutes
