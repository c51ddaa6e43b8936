from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.query import parse_query
from desktop.domain.query_completion import completions, unknown_values

KNOWN = {
    "company": ("Acme Labs", "Blue Heron", "Labs of Delta"),
    "topic": ("lasso", "ridge"),
}


def offered(text: str, cursor: int | None = None) -> list[str]:
    """The whole query as each completion would make it."""
    place = len(text) if cursor is None else cursor
    return [
        text[: one.start] + one.text + text[one.end :] for one in completions(text, place, KNOWN)
    ]


def test_a_field_is_completed_from_its_first_letters() -> None:
    assert offered("lasso ro") == ["lasso round:", "lasso role:"]


def test_a_field_is_completed_after_a_minus() -> None:
    assert offered("-sta") == ["-status:"]


def test_a_field_is_offered_with_an_example() -> None:
    (one,) = completions("minu", 4, {})
    assert one.hint == "minutes:<20"


def test_values_that_begin_so_come_before_values_that_hold_it() -> None:
    assert offered("company:lab") == ['company:"Labs of Delta"', 'company:"Acme Labs"']


def test_the_vocabulary_is_offered_where_no_value_is_known() -> None:
    assert offered("difficulty:h") == ["difficulty:hard"]


def test_a_second_value_is_completed_and_the_first_not_offered_again() -> None:
    assert offered("topic:lasso,") == ["topic:lasso,ridge"]


def test_a_value_in_an_open_quote_is_completed() -> None:
    assert offered('company:"acme l') == ['company:"Acme Labs"']


def test_what_stands_after_the_cursor_is_left_alone() -> None:
    assert offered("dif ridge", 3) == ["difficulty: ridge"]


def test_nothing_is_offered_after_a_space() -> None:
    assert offered("lasso ") == []


@given(st.text(max_size=60), st.integers(0, 60))
def test_nothing_typed_raises(text: str, cursor: int) -> None:
    completions(text, cursor, KNOWN)


def test_a_value_that_nothing_has_is_underlined_with_the_nearest() -> None:
    text = "topic:laso company:acme"
    (mistake,) = unknown_values(parse_query(text), KNOWN)
    assert text[mistake.start : mistake.end] == "laso"
    assert mistake.hint == 'No topic is "laso"; did you mean "lasso"?'
