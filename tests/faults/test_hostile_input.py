"""Every parser with hostile text: no crash, no hang, only errors that say how to mend it.

GREENROOM_FUZZ sets how many texts each parser reads; GREENROOM_FAULT_SEED chooses others.
"""

import gc
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from operator import mul
from pathlib import Path
from types import FrameType

import pytest
from fault_seeds import FIRST
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from journal_samples import QUESTION_TEXT, a_draft, after
from parsers_under_test import (
    decodes_page,
    reads_html,
    reads_marks,
    reads_page,
    reads_query,
    reads_question,
    reads_settings,
    reads_template,
    renders_markdown,
    sets_formula,
    spells_formula,
)

from desktop.journal.journal import Journal
from desktop.rendering.formula import find_fault

Parser = Callable[[str, Path], None]

FEW, MANY = 200, 100_000
MOST_TIMES = 1_000
MOST_CHARACTERS = 20_000
"""What is in proportion to its length takes a fraction of a second for so many."""

AT_ONCE = 2_000
"""Hypothesis keeps what it tried, and grows slow and large with it."""

LONGEST_S = 1.0
"""Of the processor's time, so that a busy machine fails nothing."""

ODD = (
    *("\0", "\x1b[31m", "\u202e", "\u2066", "\ufeff", "\ud800", "\u2028", "😀", "e\u0301", "ﷺ"),
    *("\n", "\r\n", "\n\n", "\t", "    ", " ", "a", "1", "(" * 60, "[" * 60, ">" * 60, "{" * 60),
    *("*" * 40, "_" * 40, "`" * 40, "$" * 40, "#" * 40, "~" * 40, "|" * 40, "- " * 40, "\\" * 40),
)
QUESTION = (
    *(
        "---\n",
        "title: ",
        "topics: [",
        "]",
        "- ",
        "(5) ",
        "cues: ",
        "## ",
        "# ",
        "!!python/object",
    ),
    *(
        "&a [*a, *a]",
        "*a",
        "<<: *a",
        "!!binary ",
        "? ",
        "'",
        '"',
        "|\n",
        ">-\n",
        "%YAML 9\n",
        "minutes",
    ),
    *(
        ": ",
        "1e999",
        "0x",
        "What the interviewer expects",
        "Follow-up questions",
        "```python\n",
        "> ",
    ),
)
MARKDOWN = (
    *(
        "[a](b)",
        "![",
        "](",
        "[^1]",
        "[^1]: ",
        "<b>",
        "<script>",
        "</",
        "&amp;",
        "&#x110000;",
        "***",
    ),
    *(
        "| a | b |\n|--|--|\n",
        "1. ",
        "99999999999. ",
        "$x$",
        "$$\n",
        "\\[",
        "```\n",
        "~~~\n",
        "===",
    ),
    *("http://a.b", "<http://a>", "a\n: b", "- [ ] ", "*[a]: b", "[a]: b", "---\n", "  \n"),
)
HTML = (
    *(
        "<p>",
        "</p>",
        "<table>",
        "<tr>",
        "<td rowspan=9999>",
        "<ul>",
        "<li>",
        "<ol start=1e9>",
        "<!--",
    ),
    *(
        "-->",
        "<![CDATA[",
        "<math>",
        "<annotation encoding='application/x-tex'>",
        "<pre><code>",
        "<h1>",
    ),
    *(
        "<a href='javascript:x'>",
        "<img src=x onerror=y>",
        "&lt;",
        "&#0;",
        "<br/>",
        "<style>",
        "<?",
        "<!",
    ),
)
QUERY = (
    *(
        "topic:",
        "-",
        '"',
        "difficulty:",
        "minutes:>",
        "<",
        "=",
        "..",
        ":",
        "-status:attempted",
        "is:",
    ),
    *("company:", ",", "due:", "(", ")", "OR", "*", "weak", "9" * 30),
)
TEX = (
    *(
        "\\frac",
        "{",
        "}",
        "^",
        "_",
        "\\left(",
        "\\right",
        "\\begin{matrix}",
        "\\end{matrix}",
        "&",
        "\\\\",
    ),
    *(
        "\\def\\a{\\a\\a}",
        "\\a",
        "\\newcommand",
        "\\sqrt[",
        "]",
        "\\mathbb",
        "\\text{",
        "$",
        "\\sum",
        "x",
    ),
    *(
        "\\operatorname*",
        "\\overset",
        "\\input{/etc/passwd}",
        "\\hspace{9999999em}",
        "%",
        "~",
        "'" * 40,
    ),
)
TOML = (
    *(
        "[[slots]]\n",
        "name = ",
        '"a"',
        "query = ",
        "minutes = ",
        "nan",
        "inf",
        "-1",
        "1e400",
        "true",
    ),
    *(
        "[",
        "]",
        "{",
        "}",
        "=",
        ".",
        "'''",
        '"""',
        "follow_ups = ",
        "theme = ",
        "2026-11-22",
        "\\u0000",
    ),
    *("count = ", "99999999999999999999", "[coach]\n", "budget_minutes = "),
)
JSON = (
    *(
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        '"format"',
        '"greenroom-peer-review"',
        '"version"',
        '"answers"',
    ),
    *(
        '"attempt"',
        '"u1"',
        '"marks"',
        '"point"',
        '"verdict"',
        '"covered"',
        '"evidence"',
        "null",
        "NaN",
    ),
    *("1", "-1", "1e999", "true", '"\\ud800"', "9" * 5000, "[" * 3000),
)


class TooSlowError(BaseException):
    """No parser may catch it."""


def texts(*tokens: str) -> st.SearchStrategy[str]:
    """Texts of pieces a format is made of, odd ones and any characters between them."""
    token = st.sampled_from((*tokens, *ODD))
    repeated = st.builds(mul, token | st.text(min_size=1, max_size=3), st.integers(2, MOST_TIMES))
    piece = st.one_of(st.sampled_from(tokens), token, st.text(max_size=9), repeated)
    return st.lists(piece, max_size=40).map(lambda pieces: "".join(pieces)[:MOST_CHARACTERS])


@contextmanager
def alarm() -> Iterator[None]:
    """Raise in the middle of what takes more than a second of the processor."""

    def ring(_signal: int, _frame: FrameType | None) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGVTALRM, ring)
    gc.disable()  # looking through all that hypothesis keeps is not the parser's time
    signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        gc.enable()
        signal.signal(signal.SIGVTALRM, before)


PARSERS = {
    "question": (reads_question, texts(*QUESTION)),
    "front matter": (reads_question, texts(*QUESTION).map("---\n{}\n---\n".format)),
    "pasted page": (reads_page, texts(*QUESTION, *MARKDOWN)),
    "clipboard": (reads_html, texts(*HTML)),
    "query": (reads_query, texts(*QUERY)),
    "markdown": (renders_markdown, texts(*MARKDOWN)),
    "formula": (spells_formula, texts(*TEX)),
    "typesetting": (sets_formula, texts(*TEX)),
    "template": (reads_template, texts(*TOML)),
    "settings": (reads_settings, texts(*TOML)),
    "peer's marks": (reads_marks, texts(*JSON)),
    "decoding": (decodes_page, texts(*MARKDOWN)),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a journal, for the parsers that read files."""
    with Journal.open(tmp_path / "journal.sqlite") as journal:
        journal.seal(a_draft(), sealed_at=after(9), uuid="u1", question_text=QUESTION_TEXT)
    find_fault("x")
    return tmp_path


def feed(
    parser: Callable[[str, Path], None],
    given_texts: st.SearchStrategy[str],
    folder: Path,
    most: int,
) -> None:
    """Let a parser read so many texts, each within a second."""
    for number in range(0, most, AT_ONCE):
        feed_some(parser, given_texts, folder, FIRST + number, min(AT_ONCE, most - number))


def feed_some(
    parser: Callable[[str, Path], None],
    given_texts: st.SearchStrategy[str],
    folder: Path,
    first: int,
    most: int,
) -> None:
    @seed(first)
    @settings(
        max_examples=most,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(given_texts)
    def read(text: str) -> None:
        with alarm():
            parser(text, folder)

    read()


@pytest.mark.parametrize("name", PARSERS)
def test_a_parser_meets_hostile_text(folder: Path, name: str) -> None:
    feed(*PARSERS[name], folder, FEW)


@pytest.mark.slow
@pytest.mark.parametrize("name", PARSERS)
def test_a_parser_meets_very_much_hostile_text(folder: Path, name: str) -> None:
    feed(*PARSERS[name], folder, int(os.environ.get("GREENROOM_FUZZ", MANY)))
