import pytest

from desktop.domain.nearest_name import find_nearest_name

NAMES = ("round", "role", "difficulty", "company")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("roudn", "round"),
        ("diff", "difficulty"),
        ("dificulty", "difficulty"),
        ("Compnay", "company"),
        ("rolle", "role"),
        ("zebra", None),
        ("", None),
        ("x" * 10_000, None),
    ],
)
def test_a_name_is_found_by_its_beginning_or_by_slips(typed: str, expected: str | None) -> None:
    assert find_nearest_name(typed, NAMES) == expected
