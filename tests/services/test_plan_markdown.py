"""A plan as it is read: its goals, its days, and plainly what will not fit."""

from datetime import date

from desktop.domain.review import Interview
from desktop.domain.study_plan import PlanDay, PlanGoal, PlanTask, StudyPlan
from desktop.rendering.page_html import page_to_html
from desktop.services.plan_markdown import plan_markdown, plan_page

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
GOAL = PlanGoal(Interview("i", date(2026, 12, 7), ("ml-depth",), "Example"), 12, 0.31, 0.9)
AGAIN = PlanTask("ridge", "Ridge", 20.0)
POINT = PlanTask("lasso", "Lasso", 2.0, point="Names the corner.")
NEW = PlanTask("odd", "Is $5 or $10 *right*, `a_b` <b>?", 15.0, is_new=True)
DAYS = (PlanDay(MONDAY, (AGAIN, POINT, NEW)), PlanDay(TUESDAY, ()))


def test_each_day_names_its_tasks_and_minutes() -> None:
    text = plan_markdown(StudyPlan(45, DAYS, (GOAL,)))
    assert "**Example, Monday 07 December, ML depth.** 12 topics." in text
    assert "31% without more work, 90% with this plan" in text
    assert "At most 45 minutes a day." in text
    assert "## Monday 23 November, 37 min\n\n- Ridge (again, 20 min)\n" in text
    assert "- Lasso (a missed point, 2 min)\n" in text
    assert "## Tuesday 24 November\n\nNothing." in text
    assert text.endswith("## What will not fit\n\nEverything fits.")


def test_what_will_not_fit_is_named_by_its_kind() -> None:
    text = plan_markdown(StudyPlan(45, DAYS, (), (POINT,), ("bandits",), ("systems",)))
    _, _, told = text.partition("## What will not fit\n\n")
    assert told.splitlines()[2::4] == ["- Lasso (a missed point, 2 min)", "- bandits", "- systems"]


def test_a_title_is_shown_as_it_is_written() -> None:
    html = page_to_html(plan_page(StudyPlan(45, DAYS, ())))
    assert "Is $5 or $10 *right*, `a_b` &lt;b&gt;? (new, 15 min)" in html
    assert "math" not in html
