"""Our rules for blocks in the order in which the parser tries them."""

from markdown import Markdown
from markdown.util import Registry

from desktop.rendering.container_blocks import (
    FootnoteText,
    LinesHandedBack,
    List,
    Meanings,
    Quote,
)
from desktop.rendering.leaf_blocks import (
    BlankLines,
    DisplayMath,
    FencedCode,
    HashHeading,
    IndentedCode,
    LinkTarget,
    ParagraphText,
    RuleLine,
    Table,
)

_RULES = (
    *(LinesHandedBack, BlankLines, IndentedCode, FencedCode, DisplayMath, HashHeading),
    *(RuleLine, Quote, List, FootnoteText, LinkTarget, Table, Meanings, ParagraphText),
)


def use_block_rules(parser: Markdown) -> None:
    """Gives `parser` our rules in place of its own; it is to be fed lines, not paragraphs."""
    rules = parser.parser.blockprocessors = Registry()
    for priority, rule in enumerate(reversed(_RULES)):
        rules.register(rule(parser.parser), rule.__name__, priority)
