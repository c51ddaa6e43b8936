"""Which formulas of a question cannot be typeset."""

import re
from collections.abc import Iterator

from desktop.bank.question_file import QuestionFile
from desktop.bank.text_places import line_of
from desktop.domain.markdown_lines import LineKind, scan_lines
from desktop.domain.problem import Problem
from desktop.domain.question import Part, Question
from desktop.rendering.formula import find_fault, is_known, typeset
from desktop.rendering.inline_patterns import VERBATIM
from desktop.rendering.page_tree import Text
from desktop.rendering.render_page import PageRenderer
from desktop.rendering.tree_formulas import formulas_in
from desktop.rendering.tree_node import TreeNode

_VERBATIM = re.compile(VERBATIM, re.DOTALL)
_TEX_NAME = re.compile(r"\\[A-Za-z]{2,}")
_BLANK_LINES = re.compile(r"\n[ \t]*\n")
_SHOWN_LETTERS = 50


class FormulaCheck:
    """Looks through questions; a formula it has seen sound is not read again."""

    def __init__(self) -> None:
        self._renderer = PageRenderer()
        self._sound: set[str] = set()

    def problems(self, file: QuestionFile) -> Iterator[Problem]:
        """Yield each formula that cannot be typeset, and TeX that stands outside of dollars.

        A quick look at the text decides whether the page is rendered, which alone knows.
        """
        texts = tuple(_texts(file.question))
        if not any(map(self._is_suspicious, texts)):
            return
        for text in texts:
            page = self._renderer.render(text)
            for key in formulas_in(page.blocks):
                if key.tex not in self._sound and (fault := typeset(key).fault):
                    shown = " ".join(key.tex.split())[:_SHOWN_LETTERS]
                    message = f"the formula `{shown}` cannot be typeset: {fault}"
                    yield Problem(file.path, line_of(file, key.tex), message)
            for run in _text_runs(page.blocks):
                for name in _known_names(run):
                    message = f"`{name}` stands outside of a formula; put dollars around it"
                    yield Problem(file.path, line_of(file, name), message)

    def _is_suspicious(self, text: str) -> bool:
        for paragraph in _BLANK_LINES.split(_without_code(text)):
            formulas = [one["tex"] or one["display"] for one in _VERBATIM.finditer(paragraph)]
            if not all(self._is_sound(tex) for tex in formulas if tex):
                return True
            if _TEX_NAME.search(_VERBATIM.sub(" ", paragraph)):
                return True
        return False

    def _is_sound(self, tex: str) -> bool:
        if tex not in self._sound and not find_fault(tex):
            self._sound.add(tex)
        return tex in self._sound


def _texts(question: Question) -> Iterator[str]:
    """Yield what is shown of a question, so the cues are left out."""
    yield question.prompt
    for part, text in question.parts.items():
        if part is Part.EXPECTATIONS:
            yield from (point.text for point in question.points)
        else:
            yield text
    yield from (section.body for section in question.other_sections)


def _without_code(text: str) -> str:
    if "```" not in text and "~~~" not in text:
        return text
    shown = (LineKind.PLAIN, LineKind.MATH)
    return "\n".join(line.text if line.kind in shown else "" for line in scan_lines(text))


def _known_names(text: str) -> Iterator[str]:
    """Yield names of TeX; other words behind a backslash, as in a path, are left alone."""
    yield from (name for name in _TEX_NAME.findall(text) if is_known(name))


def _text_runs(node: object) -> Iterator[str]:
    if isinstance(node, Text):
        yield node.text
    elif isinstance(node, tuple):
        for each in node:
            yield from _text_runs(each)
    elif isinstance(node, TreeNode):
        yield from _text_runs(node.parts())
