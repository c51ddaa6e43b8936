import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.text_difference import difference

TEXTS = st.text(alphabet="ab\n😀", max_size=12)


@given(TEXTS, TEXTS)
def test_the_difference_makes_one_text_of_the_other(before: str, after: str) -> None:
    assert difference(before, after).applied_to(before) == after


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [("abc", "abc", ("", "")), ("aXa", "aYa", ("X", "Y")), ("aa", "aaa", ("", "a"))],
)
def test_no_more_changes_than_must(before: str, after: str, changed: tuple[str, str]) -> None:
    edit = difference(before, after)
    assert (before[edit.start : edit.end], edit.text) == changed
