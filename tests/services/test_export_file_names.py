import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.export_file_names import LONGEST_NAME, choose_file_name, folded_name

FORBIDDEN = set('<>:"/\\|?*') | {chr(code) for code in range(32)}


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("l1-zeros", "l1-zeros.md"),
        ("pack/l1-zeros", "pack-l1-zeros.md"),
        ("../../etc/passwd", "etc-passwd.md"),
        ("con", "question-con.md"),
        ("LPT1.old", "question-LPT1.old.md"),
        ("nul .x", "question-nul .x.md"),
        ("console", "console.md"),
        (".hidden", "hidden.md"),
        ("ends. .", "ends.md"),
        ("", "question.md"),
        ("???", "question.md"),
        ("a\nb\x00c", "a-b-c.md"),
        ("cafe\u0301", "caf\u00e9.md"),
    ],
)
def test_a_key_becomes_a_name(key: str, name: str) -> None:
    assert choose_file_name(key, set()) == name


def test_names_that_differ_in_case_only_get_a_number() -> None:
    taken = {folded_name("Ridge.md"), folded_name("RIDGE-2.md")}
    assert choose_file_name("ridge", taken) == "ridge-3.md"


def test_long_names_stay_apart() -> None:
    first = choose_file_name("ä" * 300 + "x", set())
    second = choose_file_name("ä" * 300 + "y", {folded_name(first)})
    assert first != second
    assert max(len(name.encode()) for name in (first, second)) <= LONGEST_NAME


@given(st.lists(st.text(max_size=200), max_size=6))
def test_every_name_is_safe_and_alone(keys: list[str]) -> None:
    taken: set[str] = set()
    for key in keys:
        name = choose_file_name(key, taken)
        assert folded_name(name) not in taken
        assert len(name.encode()) <= LONGEST_NAME
        assert not FORBIDDEN & set(name)
        assert unicodedata.is_normalized("NFC", name)
        assert name.endswith(".md")
        assert not name.startswith((".", " "))
        assert not name.removesuffix(".md").endswith((".", " "))
        taken.add(folded_name(name))
