"""What a line of Markdown is: prose, code or math."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.markdown_lines import Heading, LineKind, scan_lines

LETTERS = {
    LineKind.PLAIN: "p",
    LineKind.FENCE_OPEN: "<",
    LineKind.FENCE_INSIDE: "c",
    LineKind.FENCE_CLOSE: ">",
    LineKind.MATH: "m",
}


def kinds(*lines: str) -> str:
    return "".join(LETTERS[line.kind] for line in scan_lines("\n".join(lines)))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("a", "```python", "## b", "```", "c"), "p<c>p"),
        (("~~~~", "~~~", "```", "~~~~~"), "<cc>"),
        (("````md", "```", "x", "```", "````", "y"), "<ccc>p"),
        (("- item", "  ```sql", "  select 1", "  ```", "- next"), "p<c>p"),
        (("1. ```python", "   x = 1", "   ```"), "<c>"),
        (("> ```", "> x", "> ```", "after"), "<c>p"),
        (("> ```", "> x", "not quoted"), "<cp"),
        (("```", "never closed", "## x"), "<cc"),
        (("``` not a `fence`", "x"), "pp"),
        (("```", "``` info closes nothing", "```  "), "<c>"),
        (("`` `", "x"), "pp"),
    ],
)
def test_fences(lines: tuple[str, ...], expected: str) -> None:
    assert kinds(*lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("$$x$$",), "m"),
        (("$$", "- x", "## y", "$$", "z"), "mmmmp"),
        (("  $$x", "+ y$$ and words", "z"), "mmp"),
        (("so that $$", "- x", "$$", "z"), "pmmp"),
        (("a $$x$$ b", "- y"), "pp"),
        (("$$ never closed", "", "## y", "$$z$$"), "pppm"),
        (("$$ cut by code", "```", "$$", "```"), "p<c>"),
        (("the shell's `$$` is a process id", "- x", "and `$$` again"), "ppp"),
        ((r"\$$ costs more", "- x", r"\$$"), "ppp"),
        (("> $$", "> x", "> $$", "y"), "pmmp"),
        (("`` ` $$ ``", "- x", "$$y$$"), "ppm"),
    ],
)
def test_display_math(lines: tuple[str, ...], expected: str) -> None:
    assert kinds(*lines) == expected


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("## Key topics", Heading(2, "Key topics")),
        ("   ### Spaced   ##  ", Heading(3, "Spaced")),
        ("# C#", Heading(1, "C#")),
        ("##\xa0Pasted", Heading(2, "Pasted")),
        ("##", Heading(2, "")),
        ("## ##", Heading(2, "")),
        ("##no space", None),
        ("    ## indented code", None),
        ("####### seven", None),
        ("words", None),
    ],
)
def test_headings(line: str, heading: Heading | None) -> None:
    (only,) = scan_lines(line)
    assert only.heading == heading


def test_a_heading_in_code_or_math_is_none() -> None:
    text = "```\n# a comment\n```\n$$\n# b\n$$\n# real"
    assert [line.heading for line in scan_lines(text) if line.heading] == [Heading(1, "real")]


def test_info_stays_with_all_lines_of_its_fence() -> None:
    lines = list(scan_lines("~~~python norun\nx\n~~~\ny"))
    assert [line.info for line in lines] == ["python norun"] * 3 + [""]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_endings_are_no_part_of_a_line(ending: str) -> None:
    text = ending.join(["```", "x", "", "```", "y"])
    lines = list(scan_lines(text))
    assert [line.text for line in lines] == ["```", "x", "", "```", "y"]
    assert [line.number for line in lines] == [1, 2, 3, 4, 5]
    assert [line.kind for line in lines].count(LineKind.FENCE_INSIDE) == 2


@given(st.text(st.sampled_from("ab \n\r`~$>#-1.\t\\\u2028"), max_size=200))
def test_lines_cover_the_text(text: str) -> None:
    lines = list(scan_lines(text))
    starts = [line.start for line in lines]
    rebuilt = ""
    for line, end in zip(lines, [*starts, len(text)][1:], strict=True):
        raw = text[line.start : end]
        assert raw.rstrip("\r\n") == line.text
        rebuilt += raw
    assert rebuilt == text


@pytest.mark.parametrize(
    "unit",
    ["```\nx\n", "`$$` $$\n", "$$\n", "$$$ `` ` ", "> ", "- ", "# # ", "`" * 7 + " x ", "\n"],
)
def test_hostile_text_is_scanned(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    assert sum(1 for _ in scan_lines(text)) >= 1
