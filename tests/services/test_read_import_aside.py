"""A large import is read in a process of its own, with the same result."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Thread

import pytest

from desktop.bank.bank import Bank
from desktop.bank.bank_sources import find_sources
from desktop.domain.errors import AppError
from desktop.domain.import_batch import ImportField
from desktop.services.compare_import import CompareImport
from desktop.services.known_questions import KnownQuestions
from desktop.services.read_import import ImportWish
from desktop.services.read_import_aside import SMALL_BYTES, ReadImportAside

ROWS = "".join(f"What is topic {number}?,It is number {number}.\n" for number in range(800))
TODAY = date(2026, 11, 22)


def today() -> date:
    return TODAY


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    return Bank(find_sources(tmp_path / "shipped", tmp_path / "own", tmp_path / "packs"))


@pytest.fixture
def aside(bank: Bank, tmp_path: Path) -> Iterator[ReadImportAside]:
    reading = ReadImportAside(bank, tmp_path / "index.sqlite", today)
    yield reading
    reading.close()


@pytest.mark.parametrize("rows", [ROWS, ROWS[:400]])
def test_large_and_small_are_read_alike(
    aside: ReadImportAside, bank: Bank, tmp_path: Path, rows: str
) -> None:
    data = f"question,answer\n{rows}".encode()
    wish = ImportWish({ImportField.PROMPT: "question", ImportField.ANSWER: "answer"})
    here = CompareImport(bank, KnownQuestions(bank, tmp_path / "index.sqlite"), today)
    assert aside.read(data, "cards.csv", wish) == here.read(data, "cards.csv", wish)


def test_what_is_refused_there_is_told_here(aside: ReadImportAside) -> None:
    with pytest.raises(AppError, match="nested far too deep") as caught:
        aside.read(b"[" * (SMALL_BYTES + 1), "deep.json")
    assert caught.value.hint


def test_a_close_breaks_off_what_is_read(aside: ReadImportAside) -> None:
    refused: list[AppError] = []

    def read() -> None:
        try:
            aside.read(ROWS.encode() * 9, "cards.csv")
        except AppError as error:
            refused.append(error)

    reading = Thread(target=read)
    reading.start()
    aside.close()
    reading.join()
    assert "could not be read to its end" in str(refused[0])
