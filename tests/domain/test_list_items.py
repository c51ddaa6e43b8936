"""Plain lists: key topics and steps."""

from desktop.domain.list_items import read_items, write_items


def test_items_are_read_with_any_marker() -> None:
    assert read_items("* Bias\n* Variance,\n  and noise\n") == ("Bias", "Variance, and noise")
    assert read_items("1) First\n2) Second") == ("First", "Second")


def test_words_without_a_list_are_no_items() -> None:
    assert read_items("No list here.\n- - -\n") == ()


def test_items_are_written_with_bullets_or_numbers() -> None:
    items = ("One", "Two:\n- a\n\n  b")
    assert write_items(items) == "- One\n- Two:\n  - a\n\n    b"
    assert write_items(items, is_numbered=True) == "1. One\n2. Two:\n   - a\n\n     b"
    assert read_items(write_items(items)) == items


def test_ten_steps_keep_their_lines() -> None:
    steps = tuple(f"Step:\n```\nx = {number}\n```" for number in range(12))
    assert read_items(write_items(steps, is_numbered=True)) == steps
