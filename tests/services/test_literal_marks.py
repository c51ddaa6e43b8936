import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.rendering.page_html import page_to_html
from desktop.rendering.render_page import render_markdown
from desktop.services.literal_marks import literal_text


@pytest.mark.parametrize(
    ("written", "literally"),
    [
        ("a vector<int> of a <b and c>", r"a vector\<int> of a \<b and c>"),
        ("<!-- gone --> </p> <?php", r"\<!-- gone --> \</p> \<?php"),
        ("x < y, x <= y, <3", "x < y, x <= y, <3"),
        ("%% hidden %%", r"%\% hidden %\%"),
        ("50% of 20%", "50% of 20%"),
        ("a [[1, 2], [3, 4]] matrix", r"a [\[1, 2], [3, 4\]] matrix"),
        ("[[1]](https://a.b) ![[x.png]]", r"[\[1\]](https://a.b) ![\[x.png\]]"),
        ("[a[0]](https://a.b)", "[a[0]](https://a.b)"),
        ("the end ^note", r"the end \^note"),
        ("x^2 and R^2", "x^2 and R^2"),
        ("`<int>` ``[[a]] %%`` $a <b$", "`<int>` ``[[a]] %%`` $a <b$"),
        ("a `span\nof <code>` and <tag>", "a `span\nof <code>` and \\<tag>"),
        (r"\<int> \[[a]]", r"\<int> \[[a]]"),
        ("<https://a.b/%%> [a](<my file.png>)", "<https://a.b/%%> [a](<my file.png>)"),
        ("```\n<int> %%\n```\n$$\na <b\n$$", "```\n<int> %%\n```\n$$\na <b\n$$"),
        ("Code:\n\n    list<int>\n\n    <b>\n\n<i>", "Code:\n\n    list<int>\n\n    <b>\n\n\\<i>"),
        ("- a\n\n    <b>\n\n<i>", "- a\n\n    \\<b>\n\n\\<i>"),
        ("a\n    <b>", "a\n    \\<b>"),
    ],
)
def test_what_others_misread_is_escaped_and_nothing_else(written: str, literally: str) -> None:
    assert literal_text(written) == literally


@settings(deadline=None)
@given(st.text(alphabet="ab <>%[]()^`$\\!-\n ", max_size=40))
def test_here_it_reads_the_same_and_again_it_changes_nothing(text: str) -> None:
    once = literal_text(text)
    assert literal_text(once).rstrip("\n") == once.rstrip("\n")
    assert page_to_html(render_markdown(once)) == page_to_html(render_markdown(text))
