"""The formulas in a tree."""

from collections.abc import Iterator

from desktop.rendering.formula import FormulaKey
from desktop.rendering.page_tree import Math, MathBlock
from desktop.rendering.tree_node import TreeNode


def formulas_in(node: object) -> Iterator[FormulaKey]:
    """The formulas of a node of the page tree or of a tuple of them, in order."""
    if isinstance(node, Math | MathBlock):
        yield FormulaKey(node.tex, isinstance(node, MathBlock))
    elif isinstance(node, tuple):
        for each in node:
            yield from formulas_in(each)
    elif isinstance(node, TreeNode):
        yield from formulas_in(node.parts())
