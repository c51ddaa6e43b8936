"""`greenroom backup`: a checked copy of the journal."""

from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path

from desktop.cli.command_parser import CommandParser, plain_argument
from desktop.cli.contents_fields import contents_fields
from desktop.cli.printing import say, say_json
from desktop.cli.workplace import Workplace
from desktop.services.make_backup import make_backup


def add_arguments(parser: CommandParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        type=plain_argument,
        help="a new file; without one it goes to the others, in the data folder",
    )
    parser.add_json()
    parser.add_data_for_help()


def run(options: Namespace, place: Workplace) -> int:
    """Make a backup and say what is in it."""
    file = Path(options.file) if options.file else None
    made = make_backup(place.folders.journal, datetime.now(UTC), file)
    if options.json:
        say_json({"file": str(made.path), **contents_fields(made.contents)})
    else:
        say(f"{made.path}: {made.contents}")
    return 0
