"""Markdown to the tree of a page."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from desktop.rendering.chunks import Chunk, split_chunks
from desktop.rendering.markdown_parser import MarkdownParser
from desktop.rendering.page_tree import Block, Footnote, Footnotes, Page, PlainText
from desktop.rendering.tree_builder import TreeBuilder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

LONGEST_PROSE = 20_000
"""Characters of one chunk of prose; emphasis marks alone take the parser 50 ms for as many."""

MOST_BRACKETS = 1_000
"""In one chunk of prose; the parser needs time that grows with their square, 20 ms for these."""

LONGEST_CODE = 100_000
"""Characters of one chunk that is a single code block."""

MOST_LINES = 2_000
DEEPEST_BLOCK = 24
MOST_COLUMNS = 32
MOST_CELLS = 4_000

_DEFINITION = re.compile(r"\[[^\]\n]+(?:\n[^\]\n]+)*\]:")
_FOOTNOTE_USE = re.compile(r"\[\^([^\s\]]+)\]")
_LABEL = re.compile(r"\[([^\[\]]+)\]")


@dataclass(frozen=True, slots=True)
class Definitions:
    """What crosses chunks: link targets by label, and the number of each footnote by label."""

    links: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    footnotes: Mapping[str, int] = field(default_factory=dict)

    def environment(self) -> dict[str, Any]:
        """A parser environment that knows these definitions."""
        numbers = {f":{label}": number for label, number in self.footnotes.items()}
        notes = {number: {"count": 0} for number in self.footnotes.values()}
        return {"references": dict(self.links), "footnotes": {"refs": numbers, "list": notes}}


@dataclass(frozen=True, slots=True)
class RenderedChunk:
    """The blocks of a chunk, and the footnotes defined in it."""

    blocks: tuple[Block, ...]
    footnotes: tuple[Footnote, ...] = ()


def render_markdown(text: str) -> Page:
    """The page of a Markdown text; nothing in it is fetched, run or read from disk."""
    return PageRenderer().render(text)


class PageRenderer:
    """Renders pages and chunks of pages; it holds a parser and nothing else."""

    def __init__(self) -> None:
        self._parser = MarkdownParser()

    def render(self, text: str) -> Page:
        """The whole page of `text`."""
        chunks = self.split(text)
        definitions = self.definitions(chunks)
        return joined_page(self.render_chunk(chunk.text, definitions) for chunk in chunks)

    def split(self, text: str) -> tuple[Chunk, ...]:
        """The chunks of `text`."""
        return tuple(split_chunks(_normal(text), self._unclosed_fence))

    def definitions(self, chunks: "Iterable[Chunk]") -> Definitions:
        """The link targets that `chunks` define and the numbers of their footnotes.

        Footnotes count in the order in which the text first points to them.
        """
        environment: dict[str, Any] = {}
        used: dict[str, None] = {}
        for chunk in chunks:
            if "[" not in chunk.text or _is_too_long(chunk.text):
                continue
            if _DEFINITION.search(chunk.text):
                self._parser.block_tokens(chunk.text, environment)
            used.update(dict.fromkeys(_FOOTNOTE_USE.findall(chunk.text)))
        defined = environment.get("footnotes", {}).get("refs", {})
        labels = [label for label in used if f":{label}" in defined]
        numbers = {label: number for number, label in enumerate(labels, start=1)}
        return Definitions(environment.get("references", {}), numbers)

    def render_chunk(self, text: str, definitions: Definitions) -> RenderedChunk:
        """The blocks of one chunk; plain text with a note where it is beyond our bounds."""
        if note := _is_too_long(text):
            return RenderedChunk((_plain(text, note),))
        tokens = self._parser.tokens(text, definitions.environment())
        if note := _is_too_much(tokens):
            return RenderedChunk((_plain(text, note),))
        builder = TreeBuilder(tokens, definitions.footnotes)
        blocks = builder.blocks()
        return RenderedChunk(blocks, tuple(builder.footnotes))

    def _unclosed_fence(self, text: str) -> str:
        tokens = self._parser.block_tokens(text, {})
        last = tokens[-1] if tokens else None
        if last is None or last.type != "fence" or last.level or last.map is None:
            return ""
        is_closed = last.map[1] - last.map[0] == last.content.count("\n") + 2
        return "" if is_closed else last.markup


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


def _is_too_long(text: str) -> str:
    """Why a chunk is not worth parsing, or ""."""
    if len(text) > LONGEST_CODE or (len(text) > LONGEST_PROSE and not _is_fence(text)):
        return "too long to lay out"
    if text.count("[") > MOST_BRACKETS and not _is_fence(text):
        return "too full of brackets to lay out"
    if text.count("\n") > MOST_LINES:
        return "too many lines to lay out"
    return ""


def _is_fence(text: str) -> bool:
    return text.startswith(("```", "~~~"))


def _is_too_much(tokens: "Sequence[Token]") -> str:
    """Why what the parser found is not worth laying out, or ""."""
    if any(token.level > DEEPEST_BLOCK for token in tokens):
        return "nested too deep to lay out"
    columns = cells = 0
    for token in tokens:
        if token.type == "th_open":
            columns += 1
        elif token.type == "td_open":
            cells += 1
        elif token.type == "table_close":
            if columns > MOST_COLUMNS or cells > MOST_CELLS:
                return "too many cells to lay out"
            columns = cells = 0
    return ""


def _plain(text: str, reason: str) -> PlainText:
    lines = text.split("\n")
    shown = "\n".join(lines[:MOST_LINES])[:LONGEST_PROSE].rstrip("\n")
    rest = len(text.rstrip("\n")) - len(shown)
    note = f"This is {reason}, so it is shown as plain text."
    if rest > 0:
        note += f" {rest:,} more characters are in the text but not shown here."
    return PlainText(shown, note)
