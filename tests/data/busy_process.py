"""A process that does all a person does, without a window, until it is killed: DATA SEED.

Each line it prints is JSON and says what is done and on disk.
"""

import json
import os
import sys
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import redirect_stdout
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from io import StringIO
from pathlib import Path
from random import Random
from shutil import copytree
from typing import Any

from desktop.bank.file_reading import read_question_file
from desktop.cli.command_line import run
from desktop.domain.draft import Draft
from desktop.domain.mark import Mark, Verdict
from desktop.domain.rating import Rating
from desktop.domain.review import PointReview
from desktop.journal.journal import Journal
from desktop.journal.journal_writer import JournalWriter

HERE = Path(__file__).parent
BANK = HERE / "journey_bank"
PAGES = sorted((HERE / "pages_pasted").iterdir())
STDOUT = 1


class BusyPerson:
    """Types, seals, marks, reviews points, imports, exports and backs up, in any order."""

    def __init__(self, data: Path, seed: int) -> None:
        self._data = data
        self._random = Random(seed)
        self._writer = JournalWriter(partial(Journal.open, data / "journal.sqlite"))
        self._files = [read_question_file(path) for path in sorted(BANK.glob("*.md"))]
        self._drafts: dict[str, Draft] = {}
        self._sealed: list[str] = []

    def does_something(self) -> None:
        """One thing, each as likely as it should be to be met by a kill."""
        actions: tuple[Callable[[], None], ...] = (
            self._type,
            self._seal,
            self._mark,
            self._review_point,
            self._import,
            self._export,
            self._back_up,
        )
        self._random.choices(actions, (6, 4, 2, 2, 3, 6, 3))[0]()

    def _type(self) -> None:
        file = self._random.choice(self._files)
        key, now = file.question.id, datetime.now(UTC)
        before = self._drafts.get(key) or Draft(
            question_key=key, digest=file.digest, text="", started_at=now, saved_at=now
        )
        for _ in range(self._random.randint(1, 8)):
            number = len(before.text.split())
            text = f"{before.text}word{number} "
            before = replace(before, text=text, active_s=float(number), saved_at=now)
            self._writer.save_draft(before, with_history=number % 5 == 0).result()
            self._drafts[key] = before
            report("typed", key, text)

    def _seal(self) -> None:
        if not self._drafts:
            return
        key = self._random.choice(sorted(self._drafts))
        draft = self._drafts.pop(key)
        uuid = f"{self._random.getrandbits(128):032x}"
        file = next(one for one in self._files if one.question.id == key)
        self._wait(
            lambda journal: journal.seal(
                draft, sealed_at=datetime.now(UTC), uuid=uuid, question_text=file.text
            )
        )
        self._sealed.append(uuid)
        report("sealed", uuid, draft.text)

    def _mark(self) -> None:
        if not self._sealed:
            return
        uuid = self._random.choice(self._sealed)
        mark = Mark(self._random.randint(0, 1), self._random.choice(tuple(Verdict)))
        self._wait(lambda journal: journal.notes.put_marks(uuid, [mark], datetime.now(UTC)))
        report("marked", uuid, mark.point, mark.verdict)

    def _review_point(self) -> None:
        uuid = f"{self._random.getrandbits(128):032x}"
        file = self._random.choice(self._files)
        review = PointReview(
            uuid, file.question.id, "a point", "anew", Rating.GOOD, 9.0, datetime.now(UTC)
        )
        self._wait(lambda journal: journal.reviews.put_point_review(review))
        report("reviewed", uuid)

    def _import(self) -> None:
        page = self._random.choice(PAGES)
        said = self._commands("import", str(page))
        report("imported", said.removeprefix("Saved as ").strip().removesuffix("."))

    def _export(self) -> None:
        self._commands("export", str(self._data / "exported"))
        report("exported", list(self._sealed))

    def _back_up(self) -> None:
        if not self._sealed:
            return
        sealed = list(self._sealed)
        said = self._commands("backup")
        report("backed up", said.partition(".sqlite: ")[0] + ".sqlite", sealed)

    def _commands(self, *arguments: str) -> str:
        with redirect_stdout(StringIO()) as said:
            code = run(["--data", str(self._data), *arguments])
        assert code == 0, said.getvalue()
        return said.getvalue()

    def _wait(self, operation: Callable[[Journal], Any]) -> Any:
        future: Future[Any] = self._writer.submit(operation)
        return future.result()


def report(*what: object) -> None:
    os.write(STDOUT, (json.dumps(what) + "\n").encode())


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    if not (folder / "questions").exists():
        copytree(BANK, folder / "questions")
    person = BusyPerson(folder, int(sys.argv[2]))
    report("ready")
    while True:
        person.does_something()
