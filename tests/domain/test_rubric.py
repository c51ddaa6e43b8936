"""Points and follow-ups are read from lists as people write them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.rubric import (
    FollowUp,
    RubricPoint,
    read_follow_ups,
    read_points,
    write_follow_ups,
    write_points,
)


@pytest.mark.parametrize("bullet", ["-", "*", "+", "•", "1.", "2)", "-\t", "  •\xa0"])
def test_any_bullet_starts_a_point(bullet: str) -> None:
    points = read_points(f"{bullet} (3) Names the prior.\n{bullet} Names the loss.")
    assert points == (RubricPoint("Names the prior.", 3), RubricPoint("Names the loss.", 1))


def test_lines_of_a_point_are_joined() -> None:
    markdown = "- (2) Writes the gradient\n  and sets it\nto zero.\n- Next."
    assert [point.text for point in read_points(markdown)] == [
        "Writes the gradient and sets it to zero.",
        "Next.",
    ]


def test_code_math_and_nested_lists_keep_their_lines() -> None:
    markdown = (
        "- (4) Shows this:\n  ```python\n  - x\n      y\n  ```\n  cues: a\n"
        "- Derives\n  $$\n  - x\n  $$\n  and says\n  - why\n  - when"
    )
    first, second = read_points(markdown)
    assert first == RubricPoint("Shows this:\n```python\n- x\n    y\n```", 4, ("a",))
    assert second.text == "Derives\n$$\n- x\n$$\nand says\n- why\n- when"


def test_text_around_the_list_is_no_point() -> None:
    markdown = "A good answer:\n\n- One.\n\nThat is all.\n\n- Two.\n\n---\n* * *\n-"
    assert [point.text for point in read_points(markdown)] == ["One.", "Two."]


def test_cues_may_go_on_over_lines() -> None:
    (point,) = read_points("- Bounds it.\n  Cues: union bound,\n  Hoeffding, delta\n")
    assert point == RubricPoint("Bounds it.", 1, ("union bound", "Hoeffding", "delta"))


@pytest.mark.parametrize(
    ("line", "cues"),
    [
        ("a, b", ("a", "b")),
        ("`[-1, 1]`, box", ("[-1, 1]", "box")),
        ("min(1, p/q), ratio", ("min(1, p/q)", "ratio")),
        ("[0, 1), (0, 1], {a, b}", ("[0, 1)", "(0, 1]", "{a, b}")),
        ('"bias, then variance", noise', ("bias, then variance", "noise")),
        ("“low, high”, 'x, y'", ("low, high", "x, y")),
        ("Bayes' rule, Fisher's", ("Bayes' rule", "Fisher's")),
        ("$f(x, y)$, $$g, h$$, $a,b$", ("$f(x, y)$", "$$g, h$$", "$a,b$")),
        ("$5, $10", ("$5", "$10")),
        ("open (never closed, next", ("open (never closed", "next")),
        ("a) b, c", ("a) b", "c")),
        ("lone ` tick, b", ("lone ` tick", "b")),
        (" , a,, ", ("a",)),
        ("", ()),
    ],
)
def test_commas_separate_cues_outside_what_holds_together(
    line: str, cues: tuple[str, ...]
) -> None:
    (point,) = read_points(f"- Text.\n  cues: {line}")
    assert point.cues == cues


@pytest.mark.parametrize("text", ["(0) zero", "(6) six", "(2019) found it", "(x) unknown"])
def test_what_is_no_weight_stays_in_the_text(text: str) -> None:
    assert read_points(f"- {text}") == (RubricPoint(text, 1),)


def test_a_quote_is_the_reply_of_the_follow_up_above_it() -> None:
    markdown = (
        "1. What if $n$ doubles?\n   > It halves.\n   >\n   > ```python\n   > n * 2\n   > ```\n"
        "2. And if it is noisy?\n\n> Unindented,\nand lazy.\n\n"
        "3. Nobody knows?\n   ```\n   >>> no reply\n   ```\n"
    )
    assert read_follow_ups(markdown) == (
        FollowUp("What if $n$ doubles?", "It halves.\n\n```python\nn * 2\n```"),
        FollowUp("And if it is noisy?", "Unindented, and lazy."),
        FollowUp("Nobody knows?\n```\n>>> no reply\n```", ""),
    )


def test_points_are_written_with_weight_and_one_line_of_cues() -> None:
    points = (
        RubricPoint("One.", 2, ("a", "b, c", "[0, 1]", "it`s, so")),
        RubricPoint("Two:\n```\nx\n```"),
    )
    written = write_points(points)
    assert written == (
        "- (2) One.\n  cues: a, `b, c`, [0, 1], ``it`s, so``\n- (1) Two:\n  ```\n  x\n  ```"
    )
    assert read_points(written) == points


def test_follow_ups_are_written_with_a_quote() -> None:
    follow_ups = (FollowUp("Why?", "So.\n\nAnd so."), FollowUp("When?"))
    written = write_follow_ups(follow_ups)
    assert written == "- Why?\n  > So.\n  >\n  > And so.\n- When?"
    assert read_follow_ups(written) == follow_ups


WORDS = st.text("abc $`,()[]'\"*_:", min_size=1, max_size=30).map(
    lambda text: " ".join(re.sub(r"\$+", "$", f"x{text}x").split())
)
CUES = st.text("ab$`,()[]'\"{}“”", min_size=1, max_size=12)


@given(
    st.lists(
        st.builds(RubricPoint, WORDS, st.integers(1, 5)),
        max_size=5,
    )
)
def test_written_points_read_the_same(points: list[RubricPoint]) -> None:
    assert read_points(write_points(points)) == tuple(points)


@given(st.lists(CUES, max_size=5))
def test_cues_once_read_are_written_and_read_the_same(cues: list[str]) -> None:
    (point,) = read_points(f"- Text.\n  cues: {', '.join(cues)}")
    assert read_points(write_points([point])) == (point,)


@given(st.text("ab-*1. \n>`$", max_size=60))
def test_points_once_read_are_written_and_read_the_same(markdown: str) -> None:
    points = read_points(markdown)
    assert read_points(write_points(points)) == points


@given(st.text("ab-*1. \n>`", max_size=60))
def test_follow_ups_once_read_are_written_and_read_the_same(markdown: str) -> None:
    follow_ups = read_follow_ups(markdown)
    assert read_follow_ups(write_follow_ups(follow_ups)) == follow_ups


@pytest.mark.parametrize("unit", ["`", "(", "“", '", ', "$", "'a", "\\", "` `` ", ","])
def test_hostile_cues_are_read(unit: str) -> None:
    (point,) = read_points("- Text.\n  cues: x, " + unit * (100_000 // len(unit)))
    assert point.cues[0] == "x"
