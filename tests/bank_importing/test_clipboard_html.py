import pytest

from desktop.bank.importing.clipboard_html import looks_like_html, markdown_from_html
from desktop.domain.errors import AppError


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<h2>What is <b>dropout</b>?</h2>", "## What is dropout?"),
        ("<p>One<br>two</p><p>three</p>", "One\ntwo\n\nthree"),
        (
            "<p>A <strong>bold </strong>word and <em>another</em></p>",
            "A **bold** word and *another*",
        ),
        ("<p>Use <code>a * b</code> now</p>", "Use `a * b` now"),
        ("<p>Use <code>`x`</code></p>", "Use `` `x` ``"),
        ("<ul><li>one<ul><li>two</li></ul></li><li>three</ul>", "- one\n  - two\n- three"),
        ("<ol start=3><li>c<li>d</ol>", "3. c\n4. d"),
        ("<blockquote><p>said</p></blockquote>", "> said"),
        ('<p><a href="https://a.org/x">a page</a></p>', "[a page](https://a.org/x)"),
        ('<p><a href="/x">a page</a> <a href="javascript:x()">b</a></p>', "a page b"),
        ('<h3>Title <a href="#title">#</a></h3>', "### Title"),
        ("<p>x &lt; 3 &amp; y</p>", "x < 3 & y"),
        ("<p>if a<b then</p>", "if a<b then"),
        ("<div>one</div><div>two</div>", "one\ntwo"),
        ("<dl><dt>Role<dd>Engineer</dl>", "Role\nEngineer"),
        ("<p hidden>no</p><p style='display: none'>no</p><p>yes", "yes"),
        ("<nav>Home</nav><script>x()</script><style>p{}</style><p>yes</p>", "yes"),
        ("<!-- no <p>never</p> --><p>yes</p>", "yes"),
        ('<span class="tag">Easy</span><span class="tag">SQL</span>', "Easy\nSQL"),
        ("<div><a href='/a'>Google</a><a href='/b'>Medium</a></div>", "Google\nMedium"),
        (
            "<table><tr><th>a<th>b</tr><tr><td>1<td>2|3</tr></table>",
            "| a | b |\n|---|---|\n| 1 | 2\\|3 |",
        ),
        ("<table><tr><td>Layout</td></tr></table>", "Layout"),
        ("<b style='font-weight:normal'><p>whole page</p></b>", "whole page"),
        ("<p>see <img alt='a curve' src='https://x/y.png'></p>", "see a curve"),
    ],
)
def test_visible_text_becomes_markdown(html: str, markdown: str) -> None:
    assert markdown_from_html(html).strip() == markdown


def test_code_keeps_its_lines_and_language() -> None:
    html = (
        '<pre><code class="hljs language-python">def f():\n\n\n    return 1 &lt; 2\n</code></pre>'
    )
    assert markdown_from_html(html).strip() == "```python\ndef f():\n\n\n    return 1 < 2\n```"


def test_code_that_holds_a_fence_gets_a_longer_one() -> None:
    assert markdown_from_html("<pre>```\nx\n```</pre>").strip() == "````\n```\nx\n```\n````"


@pytest.mark.parametrize(
    ("html", "tex"),
    [
        (
            (
                '<p>so <span class="katex"><math><semantics><mi>x</mi><annotation '
                'encoding="application/x-tex">x^2</annotation></semantics></math>'
                '<span class="katex-html" aria-hidden="true">x2</span></span>.</p>'
            ),
            "so $x^2$.",
        ),
        (
            (
                '<span class="katex-display"><math><annotation encoding="application/x-tex">'
                "\\sum_i x_i</annotation></math></span>"
            ),
            "$$\\sum_i x_i$$",
        ),
        (
            '<p>so <span class="MathJax">x2</span><script type="math/tex">x^2</script>.</p>',
            "so $x^2$.",
        ),
        ('<p>so <img class="mwe-math-fallback-image-inline" alt="x^2">.</p>', "so $x^2$."),
        ("<p>so <math><mi>x</mi><mo>+</mo><mn>1</mn></math>.</p>", "so x+1."),
    ],
)
def test_formulas_come_as_tex_where_the_page_has_it(html: str, tex: str) -> None:
    assert markdown_from_html(html).strip() == tex


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!DOCTYPE html><html><body>x</body></html>", True),
        ("<meta charset='utf-8'><h1>x</h1>", True),
        ("Version:0.9\nStartHTML:00\n<html><body><p>x</p></body></html>", True),
        ("Explain <b>dropout</b>", False),
        ("<div align=center></div>\n\n## A heading in Markdown", False),
        ("How is a < b tested?", False),
    ],
)
def test_html_is_told_from_text(text: str, expected: bool) -> None:  # noqa: FBT001
    assert looks_like_html(text) is expected


@pytest.mark.parametrize(
    "unit", ["<", "<a ", "<!--", "<![CDATA[", "<![[", "<div>", "<b><p>", "</i>", "&"]
)
def test_broken_html_is_read_in_time(unit: str) -> None:
    markdown_from_html("<p>kept</p>" + unit * (100_000 // len(unit)))


def test_html_that_is_far_too_long_is_refused() -> None:
    with pytest.raises(AppError, match="far more than a question page"):
        markdown_from_html("<p>x</p>" * 700_000)
