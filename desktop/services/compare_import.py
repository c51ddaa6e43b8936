"""Looks at what a person wants to bring in: what it holds, and what of it is there already."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from desktop.bank.bank import Bank, BankEntry
from desktop.bank.importing.similar_questions import KnownWordings
from desktop.domain.errors import AppError
from desktop.domain.import_batch import Batch, BatchQuestion, ImportKind
from desktop.domain.import_choice import Candidate, Duplicate, Likeness
from desktop.domain.question import Question
from desktop.services.known_questions import KnownQuestions
from desktop.services.read_import import ImportWish, read_import


@dataclass(frozen=True, slots=True)
class ReadBatch:
    """What was read of a source, and how it compares with what is there."""

    source: Path | bytes
    batch: Batch
    candidates: tuple[Candidate, ...]


class CompareImport:
    """Reads imports and compares them with the bank; writes nothing."""

    def __init__(self, bank: Bank, known: KnownQuestions, today: Callable[[], date]) -> None:
        self._bank = bank
        self._known = known
        self._today = today

    def read(self, source: Path | bytes, name: str, wish: ImportWish | None = None) -> ReadBatch:
        """What a file, a folder or bytes hold; nothing is written.

        A page about one question is not compared, as it is looked at field by field. Raises
        AppError where nothing can be read.
        """
        batch = read_import(source, name, self._today(), wish)
        candidates = () if batch.kind is ImportKind.PAGE else self.compare(batch)
        return ReadBatch(source, batch, candidates)

    def compare(self, batch: Batch) -> tuple[Candidate, ...]:
        """The questions of a batch, each with the one of the bank or the batch it is like."""
        questions = [one.imported.question for one in batch.questions]
        wordings = KnownWordings(
            self._known.like_any(f"{one.title}\n{one.prompt}" for one in questions)
        )
        alike = [wordings.find_like(question) for question in questions]
        keys = {one.key for one in alike if one}
        keys |= {one.imported.question.id for one in batch.questions if one.file_bytes}
        entries = self._bank.find_entries(keys)
        seen: dict[tuple[str, ...], Duplicate] = {}
        candidates: list[Candidate] = []
        for one, like in zip(batch.questions, alike, strict=True):
            question = one.imported.question
            duplicate = self._same_id(one, entries)
            if duplicate is None and like and like.key in entries:
                duplicate = self._like(one, entries[like.key])
            said = _said(question)
            if duplicate is None or duplicate.likeness is Likeness.SIMILAR:
                duplicate = seen.get(said, duplicate)
            seen.setdefault(said, Duplicate(Likeness.TWICE, "", str(one.place)))
            candidates.append(Candidate(one, duplicate))
        return tuple(candidates)

    def _same_id(self, one: BatchQuestion, entries: Mapping[str, BankEntry]) -> Duplicate | None:
        question = one.imported.question
        if one.file_bytes is None or question.id not in entries:
            return None
        duplicate = self._like(one, entries[question.id])
        if duplicate and duplicate.likeness is Likeness.SIMILAR:
            return replace(duplicate, likeness=Likeness.SAME_ID)
        return duplicate

    def _like(self, one: BatchQuestion, entry: BankEntry) -> Duplicate | None:
        try:
            there = self._bank.read(entry.path)
        except AppError:  # the refresh of the index tells of files that cannot be read
            return None
        question = one.imported.question
        is_same = (
            there.text.encode() == one.file_bytes
            if one.file_bytes is not None
            else _said(question)[:2] == _said(there.question)[:2]
            and all(
                there.question.parts.get(part) == text for part, text in question.parts.items()
            )
        )
        likeness = Likeness.SAME if is_same else Likeness.SIMILAR
        return Duplicate(likeness, entry.key, there.question.title)


def _said(question: Question) -> tuple[str, ...]:
    """All that a question says, in a form in which spaces and small letters do not count."""
    texts = (question.title, question.prompt, *question.parts.values())
    return tuple(" ".join(text.casefold().split()) for text in texts)
