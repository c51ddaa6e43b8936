import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.domain.query import MAX_TERMS, parse_query
from desktop.domain.query_editing import (
    chosen_filters,
    long_only,
    quick_only,
    with_filter,
    without_filter,
    without_filters,
)
from desktop.domain.query_fields import folded_value

FREE_FIELDS = st.sampled_from(["category", "company", "pack", "list", "topic", "round"])
VALUES = st.text(min_size=1, max_size=20).filter(
    lambda text: bool(text.strip()) and "\x00" not in text
)
QUERIES = st.text(max_size=60) | st.text(alphabet='ab:"“-,<>* round', max_size=40)


def test_a_filter_is_written_before_the_words() -> None:
    assert with_filter("las", "round", "coding") == "round:coding las"


def test_a_second_value_joins_the_first() -> None:
    assert with_filter("round:coding las", "round", "ml-depth") == "round:coding,ml-depth las"


def test_a_value_with_spaces_is_quoted() -> None:
    assert with_filter("", "category", "Deep learning") == 'category:"Deep learning"'


def test_the_same_value_is_not_written_twice() -> None:
    assert with_filter("round:Phone-Screen", "round", "phone screen") == "round:Phone-Screen"


def test_choosing_an_excluded_value_takes_the_exclusion_out() -> None:
    assert with_filter("-status:new,due las", "status", "new") == "status:new -status:due las"


def test_a_value_is_taken_out_and_the_others_stay() -> None:
    assert without_filter("round:coding,ml-depth las", "round", "coding") == "round:ml-depth las"


def test_the_last_value_takes_its_field_along() -> None:
    assert without_filter('lasso round:coding "dual norm"', "round", "coding") == (
        'lasso "dual norm"'
    )


def test_an_exclusion_stays_when_the_value_is_taken_out() -> None:
    assert without_filter("-round:coding", "round", "coding") == "-round:coding"


def test_all_filters_can_be_cleared_and_words_stay() -> None:
    assert without_filters("round:coding las -is:due minutes:<20") == "las minutes:<20"


def test_an_unclosed_quote_does_not_swallow_the_filter() -> None:
    assert chosen_filters(with_filter('company:"Acme', "company", "Delta")) == {
        "company": ("Acme", "Delta")
    }


@pytest.mark.parametrize("value", ["<3", "wild*", "a,b", 'the "B" team', "“x”", "//x", "-y"])
def test_awkward_values_come_back_as_they_went_in(value: str) -> None:
    assert chosen_filters(with_filter("las", "company", value)) == {"company": (value,)}


@given(QUERIES, FREE_FIELDS, VALUES)
def test_what_is_added_is_found_and_can_be_taken_out(text: str, field: str, value: str) -> None:
    assume(len(parse_query(text).terms) < MAX_TERMS // 2)
    added = with_filter(text, field, value)
    assert folded_value(value) in map(folded_value, chosen_filters(added)[field])
    assert with_filter(added, field, value) == added
    removed = chosen_filters(without_filter(added, field, value))
    assert folded_value(value) not in map(folded_value, removed.get(field, ()))


@given(st.text(alphabet="abc-* ", max_size=30), FREE_FIELDS, VALUES)
def test_words_are_the_same_with_and_without_a_filter(text: str, field: str, value: str) -> None:
    def words(query: str) -> list[tuple[str, bool, bool]]:
        found = parse_query(query).words
        return [(word.text, word.is_prefix, word.is_excluded) for word in found]

    assert words(with_filter(text, field, value)) == words(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "-form:quick"),
        ("lasso difficulty:hard", "-form:quick lasso difficulty:hard"),
        ("form:quick lasso", "form:quick lasso"),
        ("-form:long", "-form:long"),
        ("is:quick", "is:quick"),
    ],
)
def test_long_questions_only_unless_a_form_is_asked_for(text: str, expected: str) -> None:
    assert long_only(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "form:quick"),
        ("lasso", "form:quick lasso"),
        ("difficulty:hard lasso", "difficulty:hard form:quick lasso"),
        ("form:long lasso", "form:quick lasso"),
        ("-form:quick role:data-scientist", "role:data-scientist form:quick"),
    ],
)
def test_quick_questions_only_whatever_form_was_asked_for(text: str, expected: str) -> None:
    assert quick_only(text) == expected
