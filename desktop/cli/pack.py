"""`greenroom pack`: packs of questions."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desktop.bank.packs import Packs
from desktop.cli.command_parser import CommandParser, WrongUseError, plain_argument
from desktop.cli.printing import say, say_columns, say_json, tell
from desktop.cli.workplace import Workplace
from desktop.domain.pack import Pack, PackReport

ACTIONS = {
    "install": "PATH",
    "update": "PATH",
    "list": "",
    "disable": "NAME",
    "enable": "NAME",
    "remove": "NAME",
}
MOST_NAMED = 10


def add_arguments(parser: CommandParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument("action", metavar="|".join(ACTIONS), choices=ACTIONS)
    parser.add_argument(
        "what",
        metavar="PATH|NAME",
        nargs="?",
        default="",
        type=plain_argument,
        help="the folder or .zip to install or update from; else the name of a pack",
    )
    parser.add_argument("--name", default="", help="install or update under this name")
    parser.add_json()
    parser.add_data_for_help()


def run(options: Namespace, place: Workplace) -> int:
    """Do what the action says, and say what came of it."""
    wanted = ACTIONS[options.action]
    if bool(wanted) != bool(options.what):
        written = f"greenroom pack {options.action} {wanted}".rstrip()
        raise WrongUseError(f"It is written {written}.")
    packs = place.packs()
    if options.action == "list":
        _list(packs.all(), is_json=options.json)
    elif options.action in ("install", "update"):
        take_in = packs.install if options.action == "install" else packs.update
        _report(take_in(Path(options.what), options.name), is_json=options.json)
    else:
        said = _change(packs, options.action, options.what)
        if options.json:
            _list(packs.all(), is_json=True)
        else:
            say(said)
    return 0


def _change(packs: Packs, action: str, name: str) -> str:
    if action == "remove":
        return f"{name} was moved to {packs.remove(name)}."
    packs.set_enabled(name, is_enabled=action == "enable")
    return f"{name} is in the bank." if action == "enable" else f"{name} is kept, but not used."


def _list(packs: Sequence[Pack], *, is_json: bool) -> None:
    if is_json:
        say_json([_pack_json(pack) for pack in packs])
    elif packs:
        say_columns(_columns(pack) for pack in packs)
    else:
        tell("There are no packs; greenroom pack install PATH adds one.")


def _columns(pack: Pack) -> tuple[str, str, str]:
    count = "1 question" if pack.question_count == 1 else f"{pack.question_count} questions"
    return pack.name, count, "" if pack.is_enabled else "disabled"


def _report(report: PackReport, *, is_json: bool) -> None:
    if is_json:
        say_json(_report_json(report))
        return
    say(report.summary)
    rows = [
        *(("new", path, "") for path in report.added),
        *(("changed", path, "") for path in report.changed),
        *(("gone", path, "") for path in report.removed),
        *(("not taken", one.path, one.reason) for one in report.left_out),
    ]
    if rows:
        say_columns(rows[:MOST_NAMED])
    if len(rows) > MOST_NAMED:
        say(f"and {len(rows) - MOST_NAMED:,} more")


def _pack_json(pack: Pack) -> dict[str, Any]:
    return {
        "name": pack.name,
        "questions": pack.question_count,
        "enabled": pack.is_enabled,
    }


def _report_json(report: PackReport) -> dict[str, Any]:
    return {
        "name": report.name,
        "added": report.added,
        "changed": report.changed,
        "removed": report.removed,
        "left_out": [{"path": one.path, "reason": one.reason} for one in report.left_out],
    }
