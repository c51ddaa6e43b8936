"""`greenroom check`: what is wrong in question files, and what an editor would remark."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from desktop.cli.command_parser import CommandParser, WrongUseError, plain_argument
from desktop.cli.coverage_table import table_json, table_lines
from desktop.cli.printing import say, say_json
from desktop.cli.workplace import Workplace
from desktop.domain.problem import Problem
from desktop.services.check_bank import BankCheck, check_paths


def add_arguments(parser: CommandParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        default=(),
        type=plain_argument,
        help="files or folders; without any, all your questions and those that ship",
    )
    parser.add_argument(
        "--strict", action="store_true", help="let remarks count as problems: exit 1 with any"
    )
    parser.add_json()
    parser.add_data_for_help()


def run(options: Namespace, place: Workplace) -> int:
    """List every problem as `file:line: what, and how to mend it`; exit code 1 if there is one.

    Remarks follow; they count with `--strict` only. A folder with a map is held against it.
    """
    bank = place.bank()
    paths = _existing(options.paths) or [
        folder for folder in bank.source_folders() if folder.exists()
    ]
    known_ids = set(bank.ids())
    checked = check_paths(paths, shipped=place.folders.shipped_questions, known_ids=known_ids)
    if options.json:
        say_json(_as_json(checked))
    else:
        _say(checked)
    return int(bool(checked.problems or (options.strict and checked.remarks)))


def _existing(arguments: Sequence[str]) -> list[Path]:
    paths = [Path(argument) for argument in dict.fromkeys(arguments)]
    for path in paths:
        if not path.exists():
            raise WrongUseError(f"There is no file or folder {path}; check how it is written.")
    return paths


def _say(checked: BankCheck) -> None:
    for problem in checked.problems:
        say(f"{_shown(problem.path)}:{problem.line}: {problem.message}")
    for remark in checked.remarks:
        say(f"{_shown(remark.path)}:{remark.line}: remark: {remark.message}")
    for one in checked.coverages:
        say(f"\n{_shown(one.folder)}\n")
        for line in table_lines(one.coverage):
            say(line)
        say("")
    questions, problems = checked.file_count, len(checked.problems)
    remarks = f", {_count(len(checked.remarks), 'remark')}" if checked.remarks else ""
    say(f"{_count(questions, 'question')} checked, {_count(problems, 'problem')}{remarks}")


def _as_json(checked: BankCheck) -> dict[str, object]:
    return {
        "questions": checked.file_count,
        "problems": [_problem_json(problem) for problem in checked.problems],
        "remarks": [_problem_json(remark) for remark in checked.remarks],
        "coverage": [
            {"folder": _shown(one.folder), **table_json(one.coverage)} for one in checked.coverages
        ],
    }


def _problem_json(problem: Problem) -> dict[str, str | int]:
    return {"path": _shown(problem.path), "line": problem.line, "message": problem.message}


def _shown(path: Path) -> str:
    """The path from the current folder, where it lies within."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
