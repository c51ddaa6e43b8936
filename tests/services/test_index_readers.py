"""Questions asked of an index that is damaged or replaced while they are asked."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.bank.bank import Bank
from desktop.bank.bank_sources import find_sources
from desktop.search.index import discard_index
from desktop.services.find_questions import FindQuestions
from desktop.services.refresh_index import RefreshIndex

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Place:
    def __init__(self, folder: Path) -> None:
        own = folder / "own"
        own.mkdir()
        for number in range(300):
            (own / f"q-{number}.md").write_text(f"---\ntitle: Q {number}\n---\n\nWhy?\n")
        self.index = folder / "index.sqlite"
        bank = Bank(find_sources(folder / "shipped", own, folder / "packs"))
        self.refresh = RefreshIndex(bank, self.index, folder / "journal.sqlite", lambda: NOON)
        self.refresh.refresh()
        self.find = FindQuestions(self.index, lambda: NOON)

    def count(self) -> int:
        return self.find.summary("why").count


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def test_an_index_that_took_the_place_of_another_is_noticed(place: Place) -> None:
    assert place.count() == 300
    discard_index(place.index)
    assert place.count() == 0
    place.refresh.refresh()
    assert place.count() == 300


def test_damage_met_by_a_question_gives_an_empty_index_to_be_filled(place: Place) -> None:
    assert place.count() == 300
    data = place.index.read_bytes()
    place.index.write_bytes(data[:8192] + b"\x5a" * (len(data) - 8192))
    place.find = FindQuestions(place.index, lambda: NOON)
    assert place.count() == 0
    place.refresh.refresh()
    assert place.count() == 300
