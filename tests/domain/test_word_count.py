import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.word_count import count_words, counted_words, speaking_text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("The lasso sets weights to zero.", 6),
        ("# A heading\n\n- one\n- two\n1. three\n> 2) four", 6),
        ("don't use well-known tricks", 4),
        ("0.95 of 1,000 people", 4),
        ("**bold** and _slanted_ and snake_case", 6),
        ("before\n```python\nx = 1\n```\nafter", 2),
        ("the `code span` here", 2),
        ("``a ` b`` after", 1),
        ("so $x + y$ is $5-$10 money", 5),
        ("above\n$$\nx = y\n$$\nbelow", 2),
        ("[the paper](https://example.org/a-b) says[^1]", 3),
        ("see https://example.org/a-b", 2),
        ("偏差と分散", 5),
        ("emoji 🙂 is none", 3),
    ],
)
def test_words_are_what_is_said(text: str, words: int) -> None:
    assert count_words(text) == words


@given(st.text(alphabet="ab `$\n[]()1."))
def test_any_text_can_be_counted_in_steps(text: str) -> None:
    assert sum(counted_words(text)) == count_words(text) <= len(text)


def test_the_time_to_say_words() -> None:
    assert speaking_text(0) == speaking_text(60) == "under a minute to say"
    assert speaking_text(412) == "about 3 min to say"
