"""`greenroom list`: the questions that match a query."""

from argparse import Namespace
from typing import Any

from desktop.cli.command_parser import CommandParser
from desktop.cli.matching_questions import find_matching
from desktop.cli.printing import say_columns, say_json, tell
from desktop.cli.workplace import Workplace
from desktop.domain.question_summary import QuestionSummary


def add_arguments(parser: CommandParser) -> None:
    """Describe the command's arguments."""
    parser.add_query()
    parser.add_json()
    parser.add_data_for_help()


def run(options: Namespace, place: Workplace) -> int:
    """List key, difficulty, minutes, status and title of what matches."""
    matching = find_matching(place, options.query)
    if options.json:
        say_json([_as_json(row) for row in matching.rows])
    else:
        say_columns(_columns(row) for row in matching.rows)
    matching.tell_mistakes()
    if not matching.rows:
        tell("No question matches.")
    return 0


def _columns(row: QuestionSummary) -> tuple[str, ...]:
    minutes = f"{row.minutes} min" if row.minutes else ""
    return (row.key, row.difficulty, minutes, row.status.value, row.title)


def _as_json(row: QuestionSummary) -> dict[str, Any]:
    return {
        "key": row.key,
        "title": row.title,
        "category": row.category,
        "difficulty": row.difficulty,
        "minutes": row.minutes,
        "rounds": row.rounds,
        "roles": row.roles,
        "companies": row.companies,
        "topics": row.topics,
        "pack": row.pack,
        "status": row.status.value,
        "last_answered": row.last_answered.isoformat() if row.last_answered else None,
    }
