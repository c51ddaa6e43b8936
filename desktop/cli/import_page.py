"""`greenroom import`: a question out of a page."""

import sys
from argparse import Namespace
from pathlib import Path

from desktop.bank.bank import Bank
from desktop.bank.question_writing import write_question
from desktop.cli.command_parser import CommandParser, plain_argument
from desktop.cli.printing import say, say_json, tell
from desktop.cli.workplace import Workplace
from desktop.domain.imported_question import ImportedQuestion
from desktop.services.import_question import imported_as_json
from desktop.services.known_questions import KnownQuestions
from desktop.services.page_file import decode_page
from desktop.services.take_in_page import ReadPage, TakeInPage

PIPE = "-"


def add_arguments(parser: CommandParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument(
        "path", metavar="PATH", type=plain_argument, help="the page; - reads what is piped in"
    )
    parser.add_argument("--dry-run", action="store_true", help="show the question, save nothing")
    parser.add_argument("--to", metavar="DIR", help="save here, not with your own questions")
    parser.add_json()
    parser.add_data_for_help()


def run(options: Namespace, place: Workplace) -> int:
    """Show the question, or save it and say where; its warnings stand apart."""
    bank = place.bank(Path(options.to) if options.to else None)
    take_in = TakeInPage(bank, KnownQuestions(place.bank(), place.folders.index), place.now)
    page = _read(options.path, take_in)
    saved = None if options.dry_run else _find(take_in.save(page.imported.question), bank)
    if options.json:
        found = imported_as_json(page.imported)
        say_json(found if saved is None else {**found, "saved": str(saved)})
        return 0
    if saved is None:
        say(write_question(page.imported.question).rstrip("\n"))
    else:
        say(f"Saved as {saved}.")
    _tell_doubts(page.imported)
    return 0


def _read(path: str, take_in: TakeInPage) -> ReadPage:
    if path == PIPE:
        return take_in.read_text(decode_page(sys.stdin.buffer.read()))
    return take_in.read_file(Path(path))


def _find(key: str, bank: Bank) -> Path | None:
    entry = bank.find_entry(key)
    return Path(entry.path) if entry else None


def _tell_doubts(imported: ImportedQuestion) -> None:
    for warning in imported.warnings:
        proposal = f" Proposal: {warning.proposal}" if warning.proposal else ""
        tell(f"{warning.field}: {warning.message}{proposal}")
    if imported.not_found:
        tell(f"Not found in the page: {', '.join(imported.not_found)}.")
