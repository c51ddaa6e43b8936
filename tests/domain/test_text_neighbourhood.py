from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.line_continuation import continue_line
from desktop.domain.line_indentation import indent_lines
from desktop.domain.markdown_lines import scan_lines
from desktop.domain.text_neighbourhood import neighbourhood

LINES = st.lists(
    st.sampled_from(
        [
            *("", "", "", "words", "# Heading", "- a", "  - b", "1. c", "   text", "> quote"),
            *("```", "```py", "~~~", "- ```", "> ```", "````", "$$", "x $$ y", "| a | b |"),
        ]
    ),
    max_size=30,
)


@settings(max_examples=300)
@given(LINES, st.data())
def test_the_lines_of_a_part_are_what_they_are_in_the_whole(
    lines: list[str], data: st.DataObject
) -> None:
    text = "\n".join(lines)
    start = data.draw(st.integers(0, len(text)))
    first, last = neighbourhood(text, start, start, reach=0)
    assert 0 <= first <= start <= last <= len(text)
    whole = {line.start: line.kind for line in scan_lines(text)}
    part = {line.start + first: line.kind for line in scan_lines(text[first:last])}
    assert part == {at: kind for at, kind in whole.items() if at in part}
    for step in (continue_line, indent_lines):
        edit, near = step(text, start, start), step(text[first:last], start - first, start - first)
        assert (edit is None) == (near is None)
        if edit is not None and near is not None:
            assert edit.applied_to(text) == (
                text[:first] + near.applied_to(text[first:last]) + text[last:]
            )


def test_a_part_of_a_long_text_is_short() -> None:
    text = "Words of a paragraph.\n\n- item\n- item\n\n```\ncode\n\nmore\n```\n\n" * 5_000
    first, last = neighbourhood(text, len(text) // 2, len(text) // 2)
    assert 4_000 <= last - first <= 6_000
    assert text[first:].startswith("Words")
