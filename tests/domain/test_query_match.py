import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.query import parse_query
from desktop.domain.query_match import WordMatcher, folded_in_place


def matched(query: str, text: str) -> list[str]:
    spans = WordMatcher(parse_query(query).words).spans(text)
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("regulari*", "Regularisation and irregularity", ["Regularisation"]),
        ('"las"', "The lasso, las, LAS", ["las", "LAS"]),
        ("soft ridge", "Ridges, softly soft", ["Ridges", "soft"]),
        ('"soft threshold"', "a soft-threshold or soft  threshold", None),
        ("elan", "Élan ELAN", ["Élan", "ELAN"]),
        ("élan", "elan", ["elan"]),
        ("C++", "C, C++ and c++.", ["C++", "c++"]),
        ("化", "正则化项", ["化"]),
        ("正则", "用正则化", ["正则"]),
        ("l1", "the ℓ1 norm", ["ℓ1"]),
        ("-lasso ridge", "lasso ridge", ["ridge"]),
        ("-lasso", "lasso", []),
        ("", "lasso", []),
    ],
)
def test_words_are_found_as_the_search_finds_them(
    query: str, text: str, expected: list[str] | None
) -> None:
    whole = ["soft-threshold", "soft  threshold"]
    assert matched(query, text) == (whole if expected is None else expected)


@given(st.text())
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert len(folded_in_place(text)) == len(text)


@given(st.text(max_size=40), st.text(max_size=200))
def test_nothing_typed_raises(query: str, text: str) -> None:
    for start, end in WordMatcher(parse_query(query).words).spans(text):
        assert 0 <= start < end <= len(text)
