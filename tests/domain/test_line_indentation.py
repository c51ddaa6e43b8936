import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked_text import stepped

from desktop.domain.line_indentation import indent_lines, outdent_lines


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- a\n- b‸", "- a\n  - b‸"),
        ("- a\n- ‸", "- a\n  - ‸"),
        ("1. a\n2. b‸\n3. c", "1. a\n   1. b‸\n2. c"),
        ("10. a\n11. b‸", "10. a\n    1. b‸"),
        ("- a\n  - b\n- c‸", "- a\n  - b\n  - c‸"),
        ("1. a\n   1. b\n2. c‸", "1. a\n   1. b\n   2. c‸"),
        ("- a\n- b‸\n  - inner\n- c", "- a\n  - b‸\n    - inner\n- c"),
        ("> - a\n> - b‸", "> - a\n>   - b‸"),
        ("- a\n«- b\n- c»", "- a\n«  - b\n  - c»"),
        ("- [ ] a\n- [ ] b‸", "- [ ] a\n  - [ ] b‸"),
        ("- a‸", "- a‸"),
        ("- a\n  - b‸", "- a\n  - b‸"),
        ("```\n«a\nb»\n```", "```\n«    a\n    b»\n```"),
        ("«one\n\ntwo»", "«    one\n\n    two»"),
    ],
)
def test_tab_nests(before: str, after: str) -> None:
    assert stepped(indent_lines, before) == after


@pytest.mark.parametrize("text", ["words‸", "```\n- a‸\n```", "‸"])
def test_tab_puts_in_spaces_elsewhere(text: str) -> None:
    assert stepped(indent_lines, text) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- a\n  - b‸", "- a\n- b‸"),
        ("- a\n    - b‸", "- a\n- b‸"),
        ("1. a\n   1. b‸\n2. c", "1. a\n2. b‸\n3. c"),
        ("- a\n  - b‸\n    - inner", "- a\n- b‸\n  - inner"),
        ("- a\n  - b\n    - c‸", "- a\n  - b\n  - c‸"),
        ("«  - a\n  - b»", "«- a\n- b»"),
        ("```\n      a‸\n```", "```\n  a‸\n```"),
        ("  words‸", "words‸"),
        ("words‸", "words‸"),
        ("- a‸", "- a‸"),
    ],
)
def test_shift_tab_moves_out(before: str, after: str) -> None:
    assert stepped(outdent_lines, before) == after


@given(st.integers(1, 6), st.data())
def test_shift_tab_takes_tab_back(count: int, data: st.DataObject) -> None:
    marker = data.draw(st.sampled_from(["- {}", "{}. ", "- [ ] {}"]))
    text = "\n".join(marker.format(number) for number in range(1, count + 1))
    caret = data.draw(st.integers(0, len(text)))
    nested = indent_lines(text, caret, caret)
    assert nested is not None
    inner = nested.applied_to(text)
    back = outdent_lines(inner, nested.caret, nested.caret)
    assert back.applied_to(inner) == text
    assert back.caret == caret or text[:caret].rpartition("\n")[2] in ("", "-", "1")
