"""`greenroom export`: answers as Markdown files."""

from argparse import Namespace
from pathlib import Path

from desktop.cli.command_parser import CommandParser, plain_argument
from desktop.cli.matching_questions import find_matching
from desktop.cli.printing import say, say_json
from desktop.cli.workplace import Workplace
from desktop.services.bundle_answers import BundleAnswers, BundleForm
from desktop.services.export_answers import export_answers
from desktop.services.export_library import export_library
from desktop.services.give_feedback import GiveFeedback
from desktop.services.open_mock_report import OpenMockReport

BUNDLE_NAME = "greenroom-answers"


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
    parser.add_argument(
        "--as",
        dest="form",
        choices=("files", "bundle", "html"),
        default="files",
        help="a file for each question, one Markdown file, or one page of HTML",
    )
    parser.add_argument(
        "--reports", action="store_true", help="with the reports of mock runs in the one file"
    )
    parser.add_query()
    parser.add_json()
    parser.add_data_for_help()


def run(options: Namespace, place: Workplace) -> int:
    """Export the answers to all questions, or to those that match."""
    keys = _matching_keys(options, place) if options.query else None
    if options.form != "files":
        return _write_bundle(options, place, keys)
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


def _write_bundle(options: Namespace, place: Workplace, keys: frozenset[str] | None) -> int:
    """All answers as one file, under a name that no file has."""
    form = BundleForm.HTML if options.form == "html" else BundleForm.MARKDOWN
    folder, folders = Path(options.folder), place.folders
    path = folder / f"{BUNDLE_NAME}{form.value}"
    number = 1
    while path.exists():
        number += 1
        path = folder / f"{BUNDLE_NAME}-{number}{form.value}"
    place.open_journal().close()
    bank = place.bank()
    reports = OpenMockReport(folders.journal, GiveFeedback(bank).on_answer)
    bundle = BundleAnswers(folders, bank, reports.open)
    count = bundle.write(path, form, keys, with_reports=options.reports)
    if options.json:
        say_json({"file": str(path), "questions": count})
    else:
        say(f"Answers to {count} questions are in {path}.")
    return 0


def _matching_keys(options: Namespace, place: Workplace) -> frozenset[str]:
    matching = find_matching(place, options.query)
    matching.tell_mistakes()
    return frozenset(row.key for row in matching.rows)
