from textwrap import dedent

import pytest

from desktop.domain.markdown_lines import LineKind, scan_lines
from desktop.services.embedded_markdown import embed_markdown


def outline(markdown: str) -> list[tuple[int, str]]:
    return [
        (line.heading.level, line.heading.text) for line in scan_lines(markdown) if line.heading
    ]


def test_headings_move_down_and_keep_their_order() -> None:
    text = "# Idea\n\n## Detail\n\nwords\n\n# End #\n"
    assert outline(embed_markdown(text, 3)) == [(3, "Idea"), (4, "Detail"), (3, "End")]


def test_headings_that_are_deep_enough_stay() -> None:
    text = "### Idea\n\n##### Detail"
    assert embed_markdown(text, 3) == text


def test_the_sixth_level_is_the_last() -> None:
    assert outline(embed_markdown("# A\n##### B\n###### C", 3)) == [(3, "A"), (6, "B"), (6, "C")]


def test_code_and_math_are_untouched() -> None:
    text = dedent("""\
        # Title

        ```python
        # a comment
        ```

        $$
        # \\text{in math}
        $$

            # indented code""")
    embedded = embed_markdown(text, 4)
    assert embedded == text.replace("# Title", "#### Title")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Big\n===\ntext", [(3, "Big")]),
        ("Big\n=\n\nSmall\n---\n", [(3, "Big"), (4, "Small")]),
        ("- item\n---\n", []),
        ("- item\nlazy\n---\n", []),
        ("> quote\n---\n", []),
        ("| a |\n---\n", []),
        ("a line\nand another\n---\n", []),
        ("above\n\n---\n\nbelow", []),
        ("## Marked\n---\n", [(3, "Marked")]),
    ],
)
def test_underlined_headings_get_marks(text: str, expected: list[tuple[int, str]]) -> None:
    assert outline(embed_markdown(text, 3)) == expected


def test_an_underline_behind_a_long_paragraph_stays_a_rule_for_every_program() -> None:
    assert embed_markdown("one\ntwo\n---\nthree", 3) == "one\ntwo\n\n---\nthree"


@pytest.mark.parametrize(
    "text",
    [
        "```python\nx = 1",
        "~~~~\n~~~\n",
        "1. ```\n   code",
        "words\n\n```",
        "- a\n\n  ```sql\n  select",
    ],
)
def test_an_open_fence_is_closed(text: str) -> None:
    whole = embed_markdown(text, 3) + "\n\n## Next"
    assert outline(whole) == [(2, "Next")]
    assert any(line.kind is LineKind.FENCE_CLOSE for line in scan_lines(whole))


def test_a_fence_in_a_quote_ends_with_it() -> None:
    text = "> ```\n> code"
    assert embed_markdown(text, 3) == text


@pytest.mark.parametrize("text", ["", "\n\n", "\r\n"])
def test_nothing_stays_nothing(text: str) -> None:
    assert embed_markdown(text, 3) == ""


def test_line_ends_are_of_one_kind() -> None:
    assert embed_markdown("a\r\n# b\rc", 2) == "a\n## b\nc"
