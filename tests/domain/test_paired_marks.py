import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked_text import read_marked, shown_edit, stepped

from desktop.domain.paired_marks import (
    CLOSERS,
    close_math,
    drops_closer,
    meet_closing_math,
    pair_typed,
)


def typed(marked: str, character: str) -> str | None:
    text, start, end = read_marked(marked)
    edit = pair_typed(text, start, end, character)
    return None if edit is None else shown_edit(text, edit)


@pytest.mark.parametrize(
    ("before", "character", "after"),
    [
        ("‸", "(", "(‸)"),
        ("f‸", "(", "f(‸)"),
        ("f(‸)", "[", "f([‸])"),
        ("‸ b", "{", "{‸} b"),
        ("say ‸", '"', 'say "‸"'),
        ("‸", "`", "`‸`"),
        ("so ‸.", "$", "so $‸$."),
        ("«word»", "*", "*«word»*"),
        ("«word»", "_", "_«word»_"),
        ("«word»", "(", "(«word»)"),
        ("«word»", "$", "$«word»$"),
        ("```\nf‸\n```", "(", "```\nf(‸)\n```"),
        ("``‸", "`", "```‸\n```"),
        ("- ``‸", "`", "- ```‸\n  ```"),
        ("> ``‸", "`", "> ```‸\n> ```"),
        ("```\ncode\n``‸\n```\nend", "`", "```\ncode\n```‸\nend"),
    ],
)
def test_marks_come_in_pairs(before: str, character: str, after: str) -> None:
    assert typed(before, character) == after


@pytest.mark.parametrize(
    ("before", "character"),
    [
        ("‸word", "("),
        ("wo‸rd", "$"),
        ("wo‸rd", '"'),
        ("word‸", "$"),
        ("word‸", '"'),
        ("word‸", "`"),
        ("5‸", '"'),
        ("$x$ and $y‸", "$"),
        ("$f(x)‸", "$"),
        ("`a)‸", "`"),
        ('"a) ‸', '"'),
        ("\\‸", "("),
        ("‸", "*"),
        ("‸", "_"),
        ("‸", ")"),
        ("```\necho ‸\n```", "$"),
        ("```\necho ‸\n```", "`"),
        ("`‸", "`"),
        ("```\n``‸", "`"),
        ("a ``‸", "`"),
    ],
)
def test_marks_stay_alone_where_a_pair_would_be_in_the_way(before: str, character: str) -> None:
    assert typed(before, character) is None


def test_money_has_no_closing_sign() -> None:
    assert drops_closer("$", "5")
    assert drops_closer("$", " ")
    assert not drops_closer("$", "x")
    assert not drops_closer("(", "5")


def test_enter_closes_display_math() -> None:
    assert stepped(close_math, "$$‸") == "$$\n‸\n$$"
    assert stepped(close_math, "- $$‸\n- b") == "- $$\n  ‸\n  $$\n- b"
    assert stepped(close_math, "$$\nx\n$$‸") is None
    assert stepped(close_math, "so $$‸") is None
    assert stepped(close_math, "```\n$$‸\n```") is None


def test_typing_the_closing_math_oneself_meets_the_one_that_came() -> None:
    assert stepped(meet_closing_math, "$$\nx\n$‸$\n$$\nend") == "$$\nx\n$$‸\nend"
    assert stepped(meet_closing_math, "- $$\n  x\n  $‸\n  $$") == "- $$\n  x\n  $$‸"
    assert stepped(meet_closing_math, "x\n\n$‸\n$$\ny\n$$") is None
    assert stepped(meet_closing_math, "$$\nx $‸\n$$") is None
    assert stepped(meet_closing_math, "$‸") is None
    assert stepped(meet_closing_math, "‸") is None


@given(st.text('a ($`\n"-', max_size=12), st.data())
def test_a_pair_adds_what_was_typed_and_its_closer(text: str, data: st.DataObject) -> None:
    caret = data.draw(st.integers(0, len(text)))
    mark = data.draw(st.sampled_from(["(", "[", "{", '"', "$"]))
    edit = pair_typed(text, caret, caret, mark)
    if edit is not None:
        assert edit.text == mark + CLOSERS[mark]
        assert (edit.start, edit.end, edit.caret) == (caret, caret, caret + 1)
