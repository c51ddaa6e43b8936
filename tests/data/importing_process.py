"""Imports a table into a data folder again and again, a line each time: DATA TABLE."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from desktop.bank.bank import Bank
from desktop.bank.bank_sources import find_sources
from desktop.domain.import_choice import ImportChoice
from desktop.services.compare_import import CompareImport
from desktop.services.import_batch import ImportBatch
from desktop.services.import_receipts import ImportReceipts
from desktop.services.known_questions import KnownQuestions


def now() -> datetime:
    return datetime.now(UTC)


def main() -> None:
    root, table = map(Path, sys.argv[1:])
    bank = Bank(find_sources(root / "shipped", root / "questions", root / "packs"))
    comparing = CompareImport(bank, KnownQuestions(bank, root / "index.sqlite"), now().date)
    importing = ImportBatch(bank, ImportReceipts(root / "imports", root), now)
    candidates = comparing.read(table, table.name).candidates
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    choices = [
        (one, ImportChoice.REPLACE if one.can_replace else ImportChoice.KEEP) for one in candidates
    ]
    while True:
        importing.write(table.name, choices)
        sys.stdout.write("written\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
