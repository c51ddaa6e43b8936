import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.query import (
    MAX_TERMS,
    Comparison,
    Filter,
    Query,
    WordTerm,
    parse_query,
)

OPERATORS = st.text(alphabet='ab:"“”-,<>=* \t\n*round', max_size=80)


def words_of(text: str) -> list[tuple[str, bool, bool, bool]]:
    return [
        (word.text, word.is_prefix, word.is_phrase, word.is_excluded)
        for word in parse_query(text).words
    ]


def filters_of(text: str) -> list[tuple[str, tuple[str, ...], bool]]:
    return [
        (one.field, tuple(value.text for value in one.values), one.is_excluded)
        for one in parse_query(text).filters
    ]


def mistakes_of(text: str) -> list[tuple[str, str]]:
    """What is underlined, and the hint."""
    return [(text[one.start : one.end], one.hint) for one in parse_query(text).mistakes]


def test_an_empty_query_asks_for_nothing() -> None:
    assert parse_query("  ") == Query("  ")


def test_words_are_whole_but_the_last_is_unfinished() -> None:
    assert words_of("ridge lasso") == [
        ("ridge", False, False, False),
        ("lasso", True, False, False),
    ]


def test_a_filter_after_the_last_word_leaves_it_unfinished() -> None:
    assert words_of("las round:coding") == [("las", True, False, False)]


def test_a_star_makes_any_word_a_prefix() -> None:
    assert words_of("regulari* lasso")[0] == ("regulari", True, False, False)


def test_a_phrase_is_exact_even_at_the_end() -> None:
    assert words_of('"soft threshold"') == [("soft threshold", False, True, False)]


def test_typographic_quotes_are_quotes() -> None:
    assert words_of("“soft threshold” „dual norm“") == [
        ("soft threshold", False, True, False),
        ("dual norm", False, True, False),
    ]


def test_a_minus_excludes_words_phrases_and_filters() -> None:
    query = parse_query('-lasso -"dual norm" -status:attempted -minutes:<20')
    assert [term.is_excluded for term in query.terms] == [True] * 4


def test_an_excluded_word_is_taken_as_finished() -> None:
    assert words_of("ridge -las") == [("ridge", True, False, False), ("las", False, False, True)]


def test_the_whole_example_of_the_grammar_is_understood() -> None:
    text = (
        "round:phone-screen difficulty:hard topic:lasso company:Acme status:drafted is:starred"
        ' is:due minutes:<20 answered:>2026-10-01 -status:attempted "exact phrase" regulari*'
    )
    query = parse_query(text)
    assert query.mistakes == ()
    assert filters_of(text) == [
        ("round", ("phone-screen",), False),
        ("difficulty", ("hard",), False),
        ("topic", ("lasso",), False),
        ("company", ("Acme",), False),
        ("status", ("drafted",), False),
        ("is", ("starred",), False),
        ("is", ("due",), False),
        ("status", ("attempted",), True),
    ]
    assert [(one.field, one.operator, one.bound) for one in query.comparisons] == [
        ("minutes", "<", "20"),
        ("answered", ">", "2026-10-01"),
    ]


def test_a_field_takes_several_values_and_quoted_ones() -> None:
    assert filters_of('category:"Deep learning",Coding') == [
        ("category", ("Deep learning", "Coding"), False)
    ]


def test_two_quotes_within_quotes_are_one() -> None:
    assert filters_of('company:"Big ""B"" Labs"') == [("company", ('Big "B" Labs',), False)]


def test_fields_are_known_in_any_case_and_in_the_plural() -> None:
    assert filters_of("Rounds:coding ROLE:data-scientist") == [
        ("round", ("coding",), False),
        ("role", ("data-scientist",), False),
    ]


def test_words_can_be_asked_of_one_part() -> None:
    (word,) = parse_query("title:lasso").words
    assert (word.field, word.text, word.is_prefix) == ("title", "lasso", True)


@pytest.mark.parametrize("text", ["http://example.org", "3:1", "C++", "F1?", "naïve", "正则化"])
def test_what_only_looks_like_a_field_is_a_word(text: str) -> None:
    query = parse_query(text)
    assert query.mistakes == ()
    assert [word.text for word in query.words] == [text]


def test_an_unknown_field_is_underlined_with_the_nearest_and_its_value_looked_for() -> None:
    text = "roudn:coding lasso"
    assert mistakes_of(text) == [("roudn:", 'There is no field "roudn"; did you mean "round"?')]
    assert [word.text for word in parse_query(text).words] == ["coding", "lasso"]


def test_a_colon_in_a_sentence_loses_no_word() -> None:
    assert [word.text for word in parse_query("bagging:forest").words] == ["bagging", "forest"]


def test_an_unclosed_quote_is_underlined_and_reaches_to_the_end() -> None:
    text = 'lasso "soft thresh'
    assert mistakes_of(text) == [('"soft thresh', "The closing quote is missing.")]
    assert words_of(text)[1] == ("soft thresh", False, True, False)


@pytest.mark.parametrize(
    ("text", "underlined", "hint"),
    [
        ("minutes:<soon", "minutes:<soon", '"minutes" takes a number, as in minutes:<20'),
        ("minutes:many", "many", '"minutes" takes a number, as in minutes:<20'),
        ("answered:>May", "answered:>May", '"answered" takes a date'),
        ("answered:2026-13", "2026-13", '"answered" takes a date'),
        ("difficulty:>easy", "difficulty:>easy", "Only minutes and answered can be compared"),
        ("status:draftd", "draftd", '"status" is never "draftd"; did you mean "drafted"?'),
        ("is:purple", "purple", '"is" is never "purple"; try is:starred'),
        ("???", "???", "Only letters and digits can be looked for."),
        ("round: coding", "round:", "The value stands right after the colon"),
    ],
)
def test_a_mistake_is_underlined_with_a_hint_and_the_rest_works(
    text: str, underlined: str, hint: str
) -> None:
    ((stretch, said),) = mistakes_of(f"{text} lasso")
    assert stretch == underlined
    assert said.startswith(hint)
    assert parse_query(f"{text} lasso").words[-1].text == "lasso"


@pytest.mark.parametrize("text", ["round:", "lasso minutes:<", "-", "status:dra", 'company:"'])
def test_what_is_still_being_typed_filters_nothing_yet(text: str) -> None:
    query = parse_query(text)
    assert not query.comparisons
    assert all(one.field == "status" for one in query.filters)


def test_a_date_may_be_a_month_or_a_year() -> None:
    assert parse_query("answered:>=2026-10 answered:<2027").mistakes == ()


def test_a_very_long_query_is_used_as_far_as_it_goes() -> None:
    text = "lasso " * 1_700
    query = parse_query(text)
    assert len(query.terms) == MAX_TERMS
    (mistake,) = query.mistakes
    assert mistake.end == len(text)


def test_a_very_long_word_is_said_to_be_too_long() -> None:
    assert mistakes_of("a" * 10_000)[0][1] == "This is too long to look for."


def test_short_words_are_not_worth_ranking() -> None:
    assert not parse_query("a las").is_worth_ranking
    assert not parse_query("round:coding -lasso").is_worth_ranking
    assert parse_query("las lasso").is_worth_ranking


def test_a_field_can_be_left_out() -> None:
    query = parse_query("lasso round:coding -round:ml-depth minutes:<20")
    assert [term.field for term in query.without_field("round").terms] == ["", "minutes"]


@given(st.text(max_size=120) | OPERATORS)
def test_nothing_typed_raises_and_all_stretches_lie_within(text: str) -> None:
    query = parse_query(text)
    for one in (*query.terms, *query.mistakes):
        assert 0 <= one.start < one.end <= len(text)


@given(st.text(alphabet="abc ", min_size=1))
def test_plain_words_are_kept_in_order(text: str) -> None:
    assert [word.text for word in parse_query(text).words] == text.split()


def test_terms_are_values_that_can_be_compared() -> None:
    assert parse_query("a round:b minutes:<3").terms == (
        WordTerm(0, 1, "a", is_prefix=True),
        Filter(2, 9, "round", parse_query("a round:b").filters[0].values),
        Comparison(10, 20, "minutes", "<", "3"),
    )
