"""A plan as Markdown, day by day."""

from collections.abc import Iterator

from desktop.domain.review import Interview
from desktop.domain.study_plan import PlanDay, PlanTask, StudyPlan
from desktop.domain.vocabulary import spelled_out
from desktop.rendering.page_tree import Page
from desktop.rendering.render_page import render_markdown

DAY_FORMAT = "%A %d %B"


def plan_markdown(plan: StudyPlan) -> str:
    """The goals, the days with their tasks, and what will not fit."""
    parts = [
        *_goals(plan),
        *(_day(one) for one in plan.days),
        *_left_out(plan),
    ]
    return "\n\n".join(parts)


def plan_page(plan: StudyPlan) -> Page:
    """The same to be shown."""
    return render_markdown(plan_markdown(plan))


def _goals(plan: StudyPlan) -> Iterator[str]:
    for goal in plan.goals:
        yield (
            f"**{_interview(goal.interview)}.** {goal.topics} topics. "
            f"Ready on the day: {goal.now:.0%} without more work, {goal.then:.0%} with this plan, "
            "if every answer goes well."
        )
    yield (
        f"At most {plan.minutes_a_day} minutes a day. The plan is made anew each day from what "
        "was done, so a day left out costs nothing but the day."
    )


def _interview(interview: Interview) -> str:
    rounds = ", ".join(map(spelled_out, interview.rounds)) or "all rounds"
    company = f"{_plain(interview.company)}, " if interview.company else ""
    return f"{company}{interview.held_on.strftime(DAY_FORMAT)}, {rounds}"


def _day(day: PlanDay) -> str:
    head = f"## {day.day.strftime(DAY_FORMAT)}"
    if not day.tasks:
        return f"{head}\n\nNothing."
    lines = "\n".join(f"- {_task(task)}" for task in day.tasks)
    return f"{head}, {day.minutes:.0f} min\n\n{lines}"


def _task(task: PlanTask) -> str:
    kind = "a missed point" if task.point else "new" if task.is_new else "again"
    return f"{_plain(task.title)} ({kind}, {task.minutes:.0f} min)"


def _left_out(plan: StudyPlan) -> Iterator[str]:
    if not (plan.left_out or plan.untouched or plan.too_long):
        yield "## What will not fit\n\nEverything fits."
        return
    yield "## What will not fit"
    if plan.left_out:
        yield "Reviews that come due before the day and find no time:"
        yield "\n".join(f"- {_task(task)}" for task in plan.left_out)
    if plan.untouched:
        yield "Topics of the rounds that stay without an answer:"
        yield "\n".join(f"- {_plain(topic)}" for topic in plan.untouched)
    if plan.too_long:
        yield "Topics whose questions take longer than a day has minutes:"
        yield "\n".join(f"- {_plain(topic)}" for topic in plan.too_long)


def _plain(text: str) -> str:
    """A text that Markdown leaves as it is."""
    return "".join(f"\\{letter}" if letter in r"\`*_[]<>#$" else letter for letter in text)
