import pytest

from desktop.rendering.page_html import page_to_html
from desktop.rendering.page_tree import PlainText
from desktop.rendering.render_page import render_markdown


def html(text: str) -> str:
    return page_to_html(render_markdown(text)).replace("\n", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a  \nb\\\nc  ", "a<br>b<br>c"),
        ("a \n b", "a b"),
        (r"\*a\* \`b` \# \q", r"*a* `b` # \q"),
        ("`` a`b `` ` `` ` `x\ny`", "<code>a`b</code> <code>``</code> <code>x y</code>"),
        ("&lt;b&gt; &#42;a&#x2A; &nope; &amp;lt;", "&lt;b&gt; *a* &amp;nope; &amp;lt;"),
        ("***a &#42;b&#42;***", "<strong><em>a *b*</em></strong>"),
        ("snake_case_name 2*3*4", "snake_case_name 2<em>3</em>4"),
        ("~~a~~ ~b~", "<del>a</del> ~b~"),
        ("<a@b.co>", '<a href="mailto:a@b.co">a@b.co</a>'),
        ("<javascript:alert(1)>", "javascript:alert(1)"),
        ("[*a* [b]](http://c.d/(e))", '<a href="http://c.d/(e)"><em>a</em> [b]</a>'),
        ("[![z](q.png)](http://a.b)", '<a href="http://a.b"><img src="q.png" alt="z"></a>'),
        ("![*a* `b`](c.png)", '<img src="c.png" alt="a b">'),
        ("![*a*](http://b.c/d.png)", "<em>a</em>"),
        ("[A  b]\n\n[a B]: <http://c.d> 'e'", '<a href="http://c.d">A  b</a>'),
        ("a\2klzzwxh:0000\3 `b`", "aklzzwxh:0000 <code>b</code>"),
    ],
)
def test_line_is_read(text: str, expected: str) -> None:
    assert html(text) == f"<p>{expected}</p>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Title\n===", "<h1>Title</h1>"),
        ("# a # b ##", "<h1>a # b</h1>"),
        ("#a", "<p>#a</p>"),
        ("> a\nb", "<blockquote><p>a b</p></blockquote>"),
        ("> # a\nb", "<blockquote><h1>a</h1></blockquote><p>b</p>"),
        ("> ```\nb", "<blockquote><pre><code></code></pre></blockquote><p>b</p>"),
        ("- a\nb\n2. c", '<ul><li>a b</li></ul><ol start="2"><li>c</li></ol>'),
        ("a\n2. b", "<p>a 2. b</p>"),
        ("- a\n\n\tb", "<ul><li><p>a</p><p>b</p></li></ul>"),
        ("-\n\n  a", "<ul><li></li></ul><p>a</p>"),
        ("    a\n\n\tb", "<pre><code>ab</code></pre>"),
        ("```\na", "<pre><code>a</code></pre>"),
        ("|a|\n|-|-|", "<p>|a| |-|-|</p>"),
        ("$$\n\na\n$$", "<p>$$</p><p>a $$</p>"),
        ("> q\n[^a]: n\n\n[^a]: n", "<blockquote><p>q</p></blockquote>"),
    ],
)
def test_block_is_read(text: str, expected: str) -> None:
    assert html(text) == expected


def test_first_of_two_notes_with_one_label_counts() -> None:
    notes = html("x[^a]\n\n[^a]: one\n\n[^a]: two")
    assert "one" in notes
    assert "two" not in notes


def test_marks_nested_too_deep_keep_their_text() -> None:
    assert "bottom" in html("**a _b " * 90 + "bottom" + "_ **" * 90)


def test_marks_nested_beyond_the_parser_are_plain_text() -> None:
    (block,) = render_markdown("*_" * 3_000 + "a" + "_*" * 3_000).blocks
    assert isinstance(block, PlainText)
