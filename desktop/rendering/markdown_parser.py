"""The Markdown parser, set up for our pages."""

from typing import TYPE_CHECKING, Any

from desktop.rendering.math_rules import use_math

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

DEEPEST_NESTING = 80
"""Where the parser stops descending and drops what is left."""


class MarkdownParser:
    """CommonMark with tables, strike-through, math, footnotes and definition lists; no raw HTML.

    An environment holds the link targets and footnotes that a text defines and uses.
    """

    def __init__(self) -> None:
        self._parser = _build()

    def tokens(self, text: str, environment: dict[str, Any]) -> "Sequence[Token]":
        """The tokens of `text`, whose lines end in newlines."""
        return self._parser.parse(text, environment)

    def block_tokens(self, text: str, environment: dict[str, Any]) -> "Sequence[Token]":
        """The tokens of `text` without what is in its lines; quicker by a factor of three."""
        tokens: list[Token] = []
        self._parser.block.parse(text, self._parser, environment, tokens)
        return tokens

    def unclosed_fence(self, text: str) -> str:
        """The marks of the fence that is open at the end of `text`, outside lists and quotes."""
        tokens = self.block_tokens(text, {})
        last = tokens[-1] if tokens else None
        if last is None or last.type != "fence" or last.level or last.map is None:
            return ""
        is_closed = last.map[1] - last.map[0] == last.content.count("\n") + 2
        return "" if is_closed else last.markup


def _build() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - 50 ms, not needed to paint a cached page
    from mdit_py_plugins.deflist import deflist_plugin  # noqa: PLC0415 - as above
    from mdit_py_plugins.footnote import footnote_plugin  # noqa: PLC0415 - as above

    class Parser(MarkdownIt):
        def validateLink(self, url: str) -> bool:  # noqa: ARG002 - the name is the parser's
            """Lets all pass: what a link may point to is decided once, where the tree is built."""
            return True

    parser = Parser("commonmark", {"html": False, "maxNesting": DEEPEST_NESTING})
    parser.enable(["table", "strikethrough"])
    parser.disable(["html_block", "html_inline"])
    parser.use(deflist_plugin)
    parser.use(footnote_plugin, inline=False, move_to_end=False)
    parser.use(use_math)
    return parser
