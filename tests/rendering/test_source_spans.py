"""The looks of Markdown source, line by line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.markdown_lines import LineKind, scan_lines
from desktop.rendering.source_span import Span, SpanKind
from desktop.rendering.source_spans import LONGEST_READ, source_spans
from desktop.rendering.source_state import START, SourceLine, read_line


def read_lines(*lines: str) -> list[tuple[SourceLine, list[Span]]]:
    """What each line is, and its spans."""
    state, read = START, []
    for text in lines:
        line = read_line(text, state)
        read.append((line, source_spans(text, state, line)))
        state = line.after
    return read


def kinds(*lines: str) -> list[LineKind]:
    return [line.kind for line, _ in read_lines(*lines)]


def stretches(*lines: str) -> list[tuple[str, str]]:
    """The spans of the last line that are no marks, as pairs of text and kind."""
    text, spans = lines[-1], read_lines(*lines)[-1][1]
    shown = [span for span in spans if span.kind is not SpanKind.MARK]
    return sorted((text[span.start : span.end], span.kind.value) for span in shown)


def marks(*lines: str) -> list[str]:
    """The marks of the last line, in their order."""
    text, spans = lines[-1], read_lines(*lines)[-1][1]
    found = sorted(span for span in spans if span.kind is SpanKind.MARK)
    return [text[span.start : span.end] for span in found]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("plain words", []),
        ("## A step", [("## A step", "heading")]),
        ("#hashtag", []),
        ("a *b* c", [("*b*", "emphasis")]),
        ("**b** and __c__", [("**b**", "strong"), ("__c__", "strong")]),
        ("**a *b* c**", [("**a *b* c**", "strong"), ("*b*", "emphasis")]),
        ("***a***", [("***a***", "emphasis"), ("**a**", "strong")]),
        ("~~a~~ ~b~", [("~~a~~", "struck")]),
        ("snake_case_name and 2 * 3 * 4", []),
        ("`*a*` \\*b*", [("`*a*`", "code")]),
        ("it costs $5-$10 or $20", []),
        ("$x_1$ and $$y_2$$", [("$$y_2$$", "math"), ("$x_1$", "math")]),
        ("[a *b*](http://x.y/_z_)", [("*b*", "emphasis"), ("a *b*", "link")]),
        ("![curve](roc.png) [ref][r] [not]", [("curve", "link"), ("ref", "link")]),
        ("<https://a.b> <b>html</b>", [("<https://a.b>", "link")]),
        ("so[^1]", [("[^1]", "footnote")]),
        ("[r]: http://x.y/a_b_c", [("[r]:", "link")]),
        ("- [x] done", [("- [x]", "list")]),
        ("  12. twelve", [("  12.", "list")]),
        ("-no list", []),
        ("> 1. *a*", [(" 1.", "list"), ("*a*", "emphasis"), ("> 1. *a*", "quote")]),
        ("😀 *a*", [("*a*", "emphasis")]),
    ],
)
def test_spans_of_a_line(line: str, expected: list[tuple[str, str]]) -> None:
    assert stretches(line) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("## a",), ["##"]),
        (("**a** b",), ["**", "**"]),
        (("[a](b)",), ["[", "](b)"]),
        (("---",), ["---"]),
        (("| a | `|` |",), ["|", "|", "|"]),
        (("a | b", "--|--", "c | d"), ["|"]),
        (("a | b",), []),
        (("a | b", "--|--", "c | d", "", "a | b"), []),
        (("```python",), ["```python"]),
    ],
)
def test_marks_of_a_line(lines: tuple[str, ...], expected: list[str]) -> None:
    assert marks(*lines) == expected


def test_code_in_a_fence_is_no_markdown() -> None:
    assert stretches("```", "**a**") == [("**a**", "fenced")]
    assert stretches("```", "**a**", "```", "**a**") == [("**a**", "strong")]


def test_math_goes_on_until_it_is_closed() -> None:
    assert stretches("so that $$ a") == [("$$ a", "math")]
    assert stretches("$$", "a_1 * b * c") == [("a_1 * b * c", "math")]
    assert stretches("$$", "a", "b $$ *c*") == [("*c*", "emphasis"), ("b $$", "math")]
    assert stretches("$$", "never closed", "", "*c*") == [("*c*", "emphasis")]


LINES = st.lists(
    st.sampled_from(
        ("", "a", "```", "````", "~~~", "```py", "> ```", "> x", "- ```", "  ```", "# h", "a `x`")
    ),
    max_size=12,
)


@given(LINES)
def test_fences_are_those_of_the_page(lines: list[str]) -> None:
    whole = [line.kind for line in scan_lines("\n".join(lines))]
    assert kinds(*lines)[: len(whole)] == whole


@given(st.lists(st.text("a1 *_~`$\\[]()<>|#-!^:\t😀", max_size=30), max_size=6))
def test_spans_lie_in_their_line(lines: list[str]) -> None:
    for text, (_, spans) in zip(lines, read_lines(*lines), strict=True):
        assert all(0 <= span.start <= span.end <= len(text) for span in spans)


@given(st.text("ab *_~.", max_size=40))
def test_emphasis_is_nested(text: str) -> None:
    found = [span for span in read_lines(f"x {text}")[0][1] if span.kind is not SpanKind.MARK]
    for one in found:
        for other in found:
            is_apart = one.end <= other.start or other.end <= one.start
            is_inside = one.start <= other.start and other.end <= one.end
            is_around = other.start <= one.start and one.end <= other.end
            assert is_apart or is_inside or is_around


def test_the_end_of_an_endless_line_is_plain() -> None:
    text = "*a* " * 300_000
    assert max(span.end for span in read_lines(text)[0][1]) <= LONGEST_READ
