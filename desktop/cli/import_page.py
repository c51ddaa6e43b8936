"""`greenroom import`: questions out of a page, a list, a table, a deck, a pack or a folder."""

import sys
from argparse import Namespace
from pathlib import Path

from desktop.bank.bank import Bank
from desktop.bank.question_writing import write_question
from desktop.cli.command_parser import CommandParser, WrongUseError, plain_argument
from desktop.cli.import_lines import batch_as_json, file_as_json, remarks_of, rows_of, summary_of
from desktop.cli.printing import say, say_columns, say_json, tell
from desktop.cli.workplace import Workplace
from desktop.domain.errors import AppError
from desktop.domain.import_batch import ImportField, ImportKind
from desktop.domain.import_choice import Candidate, ImportChoice
from desktop.domain.import_receipt import ImportReceipt
from desktop.domain.imported_question import ImportedQuestion
from desktop.services.compare_import import CompareImport, ReadBatch
from desktop.services.import_batch import ImportBatch
from desktop.services.import_library import import_library
from desktop.services.import_question import imported_as_json
from desktop.services.import_receipts import ImportReceipts
from desktop.services.known_questions import KnownQuestions
from desktop.services.library_manifest import (
    check_library,
    is_library,
    read_library_manifest,
)
from desktop.services.page_file import MOST_BYTES, decode_page
from desktop.services.read_import import MOST_PACK_BYTES, ImportWish
from desktop.services.take_in_page import ReadPage, TakeInPage

PIPE = "-"
PIPED = "what was piped in"


def add_arguments(parser: CommandParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument(
        "path",
        metavar="PATH",
        nargs="?",
        type=plain_argument,
        help="a file or a folder; - reads what is piped in",
    )
    parser.add_argument("--dry-run", action="store_true", help="show the questions, save nothing")
    parser.add_argument("--to", metavar="DIR", help="save here, not with your own questions")
    parser.add_argument(
        "--map",
        metavar="FIELD=COLUMN",
        action="append",
        default=[],
        help=f"which column holds what: {', '.join(ImportField)}",
    )
    parser.add_argument(
        "--header",
        choices=("yes", "no"),
        help="whether the first row of a table names its columns; guessed if not said",
    )
    parser.add_argument(
        "--duplicates",
        choices=tuple(ImportChoice),
        help="what to do with what is like a question already there; "
        "if not said, the same is skipped and the similar kept",
    )
    parser.add_argument("--undo", action="store_true", help="take back the newest import")
    parser.add_json()
    parser.add_data_for_help()


def run(options: Namespace, place: Workplace) -> int:
    """Show the questions, or save them and say where; the warnings stand apart."""
    bank = place.bank(Path(options.to) if options.to else None)
    known = KnownQuestions(place.bank(), place.folders.index)
    receipts = ImportReceipts(place.folders.imports, place.folders.data.absolute())
    importing = ImportBatch(bank, receipts, place.now)
    if options.undo:
        return _undo(importing, is_json=options.json)
    if options.path is None:
        raise WrongUseError(
            "the following arguments are required: PATH; see greenroom import --help."
        )
    if options.path != PIPE and is_library(Path(options.path)):
        return _take_in_library(options, place)
    read = _read(options, CompareImport(bank, known, place.today))
    if read.batch.kind is ImportKind.PAGE:
        return _take_in_page(options, TakeInPage(bank, known, place.now), read.source, bank)
    return _take_in_batch(options, importing, read)


def _take_in_library(options: Namespace, place: Workplace) -> int:
    """Everything another Greenroom has."""
    folder = Path(options.path)
    if options.dry_run:
        manifest = read_library_manifest(folder)
        check_library(folder, manifest)
        say(f"{folder} is a whole library: {len(manifest.files):,} files and the journal.")
        return 0
    place.open_journal().close()
    taken = import_library(folder, place.folders, place.now())
    if options.json:
        say_json({"added": taken.merged.added, "files": taken.files, "kept": taken.kept})
    else:
        say(str(taken))
    return 0


def _read(options: Namespace, comparing: CompareImport) -> ReadBatch:
    source: bytes | Path = Path(options.path)
    name = Path(options.path).name or str(Path(options.path).absolute().name)
    if options.path == PIPE:
        source, name = sys.stdin.buffer.read(MOST_PACK_BYTES + 1), PIPED
    header = None if options.header is None else options.header == "yes"
    return comparing.read(source, name, ImportWish(_mapping(options.map), header))


def _mapping(pairs: list[str]) -> dict[ImportField, str] | None:
    mapping: dict[ImportField, str] = {}
    for pair in pairs:
        name, sign, column = pair.partition("=")
        if not sign or name not in tuple(ImportField):
            fields = ", ".join(ImportField)
            raise WrongUseError(f"--map takes FIELD=COLUMN, where FIELD is one of {fields}.")
        mapping[ImportField(name)] = column
    return mapping or None


def _take_in_page(
    options: Namespace, take_in: TakeInPage, source: bytes | Path, bank: Bank
) -> int:
    """One page, of which each field may be doubtful."""
    page = _read_page(take_in, source)
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


def _take_in_batch(options: Namespace, importing: ImportBatch, read: ReadBatch) -> int:
    batch = read.batch
    decisions = [(one, _choice(one, options.duplicates)) for one in read.candidates]
    is_any_chosen = any(choice is not ImportChoice.SKIP for _, choice in decisions)
    receipt: ImportReceipt | None = None
    if not options.dry_run and is_any_chosen:
        receipt = importing.write(batch.name, decisions)
    if options.json:
        is_one = batch.kind is ImportKind.QUESTION_FILE
        say_json(
            file_as_json(*decisions[0], receipt)
            if is_one
            else batch_as_json(batch, decisions, receipt)
        )
        return 0
    say(summary_of(batch))
    say_columns(rows_of(decisions))
    if receipt is not None:
        folder = receipt.files[0].path.parent
        say(f"Saved {receipt.made} new and {receipt.replaced} replaced in {folder}.")
        say("To take it back: greenroom import --undo")
    elif not options.dry_run:
        say("All of them are there already; nothing was saved.")
    for remark in remarks_of(batch):
        tell(remark)
    return 0


def _choice(one: Candidate, wished: str | None) -> ImportChoice:
    if wished is None or one.duplicate is None:
        return one.usual_choice
    choice = ImportChoice(wished)
    is_possible = choice is not ImportChoice.REPLACE or one.can_replace
    return choice if is_possible else one.usual_choice


def _undo(importing: ImportBatch, *, is_json: bool) -> int:
    receipt = importing.find_latest()
    if receipt is None:
        raise AppError("There is no import to take back.", "Nothing was changed.")
    undone = importing.undo(receipt)
    if is_json:
        kept = [str(path) for path in undone.kept]
        say_json(
            {"name": receipt.name, "removed": undone.removed, "restored": undone.restored}
            | {"kept": kept}
        )
        return 0
    say(f"Took back {receipt.name}: {undone.removed} removed, {undone.restored} put back.")
    for path in undone.kept:
        tell(f"{path} was changed since the import, so it is kept.")
    return 0


def _read_page(take_in: TakeInPage, source: bytes | Path) -> ReadPage:
    if isinstance(source, Path):
        return take_in.read_file(source)
    return take_in.read_text(decode_page(source[: MOST_BYTES + 1]))


def _find(key: str, bank: Bank) -> Path | None:
    entry = bank.find_entry(key)
    return Path(entry.path) if entry else None


def _tell_doubts(imported: ImportedQuestion) -> None:
    for warning in imported.warnings:
        proposal = f" Proposal: {warning.proposal}" if warning.proposal else ""
        tell(f"{warning.field}: {warning.message}{proposal}")
    if imported.not_found:
        tell(f"Not found in the page: {', '.join(imported.not_found)}.")
