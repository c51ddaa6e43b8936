import pytest

from desktop.domain.vague_words import names_something


@pytest.mark.parametrize(
    "point",
    [
        "Clear and well structured explanation.",
        "Demonstrates a deep understanding of the topic",
        "Strong communication",
    ],
)
def test_praise_names_nothing(point: str) -> None:
    assert not names_something(point)


@pytest.mark.parametrize(
    "point",
    ["Shows a clear variance decomposition.", "Gives 0.25.", "Explains $d^2$.", "Names dropout."],
)
def test_a_term_a_number_or_a_formula_is_something(point: str) -> None:
    assert names_something(point)
