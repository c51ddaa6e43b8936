"""What an import of many questions became, for a person and for a program to read."""

from collections.abc import Iterator, Sequence
from typing import Any

from desktop.domain.import_batch import Batch
from desktop.domain.import_choice import Candidate, ImportChoice
from desktop.domain.import_receipt import ImportReceipt
from desktop.services.import_question import imported_as_json


def summary_of(batch: Batch) -> str:
    """What it was taken for and how many questions it holds, in one line."""
    count = len(batch.questions)
    questions = "1 question" if count == 1 else f"{count} questions"
    kind = batch.kind.value
    return f"{batch.name}: {kind[:1].upper()}{kind[1:]}, {questions}."


def rows_of(decisions: Sequence[tuple[Candidate, ImportChoice]]) -> Iterator[Sequence[str]]:
    """A row for each question: what becomes of it, its title, its place, what it is like."""
    for one, choice in decisions:
        title = one.question.imported.question.title
        yield choice.value, title, str(one.question.place), str(one.duplicate or "")


def remarks_of(batch: Batch) -> Iterator[str]:
    """The mapping of columns and all warnings."""
    if batch.mapping:
        pairs = ", ".join(f"{name.value}={column}" for name, column in batch.mapping.items())
        yield f"Columns: {pairs}."
    yield from map(str, batch.warnings)
    for one in batch.questions:
        for warning in one.imported.warnings:
            yield f"{one.place}: {warning.field}: {warning.message}"


def batch_as_json(
    batch: Batch,
    decisions: Sequence[tuple[Candidate, ImportChoice]],
    receipt: ImportReceipt | None,
) -> dict[str, Any]:
    """All of it, as values that JSON can write; `saved` are the files written."""
    value: dict[str, Any] = {
        "kind": batch.kind.name.lower(),
        "name": batch.name,
        "columns": list(batch.columns),
        "mapping": {name.value: column for name, column in batch.mapping.items()},
        "questions": [_question_as_json(one, choice) for one, choice in decisions],
        "warnings": [{"place": str(one.place), "message": one.message} for one in batch.warnings],
    }
    if receipt is not None:
        value["saved"] = [str(file.path) for file in receipt.files]
        value["receipt"] = receipt.id
    return value


def file_as_json(
    one: Candidate, choice: ImportChoice, receipt: ImportReceipt | None
) -> dict[str, Any]:
    """A question file that came alone, in the form in which a page is told."""
    value = _question_as_json(one, choice)
    if receipt is not None:
        value["saved"] = str(receipt.files[0].path)
    return value


def _question_as_json(one: Candidate, choice: ImportChoice) -> dict[str, Any]:
    return {
        **imported_as_json(one.question.imported),
        "place": str(one.question.place),
        "choice": choice.value,
        "duplicate": _duplicate_as_json(one),
    }


def _duplicate_as_json(one: Candidate) -> dict[str, str] | None:
    if one.duplicate is None:
        return None
    found = one.duplicate
    return {"likeness": found.likeness.name.lower(), "key": found.key, "title": found.title}
