"""What crosses chunks of a text: link targets and footnotes."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from desktop.rendering.bounds import too_long
from desktop.rendering.chunks import Chunk
from desktop.rendering.markdown_parser import LinkTargets, MarkdownParser

_DEFINITION = re.compile(r"\[[^\]]+\]:")
_FOOTNOTE_LABEL = re.compile(r"\[\^([^\s\]]+)\]")
_FOOTNOTE_USE = re.compile(r"^[ \t>]*\[\^[^\s\]]+\]:|\[\^([^\s\]]+)\]", re.MULTILINE)
"""A footnote's mark; the start of its text matches without a label."""


@dataclass(frozen=True, slots=True)
class Definitions:
    """Link targets by normal label, and the number of each footnote by label."""

    links: LinkTargets = field(default_factory=dict)
    footnotes: Mapping[str, int] = field(default_factory=dict)

    def used_in(self, text: str) -> "Definitions":
        """Those that a chunk may use: the links if it has any, the footnotes it names."""
        if "[" not in text:
            return Definitions()
        labels = _FOOTNOTE_LABEL.findall(text) if self.footnotes else ()
        notes = {label: self.footnotes[label] for label in labels if label in self.footnotes}
        return Definitions(self.links, notes)

    def environment(self) -> LinkTargets:
        """What the parser needs to know of these definitions."""
        return self.links


class _Found(NamedTuple):
    """What one chunk defines and to which footnotes it points."""

    links: LinkTargets
    footnotes: tuple[str, ...]
    used: tuple[str, ...]


_NOTHING = _Found({}, (), ())


class DefinitionReader:
    """Gathers the definitions of a text; what it found in a chunk it knows the next time."""

    def __init__(self, parser: MarkdownParser) -> None:
        self._parser = parser
        self._found: dict[str, _Found] = {}

    def read(self, chunks: Iterable[Chunk]) -> Definitions:
        """The definitions in `chunks`, the first of each label.

        Footnotes count in the order in which the text first points to them.
        """
        before, self._found = self._found, {}
        links: dict[str, str] = {}
        defined: set[str] = set()
        used: dict[str, None] = {}
        for chunk in chunks:
            found = before.get(chunk.text) or self._search(chunk.text)
            self._found[chunk.text] = found
            if found is _NOTHING:
                continue
            for label, target in found.links.items():
                links.setdefault(label, target)
            defined.update(found.footnotes)
            used.update(dict.fromkeys(found.used))
        labels = [label for label in used if label in defined]
        return Definitions(links, {label: n for n, label in enumerate(labels, start=1)})

    def _search(self, text: str) -> _Found:
        if "[" not in text or too_long(text):
            return _NOTHING
        links: LinkTargets = {}
        notes: tuple[str, ...] = ()
        if _DEFINITION.search(text):
            root, links = self._parser.blocks(text)
            notes = tuple(note.get("label", "") for note in root.iter("footnote"))
        return _Found(links, notes, tuple(filter(None, _FOOTNOTE_USE.findall(text))))
