"""What is said of a task, a day and an interview."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QDate, QLocale

from desktop.domain.practice_facts import ReviewItem
from desktop.domain.review import Interview
from desktop.domain.study_plan import PlanGoal, PlanTask
from desktop.domain.vocabulary import spelled_out

HOUR = 60


def day_text(day: date) -> str:
    """A day in words: "Monday 23 November"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "dddd d MMMM")


def short_day_text(day: date) -> str:
    """A day in short: "12 Nov 2026"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


def distance_text(day: date, today: date) -> str:
    """How far a day is: "today", "tomorrow", "in 14 days", "3 days ago"."""
    days = (day - today).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    if days in near:
        return near[days]
    return f"in {days} days" if days > 0 else f"{-days} days ago"


def minutes_text(minutes: float) -> str:
    """A length of time: "2 min", "1 h 15 min"."""
    whole = max(1, round(minutes))
    if whole < HOUR:
        return f"{whole} min"
    hours, rest = divmod(whole, HOUR)
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def task_kind(task: PlanTask) -> str:
    """What is to be done: "New question", "Whole question" or "Missed point"."""
    if task.point:
        return "Missed point"
    return "New question" if task.is_new else "Whole question"


def task_note(
    task: PlanTask, due: Mapping[tuple[str, str], ReviewItem], today: date, which: str = ""
) -> str:
    """The line below a task's title: its kind, which of several it is, since when it is due."""
    item = due.get((task.key, task.point))
    kind = f"{task_kind(task)} {which}".rstrip()
    if item is None or item.due_on is None:
        return kind
    return f"{kind}  ·  due {distance_text(item.due_on, today)}"


def interview_title(interview: Interview) -> str:
    """Company and day: "Acme, Monday 7 December"."""
    day = day_text(interview.held_on)
    return f"{interview.company}, {day}" if interview.company else f"Interview on {day}"


def rounds_text(interview: Interview) -> str:
    """The rounds: "ML depth, Coding", or "all rounds"."""
    return ", ".join(map(spelled_out, interview.rounds)) or "all rounds"


def goal_text(goal: PlanGoal) -> str:
    """What is expected on the day, without more work and with the plan, in two lines."""
    if not goal.topics:
        return "no question of the bank is asked in these rounds"
    return (
        f"{goal.now:.0%} ready on the day without more work\n"
        f"{goal.then:.0%} with this plan  ·  {goal.topics} topics"
    )
