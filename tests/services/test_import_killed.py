"""An import that is killed leaves nothing that cannot be taken back."""

from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from script import Script

from desktop.bank.bank import Bank
from desktop.bank.bank_sources import find_sources
from desktop.services.import_batch import ImportBatch
from desktop.services.import_receipts import ImportReceipts

MINE = "---\ntitle: What is ridge?\nmine: yes\n---\n\nWhat is ridge?\n"
ROWS = "What is ridge?,A penalty.\n" + "".join(f"Why is {n} so?,So {n}.\n" for n in range(30))
SLOW_KILLS = [pytest.param(seed, marks=pytest.mark.slow) for seed in range(3, 200)]


def now() -> datetime:
    return datetime.now(UTC)


def import_until_killed(root: Path, seed: int) -> None:
    """Let a process import, and kill it within the first, second or third time."""
    table = root / "cards.csv"
    table.write_text(f"question,answer\n{ROWS}", encoding="utf-8")
    with Script("importing_process.py", root, table) as process:
        random = Random(seed)
        for _ in range(random.randint(1, 3)):
            assert process.next_line()
        own = root / "questions"
        wanted = len(list(own.glob("*.md"))) + random.randint(0, 29)
        while len(list(own.glob("*.md"))) < wanted and process.poll() is None:
            pass
        process.kill()


@pytest.mark.parametrize("seed", [*range(3), *SLOW_KILLS])
def test_what_a_killed_import_wrote_is_taken_back(tmp_path: Path, seed: int) -> None:
    own = tmp_path / "questions"
    own.mkdir()
    (own / "ridge.md").write_text(MINE, encoding="utf-8")
    import_until_killed(tmp_path, seed)

    bank = Bank(find_sources(tmp_path / "shipped", own, tmp_path / "packs"))
    importing = ImportBatch(bank, ImportReceipts(tmp_path / "imports", tmp_path), now)
    while receipt := importing.find_latest():
        assert importing.undo(receipt).kept == ()
    left = [path for path in own.iterdir() if not path.name.startswith(".")]
    assert [path.name for path in left] == ["ridge.md"]
    assert left[0].read_text(encoding="utf-8") == MINE
