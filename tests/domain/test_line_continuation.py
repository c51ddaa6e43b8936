import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked_text import stepped

from desktop.domain.line_continuation import break_line, continue_line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- one‸", "- one\n- ‸"),
        ("* one‸", "* one\n* ‸"),
        ("+ one‸\n\nend", "+ one\n+ ‸\n\nend"),
        ("  - one‸", "  - one\n  - ‸"),
        ("-   one‸", "-   one\n-   ‸"),
        ("- one‸ two", "- one\n- ‸two"),
        ("- ‸one", "- \n- ‸one"),
        ("- «one» two", "- \n- ‸two"),
        ("- o«ne\n- t»wo\n- three", "- o\n- ‸wo\n- three"),
        ("1. one‸", "1. one\n2. ‸"),
        ("9) nine‸", "9) nine\n10) ‸"),
        ("1. a‸\n2. b\n3. c", "1. a\n2. ‸\n3. b\n4. c"),
        ("1. a‸\n   more\n2. b", "1. a\n2. ‸\n   more\n3. b"),
        ("1. a‸\n\n2. b\n\nend\n\n3. c", "1. a\n2. ‸\n\n3. b\n\nend\n\n3. c"),
        ("1. a\n1. b‸\n1. c", "1. a\n1. b\n1. ‸\n1. c"),
        ("8. a‸\n9. b\n   - inner", "8. a\n9. ‸\n10. b\n    - inner"),
        ("- [ ] one‸", "- [ ] one\n- [ ] ‸"),
        ("- [x] done‸", "- [x] done\n- [ ] ‸"),
        ("1. [x] done‸", "1. [x] done\n2. [ ] ‸"),
        ("> words‸", "> words\n> ‸"),
        (">words‸", ">words\n> ‸"),
        ("> > words‸", "> > words\n> > ‸"),
        ("> - item‸", "> - item\n> - ‸"),
        ("- item\n  more‸", "- item\n  more\n  ‸"),
        ("- 😀 one‸", "- 😀 one\n- ‸"),
    ],
)
def test_enter_goes_on(before: str, after: str) -> None:
    assert stepped(continue_line, before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- one\n- ‸", "- one\n‸"),
        ("- ‸", "‸"),
        ("- [ ] ‸", "‸"),
        ("- one\n  - ‸", "- one\n- ‸"),
        ("- [x] one\n  - [ ] ‸", "- [x] one\n- [ ] ‸"),
        ("1. one\n   - ‸\n2. two", "1. one\n2. ‸\n3. two"),
        ("> - ‸", "> ‸"),
        ("> ‸", "‸"),
        ("> > ‸", "> ‸"),
    ],
)
def test_enter_on_an_empty_item_leaves_it(before: str, after: str) -> None:
    assert stepped(continue_line, before) == after


@pytest.mark.parametrize(
    "text",
    [
        "words‸",
        "‸- one",
        "-‸ one\n".replace("-‸", "‸-"),
        "*bold*‸",
        "- - -‸",
        "```\n- one‸\n```",
        "$$\n- x‸\n$$",
        "1.5 times‸",
        "# Heading‸",
        "",
    ],
)
def test_enter_is_plain_elsewhere(text: str) -> None:
    assert stepped(continue_line, text or "‸") is None


def test_enter_keeps_the_indentation_of_code() -> None:
    before = "```python\ndef f():\n    return‸ 1\n```"
    after = "```python\ndef f():\n    return\n    ‸ 1\n```"
    assert stepped(continue_line, before) == after
    assert stepped(continue_line, "- ```python‸") == "- ```python\n  ‸"
    assert stepped(continue_line, "```\n    ‸\n```") == "```\n    \n    ‸\n```"


def test_shift_enter_breaks_the_line() -> None:
    assert stepped(break_line, "- one‸ two") == "- one\n‸ two"


LINES = st.lists(
    st.sampled_from(
        [
            "- a",
            "  - b",
            "1. c",
            "2. d",
            "   3. e",
            "> f",
            "> - g",
            "- [ ] h",
            "",
            "```",
            "$$",
            "x",
        ]
    ),
    max_size=8,
)


@given(LINES, st.data())
def test_enter_only_adds_and_takes_marks(lines: list[str], data: st.DataObject) -> None:
    text = "\n".join(lines)
    caret = data.draw(st.integers(0, len(text)))
    edit = continue_line(text, caret, caret)
    if edit is None:
        return
    changed = edit.applied_to(text)
    assert 0 <= edit.caret <= len(changed)
    letters = [letter for letter in text if letter in "abcdefghx"]
    assert [letter for letter in changed if letter in "abcdefghx"] == letters
    assert abs(changed.count("\n") - text.count("\n")) <= 1
