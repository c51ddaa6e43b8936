"""`greenroom verify`: whether an export or a backup is as it was written."""

from argparse import Namespace
from dataclasses import asdict
from pathlib import Path

from desktop.cli.command_parser import CommandParser, plain_argument
from desktop.cli.contents_fields import contents_fields
from desktop.cli.printing import say, say_json
from desktop.cli.workplace import Workplace
from desktop.journal.inspection import inspect_journal
from desktop.services.verify_export import verify_export


def add_arguments(parser: CommandParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument(
        "path", metavar="PATH", type=plain_argument, help="a folder exported to, or a backup"
    )
    parser.add_json()
    parser.add_data_for_help()


def run(options: Namespace, _place: Workplace) -> int:
    """Check an export or a backup; the exit code is 1 if anything is wrong with it."""
    path = Path(options.path)
    return _verify_backup(path, options) if path.is_file() else _verify_export(path, options)


def _verify_backup(path: Path, options: Namespace) -> int:
    contents = inspect_journal(path)
    if options.json:
        say_json({"file": str(path), **contents_fields(contents)})
    else:
        say(f"{path} is sound: {contents}")
    return 0


def _verify_export(folder: Path, options: Namespace) -> int:
    verified = verify_export(folder)
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
