"""Which lines above a page's sections are metadata, and the facts they state."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from desktop.bank.importing.page_chips import chip_facts, chips_of_line, looks_like_chip, settled
from desktop.bank.importing.page_facts import (
    Fact,
    FactKind,
    is_label,
    is_vague_label,
    labelled_facts,
    unlabelled_facts,
)
from desktop.bank.importing.page_lines import LineKind, PageLine, bare_words
from desktop.bank.importing.site_chrome import is_site_chrome

_LABELLED = re.compile(r"\s*([^:：|\t]{2,30}?)\s*(?:[:：]|\t+)\s*(\S.*)$")
_CELLS = re.compile(r"\s*\|\s*")
_ASKING = re.compile(
    r"(?:explain|compare|contrast|describe|discuss|define|design|implement|derive|build|write|show"
    r"|prove|what|how|why|when|which|given|you|your|walk|tell|suppose|estimate|predict|evaluate)\b",
    re.IGNORECASE,
)
_MOST_LINES = 400
"""Lines that are read for facts; metadata stands near the top, and each line takes a while."""

_CONTINUED_CHARS = 50
_MOST_NAME_WORDS = 4


@dataclass(frozen=True, slots=True)
class Metadata:
    """The facts of some lines in page order, and the indices of the lines that state them."""

    facts: tuple[Fact, ...]
    taken: frozenset[int]


def read_metadata(
    lines: Sequence[PageLine], today: date, *, title_index: int | None, companies: Sequence[str]
) -> Metadata:
    """The facts among the lines above the sections.

    `title_index` is the line that is the title and no chip; `companies` are names that the page
    gives in a sentence, by which a chip is known to be a company.
    """
    reader = _MetadataReader(lines, today, title_index)
    reader.read_stated()
    reader.read_chips()
    reader.read_neighbours(companies)
    return Metadata(settled(reader.facts), frozenset(reader.found))


def read_labelled(lines: Sequence[PageLine], today: date) -> Metadata:
    """The facts in labelled lines alone, as they may stand below the sections as well."""
    reader = _MetadataReader(lines, today, None)
    reader.read_labelled()
    return Metadata(reader.facts, frozenset(reader.found))


class _MetadataReader:
    def __init__(self, lines: Sequence[PageLine], today: date, title_index: int | None) -> None:
        self._lines = lines
        self._today = today
        self._order = [
            index
            for index, line in enumerate(lines)
            if line.kind is not LineKind.BLANK and index != title_index
        ][:_MOST_LINES]
        self.found: dict[int, tuple[Fact, ...]] = {}

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All that is found, in page order."""
        return tuple(
            replace(fact, line=index) for index in sorted(self.found) for fact in self.found[index]
        )

    def read_labelled(self) -> None:
        """Take labelled lines, label lines with their value below, and rows of tables."""
        for place, index in enumerate(self._order):
            if index in self.found:
                continue
            line = self._lines[index]
            if line.kind is LineKind.LITERAL:
                self._read_row(place, line)
            elif facts := self._labelled(place, line):
                self.found[index] = facts
            elif is_label(line.plain) and not is_vague_label(line.plain):
                self._read_value_below(place, line)

    def read_stated(self) -> None:
        """Take labelled lines, then dates, counts and durations that stand alone."""
        self.read_labelled()
        for place, index in enumerate(self._order):
            line = self._lines[index]
            if index in self.found or line.kind is LineKind.LITERAL or self._goes_on(place):
                continue
            if facts := unlabelled_facts(line.plain, line.text, self._today):
                self.found[index] = self._with_name_below(place, facts)

    def read_chips(self) -> None:
        """Take lines of chips that are understood."""
        for place, index in enumerate(self._order):
            line = self._lines[index]
            if index in self.found or line.kind is LineKind.LITERAL or self._goes_on(place):
                continue
            chips = [chip for chip in chips_of_line(line.text) if not _is_idle(chip)]
            read = [chip_facts(chip, self._today) for chip in chips]
            understood = zip(read, map(bare_words, chips), strict=True)
            if any(read) and all(facts or looks_like_chip(words) for facts, words in understood):
                self.found[index] = tuple(
                    fact
                    for facts, chip in zip(read, chips, strict=True)
                    for fact in facts or (_unknown(bare_words(chip)),)
                )

    def read_neighbours(self, companies: Sequence[str]) -> None:
        """Take short lines beside chips, and say which of all unknown chips is the company."""
        for order in (self._order, self._order[::-1]):
            for near, index in pairwise(order):
                if (
                    index not in self.found
                    and self.found.get(near)
                    and self._may_be_chip(index, near)
                ):
                    self.found[index] = (_unknown(self._lines[index].plain),)
        self._name_companies(companies)

    def _may_be_chip(self, index: int, near: int) -> bool:
        """Whether a line that is not understood reads like a name beside the line `near`."""
        words = self._lines[index].plain
        if self._lines[index].kind is not LineKind.TEXT or not looks_like_chip(words):
            return False
        if _ASKING.match(words) or words[0].islower():
            return False
        return abs(index - near) == 1 or len(words.split()) < _MOST_NAME_WORDS

    def _name_companies(self, companies: Sequence[str]) -> None:
        facts = self.facts
        unknown = [fact.value for fact in facts if fact.kind is FactKind.OTHER and not fact.name]
        known = {fact.value.casefold() for fact in facts if fact.kind is FactKind.COMPANY}
        known |= {company.casefold() for company in companies}
        is_sure = any(value.casefold() in known for value in unknown)
        if not is_sure and not any(fact.kind is FactKind.COMPANY for fact in facts):
            known = {_likely_company(unknown).casefold()}
        for index, stated in self.found.items():
            self.found[index] = tuple(
                Fact(FactKind.COMPANY, fact.value, fact.wording, is_clear=is_sure)
                if fact.kind is FactKind.OTHER and not fact.name and fact.value.casefold() in known
                else fact
                for fact in stated
            )

    def _labelled(self, place: int, line: PageLine) -> tuple[Fact, ...]:
        """The facts of a line with one label, or with a label in each of its chips."""
        whole = _label_and_value(line.text)
        chips = chips_of_line(line.text)
        pairs = [pair for pair in map(_label_and_value, chips) if pair]
        if not whole or 1 < len(pairs) < len(chips):
            return ()
        if len(pairs) == 1:
            pairs = [whole]
        return tuple(
            fact
            for label, value in pairs
            if not is_vague_label(label) or self._is_among_facts(place)
            for fact in labelled_facts(label, value, self._today)
        )

    def _is_among_facts(self, place: int) -> bool:
        near = [self._order[at] for at in (place - 1, place + 1) if 0 <= at < len(self._order)]
        return any(index in self.found or self._is_stated(self._lines[index]) for index in near)

    def _is_stated(self, line: PageLine) -> bool:
        labelled = _label_and_value(line.text)
        if labelled and not is_vague_label(labelled[0]):
            return bool(labelled_facts(*labelled, self._today))
        return bool(chip_facts(line.text, self._today))

    def _read_value_below(self, place: int, line: PageLine) -> None:
        if place + 1 >= len(self._order):
            return
        below = self._order[place + 1]
        value = self._lines[below]
        if value.kind in {LineKind.LITERAL, LineKind.HEADING} or is_label(value.plain):
            return
        if facts := labelled_facts(line.plain, value.plain, self._today):
            self.found[self._order[place]] = ()
            self.found[below] = facts

    def _read_row(self, place: int, line: PageLine) -> None:
        cells = _cells(line.text)
        if len(cells) == 2 and (facts := labelled_facts(cells[0], cells[1], self._today)):  # noqa: PLR2004
            self.found[self._order[place]] = facts
            return
        rows = [self._lines[index] for index in self._order[place + 1 : place + 3]]
        if len(rows) != 2 or not cells or not all(map(is_label, cells)):  # noqa: PLR2004
            return
        values = _cells(rows[1].text)
        if set(rows[0].text) <= set("|-: ") and len(values) == len(cells):
            pairs = zip(cells, values, strict=True)
            facts = tuple(f for pair in pairs for f in labelled_facts(*pair, self._today))
            self.found[self._order[place]] = facts
            self.found.update(dict.fromkeys(self._order[place + 1 : place + 3], ()))

    def _with_name_below(self, place: int, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
        """A count with the word on the next line, as `7` above `likes`."""
        if len(facts) != 1 or facts[0].kind is not FactKind.COUNT or facts[0].name:
            return facts
        below = self._order[place + 1] if place + 1 < len(self._order) else None
        if below is None or below in self.found:
            return facts
        named = labelled_facts(self._lines[below].plain, facts[0].value, self._today)
        if not named or named[0].kind is not FactKind.COUNT:
            return facts
        self.found[below] = ()
        return named

    def _goes_on(self, place: int) -> bool:
        """Whether a line goes on with a sentence of the line right above it."""
        index = self._order[place]
        above = self._lines[index - 1] if index else PageLine(LineKind.BLANK)
        return (
            above.kind in {LineKind.TEXT, LineKind.ITEM}
            and len(above.plain) >= _CONTINUED_CHARS
            and above.plain[-1].isalnum()
            and self._lines[index].plain[:1].islower()
        )


def _label_and_value(text: str) -> tuple[str, str] | None:
    found = _LABELLED.match(text)
    label = bare_words(found[1]) if found else ""
    return (label, bare_words(found[2])) if found and is_label(label) else None


def _is_idle(chip: str) -> bool:
    """Whether a chip is a button of the site, or says how long the page takes to read."""
    return is_site_chrome(bare_words(chip), chip)


def _unknown(chip: str) -> Fact:
    return Fact(FactKind.OTHER, chip, chip, is_clear=False)


def _likely_company(unknown: Sequence[str]) -> str:
    """The chip that is said more than once, else the first that reads like a name."""
    counts: Mapping[str, int] = {value: unknown.count(value) for value in unknown}
    repeated = [value for value in unknown if counts[value] > 1]
    names = [value for value in unknown if len(value.split()) <= _MOST_NAME_WORDS]
    return next(iter([*repeated, *names]), "")


def _cells(row: str) -> tuple[str, ...]:
    return tuple(bare_words(cell) for cell in _CELLS.split(row.strip().strip("|")) if cell.strip())
