"""The Markdown parser, set up for our pages."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple
from xml.etree.ElementTree import Element

if TYPE_CHECKING:
    from markdown import Markdown

LinkTargets = Mapping[str, str]
"""The targets of links by normal label."""


class Blocks(NamedTuple):
    """The blocks of a text before what is in their lines is read, and the links it defines."""

    root: Element
    links: LinkTargets


class MarkdownParser:
    """Markdown as GitHub reads it, with math, footnotes and definition lists; no raw HTML."""

    def __init__(self) -> None:
        self._parser = _build()

    def tokens(self, text: str, links: LinkTargets) -> Element:
        """The elements of `text`, whose lines end in newlines, with the targets of its links.

        Raises RecursionError where it is nested too deep.
        """
        root = self.blocks(text).root
        self._parser.references = {label: (target, "") for label, target in links.items()}
        for stage in self._parser.treeprocessors:
            stage.run(root)
        return root

    def blocks(self, text: str) -> Blocks:
        """The blocks of `text` alone; quicker by a factor of three."""
        self._parser.reset()
        root = Element("div")
        lines = text.replace("\2", "").replace("\3", "").removesuffix("\n").split("\n")
        self._parser.parser.parseBlocks(root, lines)
        found = self._parser.references
        return Blocks(root, {label: target for label, (target, _) in found.items()})

    def unclosed_fence(self, text: str) -> str:
        """The marks of the fence that is open at the end of `text`, outside lists and quotes."""
        root = self.blocks(text).root
        return root[-1].get("unclosed", "") if len(root) else ""


def _build() -> "Markdown":
    from markdown import Markdown  # noqa: PLC0415 - 50 ms, not needed to paint a cached page

    from desktop.rendering.block_rules import use_block_rules  # noqa: PLC0415 - as above
    from desktop.rendering.inline_rules import use_inline_rules  # noqa: PLC0415 - as above

    parser = Markdown()
    use_block_rules(parser)
    use_inline_rules(parser)
    parser.treeprocessors.deregister("prettify")
    return parser
