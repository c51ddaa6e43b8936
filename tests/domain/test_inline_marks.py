import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked_text import stepped

from desktop.domain.inline_marks import (
    InlineMark,
    toggle_bold,
    toggle_code,
    toggle_italic,
    toggle_link,
    toggle_mark,
    toggle_math,
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a «word» b", "a **«word»** b"),
        ("a **«word»** b", "a «word» b"),
        ("a «**word**» b", "a «word» b"),
        ("a« word »b", "a **«word»** b"),
        ("a wo‸rd b", "a **wo‸rd** b"),
        ("a **wo‸rd** b", "a wo‸rd b"),
        ("a ‸", "a **‸**"),
        ("a **‸**", "a ‸"),
        ("a **word‸** b", "a **word**‸ b"),
        ("*«word»*", "***«word»***"),
        ("***«word»***", "*«word»*"),
        ("«- one\n- two»", "- «**one**\n- **two**»"),
        ("- «**one**\n- **two**»", "- «one\n- two»"),
        ("😀 «word»", "😀 **«word»**"),
    ],
)
def test_bold(before: str, after: str) -> None:
    assert stepped(toggle_bold, before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("«word»", "*«word»*"),
        ("*«word»*", "«word»"),
        ("**«word»**", "***«word»***"),
        ("***«word»***", "**«word»**"),
        ("*word‸*", "*word*‸"),
    ],
)
def test_italic(before: str, after: str) -> None:
    assert stepped(toggle_italic, before) == after


def test_code_and_math() -> None:
    assert stepped(toggle_code, "«x = 1»") == "`«x = 1»`"
    assert stepped(toggle_code, "`«x = 1»`") == "«x = 1»"
    assert stepped(toggle_code, "«a`b»") == "`` «a`b» ``"
    assert stepped(toggle_math, "«x^2»") == "$«x^2»$"
    assert stepped(toggle_math, "‸") == "$‸$"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("«the paper» says", "[the paper](‸) says"),
        ("«https://a.org/x»", "[‸](https://a.org/x)"),
        ("the pa‸per", "the [paper](‸)"),
        ("‸", "[‸]()"),
        ("the [pap‸er](https://a.org) says", "the «paper» says"),
    ],
)
def test_link(before: str, after: str) -> None:
    assert stepped(toggle_link, before) == after


WORDS = st.text("ab 😀\n", min_size=1, max_size=12).filter(lambda words: words == words.strip())


@given(st.sampled_from(InlineMark), WORDS)
def test_marking_twice_changes_nothing(mark: InlineMark, words: str) -> None:
    marked = toggle_mark(words, 0, len(words), mark)
    text = marked.applied_to(words)
    assert toggle_mark(text, marked.anchor, marked.caret, mark).applied_to(text) == words
