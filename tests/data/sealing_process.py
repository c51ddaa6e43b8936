"""A process that seals answers: JOURNAL COUNT; it prints a line for each."""

import os
import sys
from pathlib import Path

from journal_samples import QUESTION_TEXT, a_draft, after

from desktop.journal.journal import Journal

if __name__ == "__main__":
    with Journal.open(Path(sys.argv[1])) as journal:
        for number in range(int(sys.argv[2])):
            draft = a_draft(f"q{number}", text="word " * 500)
            journal.seal(
                draft, sealed_at=after(number), uuid=f"u{number}", question_text=QUESTION_TEXT
            )
            os.write(1, b"%d\n" % number)
