"""Renders a text that is being written."""

from collections.abc import Callable
from typing import NamedTuple

from desktop.rendering.definitions import Definitions
from desktop.rendering.line_map import LineMap
from desktop.rendering.page_tree import Page
from desktop.rendering.render_page import PageRenderer, RenderedChunk, joined_page

_KnownChunks = dict[str, tuple[Definitions, RenderedChunk]]


class RenderedText(NamedTuple):
    """The page of a text, and which of its lines became which blocks."""

    page: Page
    lines: LineMap


class LiveRenderer:
    """Renders the next state of a text; chunks that it had before are not parsed again."""

    def __init__(self) -> None:
        self._renderer = PageRenderer()
        self._known: _KnownChunks = {}
        self._definitions: Definitions | None = None

    def render(self, text: str) -> RenderedText:
        """The page of `text`."""
        rendered = self.render_in_time(text, lambda: False)
        assert rendered is not None
        return rendered

    def render_in_time(self, text: str, is_time_up: Callable[[], bool]) -> RenderedText | None:
        """The page of `text`; None if time was up first, and then calling again goes on."""
        chunks = self._renderer.split(text)
        definitions = self._renderer.definitions(chunks)
        is_same = definitions == self._definitions
        self._definitions = None
        known: _KnownChunks = {}
        pieces: list[RenderedChunk] = []
        is_anything_new = False
        for chunk in chunks:
            found = self._known.get(chunk.text)
            if found is None or not (is_same or found[0] == definitions.used_in(chunk.text)):
                if is_anything_new and is_time_up():
                    return None
                is_anything_new = True
                used = definitions.used_in(chunk.text)
                found = (used, self._renderer.render_chunk(chunk.text, used))
                self._known[chunk.text] = found
            known[chunk.text] = found
            pieces.append(found[1])
        self._known, self._definitions = known, definitions
        lines = LineMap([chunk.line_count for chunk in chunks], [len(p.blocks) for p in pieces])
        return RenderedText(joined_page(pieces), lines)
