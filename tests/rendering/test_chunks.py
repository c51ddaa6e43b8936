from hypothesis import given, settings
from hypothesis import strategies as st
from sample_lines import LINES

from desktop.rendering.definitions import DefinitionReader
from desktop.rendering.markdown_parser import MarkdownParser
from desktop.rendering.page_tree import Page
from desktop.rendering.render_page import PageRenderer, RenderedChunk, joined_page
from desktop.rendering.tree_builder import TreeBuilder

TEXTS = st.lists(st.sampled_from(LINES), max_size=24).map("\n".join)


def parsed_at_once(text: str) -> Page:
    """The page of a text that is not split; one chunk stands for all."""
    parser = MarkdownParser()
    chunks = PageRenderer().split(text)
    definitions = DefinitionReader(parser).read(chunks)
    builder = TreeBuilder(parser.tokens(text, definitions.environment()), definitions.footnotes)
    blocks = builder.blocks()
    return joined_page([RenderedChunk(blocks, tuple(builder.footnotes))])


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_chunks_joined_equal_the_whole(text: str) -> None:
    assert PageRenderer().render(text) == parsed_at_once(text)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_chunks_joined_are_the_text(text: str) -> None:
    chunks = PageRenderer().split(text)
    assert "".join(chunk.text for chunk in chunks) == text
    assert sum(chunk.line_count for chunk in chunks) == len(text.splitlines())


@settings(max_examples=300, deadline=None)
@given(st.lists(TEXTS, min_size=2, max_size=2), st.data())
def test_splitting_after_edits_equals_splitting_anew(
    texts: list[str], data: st.DataObject
) -> None:
    renderer = PageRenderer()
    text, other = texts
    renderer.split(text)
    for _ in range(3):
        places = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
        text = text[: places[0]] + other[: data.draw(st.integers(0, 8))] + text[places[1] :]
        assert renderer.split(text) == PageRenderer().split(text)


def test_chunks_away_from_an_edit_are_the_same_objects() -> None:
    renderer = PageRenderer()
    before = renderer.split("\n\n".join(f"Paragraph {number}" for number in range(20)))
    after = renderer.split("\n\n".join(f"Paragraph {number}" for number in range(20)) + " more")
    assert all(one is other for one, other in zip(before[:17], after[:17], strict=True))


def test_paragraphs_are_chunks_of_their_own() -> None:
    text = "One\n\nTwo\nmore\n\n# Three\n\n- a\n\n- b\n\nFour"
    assert [chunk.text.strip() for chunk in PageRenderer().split(text)] == [
        "One",
        "Two\nmore",
        "# Three",
        "- a\n\n- b",
        "Four",
    ]


def test_fence_with_blank_lines_is_one_chunk() -> None:
    text = "```python\na = 1\n\nb = 2\n\n- c\n```\n\nAfter"
    assert [chunk.line_count for chunk in PageRenderer().split(text)] == [8, 1]


def test_fence_never_closed_reaches_to_the_end() -> None:
    text = "Before\n\n```\na\n\nb\n\nc"
    assert [chunk.line_count for chunk in PageRenderer().split(text)] == [2, 6]
