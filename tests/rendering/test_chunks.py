from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.rendering.definitions import DefinitionReader
from desktop.rendering.markdown_parser import MarkdownParser
from desktop.rendering.page_tree import Page
from desktop.rendering.render_page import PageRenderer, RenderedChunk, joined_page
from desktop.rendering.tree_builder import TreeBuilder

LINES = (
    "",
    "",
    "",
    "words",
    "words [^a] and [link]",
    "  indented by two",
    "    indented by four",
    "\tindented by a tab",
    "# Heading",
    "Underlined",
    "===",
    "---",
    "- item",
    "  - nested",
    "  - [x] done",
    "* star",
    "1. one",
    "   more of one",
    "2) two",
    "> quote",
    "> - quoted item",
    "> ```",
    "```",
    "```python",
    "````",
    "~~~",
    "  ```",
    "    ```",
    "- ```",
    "$$",
    "$$ a + b $$",
    "x $y$ z",
    "| a | b |",
    "|---|---|",
    "| 1 | 2 |",
    ": meaning",
    "~ meaning",
    "[^a]: a note",
    "    more of the note",
    "[link]: https://example.org",
    "***",
    "<div>",
    "**bold",
    "text**",
)


def parsed_at_once(text: str) -> Page:
    """The page of a text that is not split; one chunk stands for all."""
    parser = MarkdownParser()
    chunks = PageRenderer().split(text)
    definitions = DefinitionReader(parser).read(chunks)
    builder = TreeBuilder(parser.tokens(text, definitions.environment()), definitions.footnotes)
    blocks = builder.blocks()
    return joined_page([RenderedChunk(blocks, tuple(builder.footnotes))])


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=24))
def test_chunks_joined_equal_the_whole(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert PageRenderer().render(text) == parsed_at_once(text)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=24))
def test_chunks_hold_every_line_once(lines: list[str]) -> None:
    text = "\n".join(lines)
    chunks = PageRenderer().split(text)
    covered = [
        number
        for chunk in chunks
        for number in range(chunk.first_line, chunk.first_line + chunk.line_count)
    ]
    assert covered == sorted(set(covered))
    filled = {number for number, line in enumerate(lines) if line.strip()}
    assert filled <= set(covered)
    for chunk in chunks:
        own = lines[chunk.first_line : chunk.first_line + chunk.line_count]
        assert chunk.text.rstrip("\n") == "\n".join(own).rstrip("\n")


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
    assert [chunk.first_line for chunk in PageRenderer().split(text)] == [0, 2]
