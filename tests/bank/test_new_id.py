"""An id comes from the title and is a file name everywhere."""

import pytest

from desktop.bank.new_id import LONGEST_ID, new_id


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Why the L1 penalty yields zeros", "why-the-l1-penalty-yields-zeros"),
        ("Poincaré's naïve  café: a story!", "poincare-s-naive-cafe-a-story"),
        ("CON", "question-con"),
        ("lpt1", "question-lpt1"),
        ("数学", "question"),
        ("../../etc/passwd", "etc-passwd"),
        ("", "question"),
    ],
)
def test_ids(title: str, expected: str) -> None:
    assert new_id(title, ()) == expected


def test_a_taken_id_gets_a_number() -> None:
    assert new_id("Bias", {"bias", "bias-2"}) == "bias-3"


def test_a_long_title_is_cut_between_words() -> None:
    found = new_id("variance " * 20, ())
    assert len(found) <= LONGEST_ID
    assert set(found.split("-")) == {"variance"}
    assert len(new_id("x" * 200, ())) == LONGEST_ID
