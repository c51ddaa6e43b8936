import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.checkable_words import checkable_words


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Plain words, here.", ["Plain", "words", "here"]),
        ("it doesn’t fit the model's", ["it", "doesn't", "fit", "the", "model's"]),
        ("PyTorch ReLU AUC x1 w_i iPhone", []),
        ("a b I", []),
        ("see https://exmaple.org/teh and www.teh.org or me@teh.org", ["see", "and", "or"]),
        ("naïve Größe", ["naïve", "Größe"]),
        ("日本語 word", ["word"]),
        ("**bold**-ish", ["bold", "ish"]),
        ("😀 smile", ["smile"]),
    ],
)
def test_words_of_a_line(line: str, expected: list[str]) -> None:
    assert [word.text for word in checkable_words(line)] == expected


def test_covered_words_are_left_out() -> None:
    assert [word.text for word in checkable_words("one two three", [(4, 7)])] == ["one", "three"]


@given(st.text(max_size=80))
def test_words_stand_where_they_say(line: str) -> None:
    for word in checkable_words(line):
        assert line[word.start : word.end].replace("’", "'") == word.text
