"""Every formula of every shipped question is typeset; by default of the files that are run."""

from pathlib import Path

import pytest
from question_choice import chosen_files

from desktop.bank.question_file import read_question
from desktop.rendering.formula import typeset
from desktop.rendering.page_tree import Page
from desktop.rendering.render_page import render_markdown
from desktop.rendering.tree_formulas import formulas_in


def pages(path: Path) -> list[Page]:
    question = read_question(path.read_text(encoding="utf-8"), path=path).question
    return [render_markdown(text) for text in (question.prompt, *question.parts.values())]


@pytest.mark.parametrize("path", chosen_files())
def test_formulas_are_typeset(path: Path) -> None:
    keys = {key for page in pages(path) for key in formulas_in(page.blocks)}
    faults = {key.tex: fault for key in keys if (fault := typeset(key).fault)}
    assert faults == {}
