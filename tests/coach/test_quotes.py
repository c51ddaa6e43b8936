import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.coach.quotes import LEAST_CHARACTERS, QuotedText

ANSWER = """# Bagging

- Averaging **many deep**
  trees lowers the `variance` of the “prediction”.
> The bias – as $b$ – is unbiased, x = -1. \N{PILE OF POO} It stays so.
"""


@pytest.mark.parametrize(
    ("quote", "stands_as"),
    [
        ("many deep trees", "many deep**\n  trees"),
        ('"Averaging many deep trees"', "Averaging **many deep**\n  trees"),
        ("the variance of the 'prediction'...", "the `variance` of the “prediction"),
        ("Bagging Averaging many", "Bagging\n\n- Averaging **many"),
        ("The bias - as b - is unbiased", "The bias – as $b$ – is unbiased"),
        ("it stays so", "It stays so"),
    ],
)
def test_a_quote_is_found_through_markup(quote: str, stands_as: str) -> None:
    found = QuotedText(ANSWER).find(quote)
    assert found is not None
    assert ANSWER[found.start : found.end] == stands_as


@pytest.mark.parametrize(
    "quote",
    [
        "",
        "trees",
        "...",
        "many shallow trees",
        "the bias is unbiased",
        "bias, as b",
        "iased, x",
        "x = 1. It",
        "stays so and so",
    ],
)
def test_other_words_half_words_and_crumbs_are_no_quote(quote: str) -> None:
    assert QuotedText(ANSWER).find(quote) is None


WORDS = st.lists(st.text("abcxyzÄß", min_size=3, max_size=8), min_size=3, max_size=12)


@given(WORDS, st.data())
def test_every_run_of_words_is_found_whatever_space_is_between(
    words: list[str], data: st.DataObject
) -> None:
    spaces = st.sampled_from([" ", "\n", "  \n", "\t", " **", "_ "])
    text = "".join(word + data.draw(spaces) for word in words)
    first = data.draw(st.integers(0, len(words) - 3))
    quote = " ".join(words[first : first + 3])
    found = QuotedText(text).find(quote)
    assert len(quote.replace(" ", "")) >= LEAST_CHARACTERS
    assert found is not None
    assert text[found.start : found.end].split()[0].strip("*_") == words[first] or (
        words.count(words[first]) > 1
    )
