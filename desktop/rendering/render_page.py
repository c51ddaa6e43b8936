"""Markdown to the tree of a page."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.rendering import bounds
from desktop.rendering.chunks import Chunk, ChunkSplitter
from desktop.rendering.definitions import DefinitionReader, Definitions
from desktop.rendering.markdown_parser import MarkdownParser
from desktop.rendering.page_tree import Block, Footnote, Footnotes, Page
from desktop.rendering.tree_builder import TreeBuilder


@dataclass(frozen=True, slots=True)
class RenderedChunk:
    """The blocks of a chunk, and the footnotes defined in it."""

    blocks: tuple[Block, ...]
    footnotes: tuple[Footnote, ...] = ()


def render_markdown(text: str) -> Page:
    """The page of a Markdown text; nothing in it is fetched, run or read from disk."""
    return PageRenderer().render(text)


KnownChunks = dict[str, tuple[Definitions, RenderedChunk]]
"""Rendered chunks by their text, with the definitions they were rendered with."""


def render_chunks(text: str) -> KnownChunks:
    """The rendered chunks of a text; for a worker, as a long text needs 10 ms per 1,000 words."""
    renderer = PageRenderer()
    known: KnownChunks = {}
    renderer.render_with(text, known)
    return known


class PageRenderer:
    """Renders pages, and chunks of a page that is being written."""

    def __init__(self) -> None:
        self._parser = MarkdownParser()
        self._splitter = ChunkSplitter(self._parser.unclosed_fence)
        self._definition_reader = DefinitionReader(self._parser)

    def render(self, text: str) -> Page:
        """The whole page of `text`."""
        _, pieces = self.render_with(text, {})
        return joined_page(pieces)

    def render_with(
        self, text: str, known: KnownChunks
    ) -> tuple[list[Chunk], list[RenderedChunk]]:
        """The chunks of `text` and what they became; only those not `known` are parsed.

        `known` holds afterwards the chunks of `text` and no others.
        """
        chunks = self.split(text)
        definitions = self._definition_reader.read(chunks)
        before = dict(known)
        known.clear()
        for chunk in chunks:
            used = definitions.used_in(chunk.text)
            rendered = before.get(chunk.text)
            if rendered is None or rendered[0] != used:
                rendered = (used, self.render_chunk(chunk.text, used))
            known[chunk.text] = rendered
        return chunks, [known[chunk.text][1] for chunk in chunks]

    def split(self, text: str) -> list[Chunk]:
        """The chunks of `text`; quick where it resembles the text that was split last."""
        return self._splitter.split(_normal(text))

    def render_chunk(self, text: str, definitions: Definitions) -> RenderedChunk:
        """The blocks of one chunk; plain text with a note where it is beyond our bounds."""
        if reason := bounds.too_long(text):
            return RenderedChunk((bounds.plain(text, reason),))
        try:
            root = self._parser.tokens(text, definitions.environment())
        except RecursionError:
            return RenderedChunk((bounds.plain(text, bounds.TOO_DEEP),))
        if reason := bounds.too_much(root):
            return RenderedChunk((bounds.plain(text, reason),))
        builder = TreeBuilder(root, definitions.footnotes)
        blocks = builder.blocks()
        return RenderedChunk(blocks, tuple(builder.footnotes))


def joined_page(chunks: Iterable[RenderedChunk]) -> Page:
    """The page made of rendered chunks, the footnotes gathered at its end."""
    blocks: list[Block] = []
    notes: dict[int, Footnote] = {}
    for chunk in chunks:
        blocks.extend(chunk.blocks)
        for note in chunk.footnotes:
            notes.setdefault(note.number, note)
    if notes:
        blocks.append(Footnotes(tuple(notes[number] for number in sorted(notes))))
    return Page(tuple(blocks))


def _normal(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
