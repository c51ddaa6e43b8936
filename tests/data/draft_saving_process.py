"""A process that writes the journal until it is killed: JOURNAL saves|seals.

Each line it prints is a number whose write is committed.
"""

import os
import sys
from itertools import count
from pathlib import Path

from journal_samples import QUESTION_TEXT, a_draft, after

from desktop.journal.journal import Journal


def report(number: int) -> None:
    os.write(sys.stdout.fileno(), b"%d\n" % number)


def save_for_ever(journal: Journal) -> None:
    for number in count():
        text = f"{number} " + "word " * 2_000 + f"{number}"
        journal.save_draft(a_draft(text=text, active_s=number), with_history=number % 5 == 0)
        report(number)


def seal_for_ever(journal: Journal) -> None:
    for number in count():
        draft = a_draft(f"q{number}", text="word " * 2_000, revealed=("Sample answer",))
        journal.save_draft(draft, with_history=True)
        report(number)
        journal.seal(draft, sealed_at=after(number), uuid=f"u{number}")


if __name__ == "__main__":
    with Journal.open(Path(sys.argv[1])) as opened:
        opened.keep_question_text(QUESTION_TEXT)
        {"saves": save_for_ever, "seals": seal_for_ever}[sys.argv[2]](opened)
