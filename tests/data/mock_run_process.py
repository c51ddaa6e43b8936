"""A process that goes through one mock run after another until it is killed: JOURNAL SEED.

Each line it prints is the number of steps whose write is committed.
"""

import os
import sys
from datetime import timedelta
from itertools import count
from pathlib import Path
from random import Random

from journal_samples import NOON, QUESTION_TEXT

from desktop.domain.mock_record import MockRecord, PartText
from desktop.domain.mock_run import MockRun, MockTask
from desktop.domain.moment import Moment
from desktop.domain.question_digest import question_digest
from desktop.journal.journal import Journal

DIGEST = question_digest(QUESTION_TEXT)
TASKS = tuple(MockTask(f"q{number}", DIGEST, 9, 4, number % 3) for number in range(4))


def at(seconds: int) -> Moment:
    return Moment(NOON + timedelta(seconds=seconds), float(seconds), "boot")


def run_for_ever(journal: Journal, seed: int) -> None:
    chance, second, step = Random(seed), 0, count()
    for number in count():
        uuid = f"run {number}"
        run = MockRun.begun(TASKS, at(second))
        journal.mocks.begin(MockRecord(uuid, "T", "s", NOON, run), [QUESTION_TEXT])
        while not run.is_ended:
            second += 1
            run = run.ticked(at(second))
            text = PartText(f"text {second} " + "word " * 500)
            attempt = f"{uuid} task {run.task}"
            if run.is_time_up:
                run = run.sealed(at(second))
                journal.mocks.seal(uuid, run, text, attempt)
            elif chance.random() < 0.2:
                before, run = run, run.went_on(at(second), (0, 1))
                journal.mocks.go_on(uuid, before, run, text, attempt)
            else:
                journal.mocks.save(uuid, run, text, with_history=second % 5 == 0)
            os.write(sys.stdout.fileno(), b"%d\n" % next(step))


if __name__ == "__main__":
    with Journal.open(Path(sys.argv[1])) as opened:
        run_for_ever(opened, int(sys.argv[2]))
