"""`greenroom export`: answers as Markdown files."""

from argparse import Namespace
from pathlib import Path

from desktop.cli.command_parser import CommandParser, plain_argument
from desktop.cli.matching_questions import find_matching
from desktop.cli.printing import say, say_json
from desktop.cli.workplace import Workplace
from desktop.services.export_answers import export_answers
from desktop.services.export_library import export_library


def add_arguments(parser: CommandParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument(
        "folder",
        metavar="DIR",
        type=plain_argument,
        help="where the files go; made if it is missing",
    )
    parser.add_argument(
        "--all",
        action="store_true",
        help="and the whole library, from which another Greenroom can be filled",
    )
    parser.add_query()
    parser.add_json()
    parser.add_data_for_help()


def run(options: Namespace, place: Workplace) -> int:
    """Export the answers to all questions, or to those that match."""
    keys = _matching_keys(options, place) if options.query else None
    with place.open_journal() as reader:
        report = export_answers(
            reader, place.bank(), Path(options.folder), keys, data_folder=place.folders.data
        )
    library = export_library(place.folders, report.folder) if options.all else None
    if options.json:
        say_json(
            {
                "folder": str(report.folder),
                "total": report.total,
                "exported": [path.name for path in report.exported],
                "unchanged": [path.name for path in report.unchanged],
                "kept_edited": [path.name for path in report.kept_edited],
                "library": {"rows": library.rows, "files": library.files} if library else None,
            }
        )
    else:
        say(str(report))
        if library is not None:
            say(str(library))
    return 0


def _matching_keys(options: Namespace, place: Workplace) -> frozenset[str]:
    matching = find_matching(place, options.query)
    matching.tell_mistakes()
    return frozenset(row.key for row in matching.rows)
