"""`greenroom verify`: whether an export is as it was written."""

from argparse import Namespace
from dataclasses import asdict
from pathlib import Path

from desktop.cli.command_parser import CommandParser, plain_argument
from desktop.cli.printing import say, say_json
from desktop.cli.workplace import Workplace
from desktop.services.verify_export import verify_export


def add_arguments(parser: CommandParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument("folder", metavar="DIR", type=plain_argument, help="a folder exported to")
    parser.add_json()
    parser.add_data_for_help()


def run(options: Namespace, _place: Workplace) -> int:
    """List the files that are gone or changed; the exit code is 1 if there are any."""
    verified = verify_export(Path(options.folder))
    if options.json:
        say_json(asdict(verified))
    else:
        for name in verified.missing:
            say(f"{name}: is gone; export again to write it anew")
        for name in verified.changed:
            say(f"{name}: was changed after the export")
        differing = len(verified.missing) + len(verified.changed)
        say(f"{verified.total} files verified, {differing} differ")
    return 0 if verified.is_whole else 1
