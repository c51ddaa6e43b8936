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


class PageRenderer:
    """Renders pages chunk by chunk."""

    def __init__(self) -> None:
        self._parser = MarkdownParser()
        self._splitter = ChunkSplitter(self._parser.unclosed_fence)
        self._definition_reader = DefinitionReader(self._parser)

    def render(self, text: str) -> Page:
        """The whole page of `text`."""
        chunks = self.split(text)
        definitions = self.definitions(chunks)
        return joined_page(
            self.render_chunk(chunk.text, definitions.used_in(chunk.text)) for chunk in chunks
        )

    def split(self, text: str) -> list[Chunk]:
        """The chunks of `text`; quick where it resembles the text that was split last."""
        return self._splitter.split(_normal(text))

    def definitions(self, chunks: Iterable[Chunk]) -> Definitions:
        """What crosses chunks of a text; quick for chunks that were in the last one."""
        return self._definition_reader.read(chunks)

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
