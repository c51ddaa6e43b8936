"""`greenroom merge`: what another laptop's journal has."""

from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path

from desktop.cli.command_parser import CommandParser, plain_argument
from desktop.cli.printing import say, say_json
from desktop.cli.workplace import Workplace
from desktop.services.merge_journals import merge_journals


def add_arguments(parser: CommandParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument(
        "journal", metavar="JOURNAL", type=plain_argument, help="a journal or a backup of one"
    )
    parser.add_json()
    parser.add_data_for_help()


def run(options: Namespace, place: Workplace) -> int:
    """Merge and say what came new."""
    place.open_journal().close()
    folders = place.folders
    merged = merge_journals(
        folders.journal, Path(options.journal), datetime.now(UTC), folders.cache
    )
    if options.json:
        say_json(
            {
                "added": merged.added,
                "changed": merged.is_changed,
                "backup": str(merged.backup.path) if merged.backup else None,
            }
        )
    else:
        say(str(merged))
    return 0
