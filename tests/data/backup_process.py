"""Writes, backs up and restores in turn until it is killed; says when it begins."""

import sys
from datetime import timedelta
from itertools import count
from pathlib import Path

from journal_samples import NOON, QUESTION_TEXT, a_draft

from desktop.journal.backups import Backups
from desktop.journal.journal import Journal
from desktop.services.restore_backup import restore_backup


def main(journal: Path) -> None:
    for number in count():
        with Journal.open(journal) as opened:
            draft = a_draft(f"question-{number}", text=f"Answer {number} " * 500)
            opened.seal(
                draft,
                sealed_at=draft.saved_at,
                uuid=f"attempt-{number}",
                question_text=QUESTION_TEXT,
            )
        made = Backups(journal).make(NOON + timedelta(hours=number))
        if number:
            restore_backup(journal, made.path, NOON)
        else:
            sys.stdout.write("begun\n")
            sys.stdout.flush()


main(Path(sys.argv[1]))
