"""A passage of Markdown is found again on the page it became."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.passage import find_passage

PAGE = "The lasso sets weights to zero.\nRidge only shrinks it, as \ufffc shows.\nThe lasso again."


@pytest.mark.parametrize(
    ("passage", "shown"),
    [
        ("Ridge only **shrinks** it", "Ridge only shrinks it"),
        (
            "Ridge only shrinks it, as $\\lambda$ shows.",
            "Ridge only shrinks it, as \ufffc shows",
        ),
        ("- The *lasso* again.", "The lasso again"),
        ("THE LASSO sets weights", "The lasso sets weights"),
    ],
)
def test_markup_and_formulas_do_not_hinder(passage: str, shown: str) -> None:
    found = find_passage(PAGE, passage)
    assert found is not None
    assert PAGE[found.start : found.end] == shown


@pytest.mark.parametrize("passage", ["", "$$", "gradient boosting of trees", "it again lasso"])
def test_what_is_not_there_is_not_found(passage: str) -> None:
    assert find_passage(PAGE, passage) is None


@given(st.lists(st.sampled_from(["loss", "gap", "rate", "step"]), min_size=1), st.data())
def test_words_that_stand_together_are_found_as_they_stand(
    words: list[str], data: st.DataObject
) -> None:
    page = " ".join(words)
    first = data.draw(st.integers(0, len(words) - 1))
    wanted = words[first : data.draw(st.integers(first + 1, len(words)))]
    found = find_passage(page, " ".join(wanted))
    assert found is not None
    assert page[found.start : found.end].split() == wanted
