from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.utf16 import utf16_offset


@given(st.text(), st.integers(min_value=0, max_value=50))
def test_an_offset_is_the_length_of_what_is_before_it(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    assert utf16_offset(text, offset) == len(text[:offset].encode("utf-16-le")) // 2
