from hypothesis import given, settings
from hypothesis import strategies as st
from sample_lines import LINES

from desktop.rendering.live_renderer import LiveRenderer
from desktop.rendering.render_page import render_markdown

TEXTS = st.lists(st.sampled_from(LINES), max_size=24).map("\n".join)


@settings(max_examples=200, deadline=None)
@given(st.lists(TEXTS, min_size=2, max_size=2), st.data())
def test_after_random_edits_the_page_is_that_of_the_text(
    texts: list[str], data: st.DataObject
) -> None:
    renderer = LiveRenderer()
    text, other = texts
    renderer.render(text)
    for _ in range(4):
        start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
        text = text[:start] + other[: data.draw(st.integers(0, 8))] + text[end:]
        assert renderer.render(text).page == render_markdown(text)


@settings(max_examples=100, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_page_rendered_in_slices_is_the_same(texts: list[str]) -> None:
    renderer = LiveRenderer()
    for text in texts[:-1]:
        renderer.render_in_time(text, lambda: True)
    slices = 0
    while (rendered := renderer.render_in_time(texts[-1], lambda: True)) is None:
        slices += 1
        assert slices <= len(texts[-1])
    assert rendered.page == render_markdown(texts[-1])


def test_blocks_away_from_an_edit_are_the_same_objects() -> None:
    renderer = LiveRenderer()
    paragraphs = [f"Paragraph {number}" for number in range(9)]
    before = renderer.render("\n\n".join(paragraphs)).page
    paragraphs[4] += " goes on"
    after = renderer.render("\n\n".join(paragraphs)).page
    same = [one is other for one, other in zip(before.blocks, after.blocks, strict=True)]
    assert same == [True] * 4 + [False] + [True] * 4


def test_lines_know_their_blocks() -> None:
    rendered = LiveRenderer().render("# Title\n\nWords\nmore\n\n- a\n- b\n")
    assert [rendered.lines.place_of(line).block for line in (0, 2, 3, 5, 6)] == [0, 1, 1, 2, 2]
