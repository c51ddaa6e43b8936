from pathlib import Path

import pytest

from desktop.bank.map_file import find_map
from desktop.domain.errors import AppError
from desktop.domain.vocabulary import CATEGORIES, DIFFICULTIES, ROLES, ROUNDS

SHIPPED = Path(__file__).parents[2] / "questions"


def test_the_shipped_map_names_the_whole_vocabulary() -> None:
    found = find_map(SHIPPED)
    assert found is not None
    assert {field: tuple(values) for field, values in found.counts.items()} == {
        "category": CATEGORIES,
        "difficulty": DIFFICULTIES,
        "rounds": ROUNDS,
        "roles": ROLES,
    }
    for field in ("category", "difficulty"):
        assert sum(found.counts[field].values()) == found.size


def test_a_folder_needs_no_map(tmp_path: Path) -> None:
    assert find_map(tmp_path) is None


@pytest.mark.parametrize(
    "text", ["size =", "", "size = 0", 'size = 9\ndifficulty = "easy"', "size = 9\nleast = 3"]
)
def test_a_broken_map_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "map.toml").write_text(text, encoding="utf-8")
    with pytest.raises(AppError, match=r"map\.toml is no map"):
        find_map(tmp_path)
