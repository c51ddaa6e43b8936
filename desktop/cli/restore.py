"""`greenroom restore`: a backup in the place of the journal."""

from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path

from desktop.cli.command_parser import CommandParser, plain_argument
from desktop.cli.contents_fields import contents_fields
from desktop.cli.printing import say, say_json
from desktop.cli.workplace import Workplace
from desktop.services.restore_backup import restore_backup


def add_arguments(parser: CommandParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument("file", metavar="FILE", type=plain_argument, help="a backup")
    parser.add_json()
    parser.add_data_for_help()


def run(options: Namespace, place: Workplace) -> int:
    """Restore the backup and say where the journal before is kept."""
    restored = restore_backup(place.folders.journal, Path(options.file), datetime.now(UTC))
    if options.json:
        kept = str(restored.kept) if restored.kept else None
        say_json({"kept": kept, **contents_fields(restored.contents)})
    else:
        say(str(restored))
    return 0
