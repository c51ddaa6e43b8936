"""Brings a batch of questions into the person's own folder, and takes all of it back."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from desktop.bank.bank import Bank
from desktop.bank.file_scan import NOT_QUESTIONS, id_of
from desktop.bank.new_id import new_id
from desktop.bank.question_writing import write_question
from desktop.domain.errors import AppError
from desktop.domain.import_batch import BatchQuestion
from desktop.domain.import_choice import Candidate, ImportChoice
from desktop.domain.import_receipt import ImportReceipt, UndoneImport
from desktop.files import replace_file
from desktop.services.import_receipts import ImportReceipts

Decision = tuple[Candidate, ImportChoice]


class ImportBatch:
    """Writes and undoes imports; every call may come from another thread."""

    def __init__(
        self,
        bank: Bank,
        receipts: ImportReceipts,
        now: Callable[[], datetime],
    ) -> None:
        self._bank = bank
        self._receipts = receipts
        self._now = now

    def write(self, name: str, decisions: Iterable[Decision]) -> ImportReceipt:
        """Write what is to be kept or to replace; `name` is what was brought in.

        All of it is written or nothing. Raises AppError if nothing is chosen or the disk refuses.
        """
        contents = self._planned([one for one in decisions if one[1] is not ImportChoice.SKIP])
        if not contents:
            raise AppError(
                "No question is chosen. Nothing was imported.",
                "Keep or replace at least one of them.",
            )
        receipt = self._receipts.begin(name, self._now(), contents)
        try:
            for path, content in contents.items():
                replace_file(path, content)
        except AppError:
            self._receipts.undo(receipt)
            raise
        return receipt

    def undo(self, receipt: ImportReceipt) -> UndoneImport:
        """Take back an import; files that were changed since are kept and named."""
        return self._receipts.undo(receipt)

    def find_latest(self) -> ImportReceipt | None:
        """The newest import that can be undone."""
        return next(self._receipts.all(), None)

    def _planned(self, decisions: Sequence[Decision]) -> dict[Path, bytes]:
        """The files to write; questions that replace have their place before new ones get ids."""
        own = next(source for source in self._bank.sources if source.is_own)
        keys = {
            one.duplicate.key
            for one, choice in decisions
            if choice is ImportChoice.REPLACE and one.duplicate
        }
        entries = self._bank.find_entries(keys)
        ids = _FreeIds(own.folder, self._bank.ids())
        contents: dict[Path, bytes] = {}
        for one, choice in decisions:
            entry = entries.get(one.duplicate.key) if one.duplicate else None
            if choice is ImportChoice.REPLACE and entry:
                path = Path(entry.path)
                path = path if entry.source.is_own else own.folder / path.name
                ids.take(path.stem)
            if choice is ImportChoice.KEEP or entry is None or path in contents:
                path = own.folder / f"{ids.free(one.question)}.md"
            contents[path] = _content(one.question, path.stem)
        return contents


class _FreeIds:
    """Gives ids that no file has; counts on from the last of a name, as many may share one."""

    def __init__(self, folder: Path, taken: Iterable[str]) -> None:
        self._folder = folder
        self._taken = {id_of(name) for name in NOT_QUESTIONS} | {each.lower() for each in taken}
        self._last: Counter[str] = Counter()

    def take(self, own_id: str) -> None:
        """Note an id that is in use now."""
        self._taken.add(own_id.lower())

    def free(self, one: BatchQuestion) -> str:
        """An id for a question, by the name of its file or else by its title."""
        question = one.imported.question
        first = new_id(question.id if one.file_bytes is not None else question.title, ())
        candidate = first
        while candidate in self._taken or (self._folder / f"{candidate}.md").exists():
            self._last[first] += 1
            candidate = f"{first}-{self._last[first] + 1}"
        self._taken.add(candidate)
        return candidate


def _content(one: BatchQuestion, own_id: str) -> bytes:
    if one.file_bytes is not None:
        return one.file_bytes
    question = replace(one.imported.question, id=own_id)
    return write_question(question).encode("utf-8", "surrogatepass")
