from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked_text import stepped

from desktop.domain.pasted_table import find_table, markdown_table
from desktop.domain.pasted_text import link_selection, table_at
from desktop.domain.table_cells import next_cell

ADDRESS = "https://example.org/paper?id=1"


@pytest.mark.parametrize(
    ("before", "address", "after"),
    [
        ("see «the paper» on", ADDRESS, f"see [the paper]({ADDRESS})‸ on"),
        ("see «it»", f"{ADDRESS}\n", f"see [it]({ADDRESS})‸"),
        ("see «it»", "https://a.org/b_(c)", "see [it](<https://a.org/b_(c)>)‸"),
        ("see «it]»", ADDRESS, f"see [it\\]]({ADDRESS})‸"),
    ],
)
def test_an_address_over_words_makes_a_link(before: str, address: str, after: str) -> None:
    assert stepped(partial(link_selection, pasted=address), before) == after


@pytest.mark.parametrize(
    ("before", "pasted"),
    [
        ("see ‸", ADDRESS),
        ("see «it»", "words"),
        ("see «it»", "javascript:alert(1)"),
        ("see «it»", f"{ADDRESS} and more"),
        ("«https://old.org»", ADDRESS),
        ("«two\nlines»", ADDRESS),
        ("```\n«it»\n```", ADDRESS),
    ],
)
def test_anything_else_is_pasted_as_it_is(before: str, pasted: str) -> None:
    assert stepped(partial(link_selection, pasted=pasted), before) is None


def test_cells_of_a_spreadsheet_make_a_table() -> None:
    table = "| a | b\\|c |\n| --- | --- |\n| 1 |  |"
    assert find_table("a\tb|c\n1\t\n", "") == table
    html = (
        "<html><head><style>td {x}</style><title>t</title></head><body>"
        "<table><tr><th>a</th><th>b|c</th></tr>\n<tr><td>1</td><td> </td></tr></table></body>"
    )
    assert find_table("a\tb|c\n1\t\n", html) == table
    merged = "<table><tr><td colspan=2>a</td></tr><tr><td>1<br>2</td><td>3</td></tr></table>"
    assert find_table("", merged) == "| a |  |\n| --- | --- |\n| 1 2 | 3 |"
    quoted = 'a\t"two\nlines"\n1\t2'
    assert find_table(quoted, "") == "| a | two lines |\n| --- | --- |\n| 1 | 2 |"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("one\ttwo", ""),
        ("one\ntwo", ""),
        ("\tindented\n\tcode", ""),
        ("a\tb\nwords", ""),
        ("x", "<p>words</p><table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"),
        ("x", "<table><tr><td>a</td></tr><tr><td>b</td></tr></table>"),
        ("x", "<table"),
        ("x", "<table><![[</table>"),
        ("x", "<table>" + "<tr>" + "<td colspan=999>a</td>" * 5_000 + "<tr><td>b<td>c</table>"),
    ],
)
def test_other_text_makes_no_table(text: str, html: str) -> None:
    assert find_table(text, html) is None


@pytest.mark.parametrize("span", ["²", "9" * 5_000, "0", "-1", "x"])
def test_a_span_that_is_none_counts_as_one_cell(span: str) -> None:
    html = f"<table><tr><td colspan={span}>a</td><td>b</td><tr><td>c</td><td>d</td></table>"
    assert find_table("x", html) == "| a | b |\n| --- | --- |\n| c | d |"


def test_a_table_is_put_on_lines_of_its_own() -> None:
    paste = partial(table_at, table="| a |\n| - |")
    assert stepped(paste, "words‸ more") == "words\n\n| a |\n| - |‸\n\n more"
    assert stepped(paste, "```\n‸\n```") is None


CELLS = st.text("a|\\ 😀\t\n", max_size=5)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=2, max_size=4))
def test_every_row_of_a_table_has_the_same_columns(rows: list[list[str]]) -> None:
    lines = markdown_table(rows).split("\n")
    assert len(lines) == len(rows) + 1
    width = max(map(len, rows))
    text = "\n".join(lines) + "\n"
    at, cells = 0, 0
    while (edit := next_cell(text, at, at)) is not None and not edit.text:
        at, cells = edit.caret, cells + 1
    assert cells in (len(rows) * width, len(rows) * width - 1)
