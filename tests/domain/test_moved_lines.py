from hypothesis import assume, given
from hypothesis import strategies as st
from marked_text import stepped

from desktop.domain.moved_lines import (
    delete_lines,
    duplicate_lines,
    move_lines_down,
    move_lines_up,
)


def test_lines_move() -> None:
    assert stepped(move_lines_up, "a\nb‸\nc") == "b‸\na\nc"
    assert stepped(move_lines_down, "a\nb‸\nc") == "a\nc\nb‸"
    assert stepped(move_lines_down, "«a\nb»\nc") == "c\n«a\nb»"
    assert stepped(move_lines_down, "a‸\n") == "\na‸"
    assert stepped(move_lines_up, "a\n‸") == "‸\na"
    assert stepped(move_lines_up, "a‸\nb") is None
    assert stepped(move_lines_down, "a\nb‸") is None


def test_lines_are_doubled_and_deleted() -> None:
    assert stepped(duplicate_lines, "a‸\nb") == "a\na‸\nb"
    assert stepped(duplicate_lines, "«a\nb»") == "a\nb\n«a\nb»"
    assert stepped(delete_lines, "a\nb‸\nc") == "a\n‸c"
    assert stepped(delete_lines, "a\nb‸") == "‸a"
    assert stepped(delete_lines, "a‸") == "‸"
    assert stepped(delete_lines, "‸") == "‸"


@given(st.text("a\n😀", max_size=20), st.data())
def test_moving_down_and_up_changes_nothing(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assume(start == end or text[end - 1] != "\n")
    down = move_lines_down(text, start, end)
    if down is None:
        return
    changed = down.applied_to(text)
    assert sorted(changed) == sorted(text)
    back = move_lines_up(changed, down.anchor, down.caret)
    assert back is not None
    assert back.applied_to(changed) == text
