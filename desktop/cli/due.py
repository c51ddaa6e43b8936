"""`greenroom due`: what is due today."""

from argparse import Namespace
from typing import Any

from desktop.cli.command_parser import CommandParser
from desktop.cli.matching_questions import refresh_index
from desktop.cli.printing import say, say_columns, say_json
from desktop.cli.workplace import Workplace
from desktop.domain.study_plan import PlanTask
from desktop.domain.today import due_tasks, minutes_of
from desktop.services.find_questions import FindQuestions
from desktop.services.read_practice import ReadPractice


def add_arguments(parser: CommandParser) -> None:
    """Describe the command's arguments."""
    parser.add_json()
    parser.add_data_for_help()


def run(options: Namespace, place: Workplace) -> int:
    """List what is due, as the window's badge counts it, and how long it takes."""
    place.open_journal().close()
    refresh_index(place)
    folders = place.folders
    find = FindQuestions(folders.index, place.now)
    practice = ReadPractice(folders.index, folders.journal, find, place.now)
    due = practice.due()
    tasks = due_tasks(due)
    days = {(item.key, item.point): item.due_on for item in due}
    if options.json:
        say_json(
            {
                "date": practice.day().isoformat(),
                "count": len(tasks),
                "minutes": minutes_of(tasks),
                "due": [_as_json(task, days[task.key, task.point]) for task in tasks],
            }
        )
        return 0
    say_columns(
        (_kind(task), f"{task.minutes:.0f} min", str(days[task.key, task.point]), task.title)
        for task in tasks
    )
    things = "1 thing is" if len(tasks) == 1 else f"{len(tasks)} things are"
    say(f"{things} due, about {minutes_of(tasks):.0f} min." if tasks else "Nothing is due today.")
    return 0


def _kind(task: PlanTask) -> str:
    return "point" if task.point else "question"


def _as_json(task: PlanTask, due_on: object) -> dict[str, Any]:
    return {
        "kind": _kind(task),
        "key": task.key,
        "title": task.title,
        "point": task.point or None,
        "due": str(due_on),
        "minutes": task.minutes,
    }
