from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.utf16 import utf16_offsets


def test_an_emoji_takes_two_units() -> None:
    assert list(utf16_offsets("a😀b")) == [0, 1, 3, 4]


@given(st.text())
def test_offsets_are_those_of_the_encoded_text(text: str) -> None:
    offsets = utf16_offsets(text)
    expected = [len(text[:n].encode("utf-16-le", "surrogatepass")) // 2 for n in range(len(text))]
    assert list(offsets) == [*expected, len(text.encode("utf-16-le", "surrogatepass")) // 2]
