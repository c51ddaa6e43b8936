import json

import pytest

from desktop.rendering import bounds
from desktop.rendering.page_html import page_to_html
from desktop.rendering.page_tree import (
    CodeBlock,
    Heading,
    ListBlock,
    Page,
    Paragraph,
    PlainText,
    Text,
    page_from_bytes,
    page_to_bytes,
)
from desktop.rendering.render_page import render_markdown

HOSTILE = {
    "one long line": "word " * 200_000,
    "brackets": "[" * 20_000,
    "image brackets": "![" * 20_000,
    "nested quotes": ">" * 10_000,
    "nested quotes with blanks": "> " * 9_000,
    "nested items": "- " * 2_000 + "x",
    "items nested by lines": "\n".join("  " * depth + "- a" for depth in range(300)),
    "emphasis never closed": "**a _b " * 20_000,
    "nested emphasis": "*a **b " * 2_000 + "b** a*" * 2_000,
    "ticks": " ".join("`" * count for count in range(1, 200)),
    "wide table": "|a" * 500 + "|\n" + "|-" * 500 + "|\n" + ("|b" * 500 + "|\n") * 5,
    "formula": "$" + "x" * 100_000 + "$",
    "formula on its own": "$$\n" + "x" * 100_000 + "\n$$",
    "dollars": "$a" * 10_000,
    "fences": "```\n\na\n\n" * 3_000,
    "link targets": "[a]: b\n\n" * 3_000,
    "footnotes": "".join(f"[^{n}] and\n\n[^{n}]: b\n\n" for n in range(1_000)),
    "code": "```python\n" + "x = 1\n" * 50_000 + "```",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_gives_a_page(name: str) -> None:
    page = render_markdown(HOSTILE[name])
    assert page_from_bytes(page_to_bytes(page)) == page
    assert isinstance(page_to_html(page), str)


@pytest.mark.parametrize(
    "name", ["one long line", "brackets", "wide table", "nested quotes", "code"]
)
def test_what_is_too_much_is_shown_as_plain_text_with_a_note(name: str) -> None:
    (block,) = render_markdown(HOSTILE[name]).blocks
    assert isinstance(block, PlainText)
    assert HOSTILE[name].startswith(block.text)
    assert len(block.text) <= bounds.LONGEST_PROSE
    assert "plain text" in block.note


def test_note_says_how_much_is_not_shown() -> None:
    (block,) = render_markdown("a" * 50_000).blocks
    assert isinstance(block, PlainText)
    assert "30,000 more characters" in block.note


def test_hostile_block_leaves_its_neighbours_alone() -> None:
    first, middle, last = render_markdown("# Title\n\n" + "[" * 20_000 + "\n\nend").blocks
    assert isinstance(first, Heading)
    assert isinstance(middle, PlainText)
    assert last == Paragraph((Text("end"),))


def test_windows_line_ends_change_nothing() -> None:
    text = "- a\n- b\n\n```\nx\n\ny\n```\n"
    assert render_markdown(text.replace("\n", "\r\n")) == render_markdown(text)


def test_empty_text_is_an_empty_page() -> None:
    assert render_markdown("") == render_markdown(" \n\n") == Page()


def test_code_keeps_its_text_and_knows_its_tokens() -> None:
    (block,) = render_markdown("```python norun\ndef f():\n\treturn 1\n```").blocks
    assert isinstance(block, CodeBlock)
    assert block.language == "python"
    assert block.text == "def f():\n\treturn 1"
    assert ("Name.Function", "f") in block.tokens


def test_code_in_a_language_nobody_knows_stays_plain() -> None:
    (block,) = render_markdown("```nonsense\na b\n```").blocks
    assert block == CodeBlock("nonsense", (("", "a b"),))


def test_items_know_whether_they_are_done() -> None:
    (block,) = render_markdown("- [x] a\n- [ ] b\n- c").blocks
    assert isinstance(block, ListBlock)
    assert [item.is_done for item in block.items] == [True, False, None]


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"[2,{}]", b'[2,{"Pages":[]}]', b'[0,{"Page":[[]]}]', b'[2,{"Page":[1,2]}]'],
)
def test_damaged_or_foreign_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="a cached page is"):
        page_from_bytes(data)


def test_bytes_are_json() -> None:
    assert json.loads(page_to_bytes(render_markdown("a")))
