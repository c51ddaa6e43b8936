from pathlib import Path

import pytest

from desktop.bank.question_file import read_question
from desktop.services.formula_check import FormulaCheck

HEAD = "---\ntitle: T\n---\n\n"


def told(text: str) -> list[str]:
    file = read_question(HEAD + text, path=Path("a.md"))
    return [str(problem) for problem in FormulaCheck().problems(file)]


@pytest.mark.parametrize(
    "text",
    [
        "A loss $-\\log p$ and\n\n$$\\frac{1}{n}\\sum_i x_i$$\n",
        "It costs $5-$10, or $3 more.",
        "The folder `C:\\alpha` and the folder C:\\windows\\new.",
        "```python\nprint('$\\\\nothing{$', r'\\alpha')\n```\n",
        "## What the interviewer expects\n\n- (1) Says so.\n  cues: \\theta, `\\frac`\n",
        "A star \\* and a dollar \\$ are escaped.",
    ],
)
def test_what_renders_is_not_told(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("So $\\frac{1}{2$ of it.", "a.md:5: the formula `\\frac{1}{2` cannot be typeset: a {"),
        ("One.\n\nSo $\\nosuchthing x$.", "a.md:7: the formula `\\nosuchthing x` cannot be"),
        ("## Sample answer\n\n$$\n\\begin{matrix} a\n$$\n", "has no \\end"),
        ("So \\frac is bare.", "a.md:5: `\\frac` stands outside of a formula; put dollars"),
        ("## Other\n\nWith \\alpha at 0.05.", "a.md:7: `\\alpha` stands outside"),
    ],
)
def test_what_does_not_render_is_told_with_its_line(text: str, message: str) -> None:
    (problem,) = told(text)
    assert message in problem
