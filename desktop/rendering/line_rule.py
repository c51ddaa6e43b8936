"""A rule of the parser for blocks, as all of ours are."""

from abc import abstractmethod
from xml.etree.ElementTree import Element

from markdown.blockprocessors import BlockProcessor


class LineRule(BlockProcessor):
    """Reads a block from lines.

    The parser gives a rule all lines that are left, each as what it calls a block; `run` takes
    those it knows away from the front, or returns False where it knows none.
    """

    @abstractmethod
    def starts(self, line: str) -> bool:
        """Whether a line may be the first of such a block."""

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - the parser's protocol
        """Whether the parser should have this rule try the lines from `block` on."""
        return self.starts(block)
