"""An import is compared with the bank, however large that is."""

from pathlib import Path

import pytest
from fake_clock import FakeClock

from desktop.bank.bank import Bank
from desktop.bank.bank_sources import find_sources
from desktop.services.known_questions import MOST_READ, MOST_SIMILAR, KnownQuestions
from desktop.services.refresh_index import RefreshIndex


@pytest.mark.parametrize("others", [3, MOST_READ + 1])
def test_a_question_like_the_text_is_among_those_compared(tmp_path: Path, others: int) -> None:
    own, index = tmp_path / "own", tmp_path / "index.sqlite"
    own.mkdir()
    for number in range(others):
        (own / f"q-{number}.md").write_text(
            f"---\ntitle: Item {number}\n---\n\nSay why {number}.\n"
        )
    (own / "ridge.md").write_text("---\ntitle: Ridge as shrinkage\n---\n\nWhy does it shrink?\n")
    bank = Bank(find_sources(tmp_path / "shipped", own, tmp_path / "packs"))
    RefreshIndex(bank, index, tmp_path / "journal.sqlite", FakeClock().now).refresh()

    text = "# Ridge regression as shrinkage\n\nWhy does ridge shrink weights?"
    known = list(KnownQuestions(bank, index).like(text))
    assert "ridge" in {one.key for one in known}
    assert len(known) == min(others + 1, MOST_SIMILAR)
