"""A process that writes beside the window: JOURNAL NAME COUNT; prints a line a write."""

import sys
from pathlib import Path

from desktop.journal.journal import Journal


def keep(path: Path, name: str, texts: int) -> None:
    with Journal.open(path) as journal:
        for number in range(texts):
            sys.stdout.write(journal.keep_question_text(f"{name} {number}") + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    keep(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
