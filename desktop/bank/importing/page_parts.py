"""The parts of a question from the sections of its page."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from desktop.bank.importing.cut_off_text import cut_off_warnings
from desktop.bank.importing.page_chips import chip_facts, chips_of_line
from desktop.bank.importing.page_headings import PageSection
from desktop.bank.importing.page_items import PageList, listed_in_one_line, read_page_list
from desktop.bank.importing.page_lines import LineKind, PageLine
from desktop.bank.importing.page_prose import prose_markdown
from desktop.bank.importing.page_sections import FoundSection
from desktop.domain.imported_question import FieldWarning
from desktop.domain.list_items import write_items
from desktop.domain.question import OtherSection, Part
from desktop.domain.rubric import read_follow_ups, read_points, write_follow_ups, write_points

_LISTS: dict[Part, Callable[[Sequence[str]], str]] = {
    Part.EXPECTATIONS: lambda items: write_points(read_points(write_items(items))),
    Part.KEY_TOPICS: write_items,
    Part.APPROACH: lambda items: write_items(items, is_numbered=True),
    Part.FOLLOW_UPS: lambda items: write_follow_ups(read_follow_ups(write_items(items))),
    Part.WEAK_ANSWERS: write_items,
}

_NAME_WORDS = 3


@dataclass(frozen=True, slots=True)
class PageParts:
    """The Markdown of the parts, their items where they are lists, and what is doubtful."""

    parts: dict[Part, str]
    items: dict[Part, tuple[str, ...]]
    other_sections: tuple[OtherSection, ...]
    related: tuple[str, ...]
    references: tuple[str, ...]
    warnings: tuple[FieldWarning, ...]


def read_parts(
    sections: Sequence[FoundSection],
    why: Sequence[PageLine],
    overview: Sequence[PageLine],
    today: date,
) -> PageParts:
    """The parts below the opening; `why` and `overview` are the lines of them found above."""
    lines = {part: _lines_of(part, sections) for part in Part}
    lines[Part.WHY] = _joined([tuple(why), lines[Part.WHY]])
    parts, items = {}, {}
    for part, own in lines.items():
        if not any(line.kind is not LineKind.BLANK for line in own):
            continue
        if part in _LISTS:
            parts[part], items[part] = _listed(own, part)
        else:
            parts[part] = prose_markdown(own, finds_passages=part is Part.SAMPLE_ANSWER)
    related = tuple(_related(_lines_of(PageSection.RELATED, sections), today))
    return PageParts(
        parts=parts,
        items=items,
        other_sections=tuple(_other_sections(sections, overview, related)),
        related=related,
        references=tuple(_items_of(_lines_of(PageSection.REFERENCES, sections))),
        warnings=tuple(_breaks(lines, sections)),
    )


def field_of(part: Part) -> str:
    """The name of a part as a field of the import."""
    return part.name.lower()


def _lines_of(
    section: Part | PageSection, sections: Iterable[FoundSection]
) -> tuple[PageLine, ...]:
    return _joined([found.lines for found in sections if found.section is section])


def _joined(groups: Iterable[Sequence[PageLine]]) -> tuple[PageLine, ...]:
    return tuple(line for group in groups for line in (*group, PageLine(LineKind.BLANK)))


def _listed(lines: Sequence[PageLine], part: Part) -> tuple[str, tuple[str, ...]]:
    """The Markdown of a list part, and its items; its headings stay between its lists."""
    starts = [0, *(i for i, line in enumerate(lines) if line.kind is LineKind.HEADING and i)]
    written: list[str] = []
    items: list[str] = []
    for start, end in pairwise([*starts, len(lines)]):
        heads = lines[start : start + 1] if lines[start].kind is LineKind.HEADING else ()
        found = _single_list(lines[start + len(heads) : end], part)
        blocks = (
            prose_markdown(heads),
            prose_markdown(found.before),
            _LISTS[part](found.items),
            prose_markdown(found.after),
        )
        written.extend(block for block in blocks if block)
        items.extend(found.items)
    return "\n\n".join(written), tuple(items)


def _single_list(lines: Sequence[PageLine], part: Part) -> PageList:
    found = read_page_list(lines)
    if part is Part.KEY_TOPICS and len(found.items) == 1:
        return PageList(
            listed_in_one_line(found.items[0]) or found.items, found.before, found.after
        )
    return found


def _items_of(lines: Sequence[PageLine]) -> Iterator[str]:
    for item in read_page_list(lines).items:
        yield " ".join(item.split())


def _related(lines: Sequence[PageLine], today: date) -> Iterator[str]:
    """The titles of related questions, without the chips and the company below each."""
    items = list(_items_of(lines))
    are_chips = [any(chip_facts(chip, today) for chip in chips_of_line(item)) for item in items]
    for place, item in enumerate(items):
        is_above_chips = any(are_chips[place + 1 : place + 2])
        is_below_title = place > 0 and not are_chips[place - 1]
        is_company = is_above_chips and is_below_title and item.count(" ") < _NAME_WORDS
        if not are_chips[place] and not is_company:
            yield item


def _other_sections(
    sections: Iterable[FoundSection], overview: Sequence[PageLine], related: Sequence[str]
) -> Iterator[OtherSection]:
    if overview:
        yield OtherSection("Overview", prose_markdown(overview))
    for found in sections:
        body = prose_markdown(found.lines) if found.section is PageSection.OTHER else ""
        if body:
            yield OtherSection(found.heading, body)
    if related:
        yield OtherSection("Related questions", write_items(related))


def _breaks(
    lines: dict[Part, tuple[PageLine, ...]], sections: Iterable[FoundSection]
) -> Iterator[FieldWarning]:
    """What breaks off, by its dots or because the site keeps the rest."""
    for part, own in lines.items():
        yield from cut_off_warnings(field_of(part), part.value.lower(), own)
    for found in sections:
        if isinstance(found.section, Part) and found.hidden_rest:
            yield FieldWarning(
                field_of(found.section),
                f'The page keeps more behind "{found.hidden_rest}"; only what it showed is here.',
            )
