"""The formulas in a tree."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from desktop.rendering.formula import FormulaKey
from desktop.rendering.page_tree import Math, MathBlock


def formulas_in(node: object) -> Iterator[FormulaKey]:
    """The formulas of a node of the page tree or of a tuple of them, in order."""
    if isinstance(node, Math | MathBlock):
        yield FormulaKey(node.tex, isinstance(node, MathBlock))
    elif isinstance(node, tuple):
        for each in node:
            yield from formulas_in(each)
    elif is_dataclass(node):
        for field in fields(node):
            yield from formulas_in(getattr(node, field.name))
