import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.coach.passages import LONGEST_PASSAGE, MOST_CODE_LINES, PassageKind, split_passages


def cut(answer: str) -> list[tuple[str, str]]:
    return [(one.kind.value, answer[one.start : one.end]) for one in split_passages(answer)]


def sentences(answer: str) -> list[str]:
    return [text for kind, text in cut(answer) if kind == "sentence"]


def test_sentences_of_a_paragraph_over_two_lines() -> None:
    assert sentences("One thing\nholds. Another does not! Why?") == [
        "One thing\nholds.",
        "Another does not!",
        "Why?",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "It is small, e.g. Five of ten.",
        "See Fig. 3 and al. Smith for it.",
        "The value 3.5 is right.",
        "Call `a. B` first.",
        "Let $x. Y$ be one.",
    ],
)
def test_a_full_stop_that_ends_no_sentence(sentence: str) -> None:
    assert sentences(sentence) == [sentence]


def test_items_rows_headings_code_and_formulas() -> None:
    answer = (
        "## Idea\n\n- first point\n  goes on\n- [ ] second. Third\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n```python\nx = 1\n\ny = 2\n```\n\n"
        "$$\na = b\n$$\n> quoted\n"
    )
    assert cut(answer) == [
        ("heading", "Idea"),
        ("sentence", "first point\n  goes on"),
        ("sentence", "second."),
        ("sentence", "Third"),
        ("table row", "| a | b |"),
        ("table row", "| 1 | 2 |"),
        ("code", "x = 1"),
        ("code", "y = 2"),
        ("formula", "$$\na = b\n$$"),
        ("sentence", "quoted"),
    ]


def test_long_code_and_long_sentences_are_cut() -> None:
    code = "```\n" + "a = 1\n" * (MOST_CODE_LINES + 1) + "```\n"
    assert [text.count("\n") + 1 for _, text in cut(code)] == [MOST_CODE_LINES, 1]
    assert {len(text) for text in sentences("x" * (2 * LONGEST_PASSAGE))} == {LONGEST_PASSAGE}
    assert all(text.split() == ["word"] * text.count("w") for text in sentences("word " * 500))


@given(st.text(alphabet="aB. \n-*#|`$>?1😀\té", max_size=200))
def test_passages_are_in_order_within_the_answer_and_not_blank(answer: str) -> None:
    end = 0
    for passage in split_passages(answer):
        assert end <= passage.start < passage.end <= len(answer)
        assert answer[passage.start : passage.end].strip() == answer[passage.start : passage.end]
        assert isinstance(passage.kind, PassageKind)
        end = passage.end
