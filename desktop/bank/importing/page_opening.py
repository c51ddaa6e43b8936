"""What stands above a page's sections: heading, metadata, prompt, why it is asked."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from desktop.bank.importing.page_chips import chip_facts, chips_of_line, looks_like_chip
from desktop.bank.importing.page_facts import Fact, is_label
from desktop.bank.importing.page_headings import PageSection
from desktop.bank.importing.page_lines import LONGEST_HEADING, LineKind, PageLine
from desktop.bank.importing.page_metadata import read_labelled, read_metadata
from desktop.bank.importing.page_sections import FoundSection

OPENING_SECTIONS = (
    PageSection.HEAD,
    PageSection.OVERVIEW,
    PageSection.DETAILS,
    PageSection.PROMPT,
)
_WHY = re.compile(
    r"(?P<company>[^,.?!]{2,60}?) (?:(?:often|frequently|commonly|typically|usually|regularly"
    r"|likes to) )?asks? (?:this|it|these|such)\b.*"
    r"|(?:this|the) (?:interview )?(?:question|problem|prompt|topic) (?:is (?:asked|used|designed"
    r"|often|commonly|frequently|meant)|tests|evaluates|assesses|gauges|probes|measures|checks"
    r"|examines)\b.*"
    r"|(?:asked|used) (?:to|by .{2,40} to) (?:assess|test|evaluate|gauge|see)\b.*"
    r"|(?:interviewers?|hiring managers?|companies) (?:\w+ )?(?:ask|use|want)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_ASKED_AT = re.compile(
    r"\b(?:asked (?:at|by)|interviews? (?:at|with)) "
    r"(?P<company>(?:[A-Z][\w&.'-]*)(?: [A-Z][\w&.'-]*){0,2})"
)
_ROUND_OF_WHY = re.compile(
    r"\b(?:during|in|at) (?:the|an?|its|their) (?P<round>[\w/ -]{3,40}?)"
    r"(?: (?:round|stage|interview|phase))?(?= (?:to|as|for|of|and|when|where)\b|[,.;:])",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:the |an? |most |many |some |top )*(?:interviewers?|compan(?:y|ies)|they|we"
    r"|hiring managers?"
    r"|recruiters?|teams?|people|candidates?|faang)(?: .*)?|.*\b(?:you|who|that|when|if)\b.*",
    re.IGNORECASE,
)
_TITLE_PREFIX = re.compile(
    r"(?:(?:interview )?question(?: \d+)?|q\d*|problem(?: \d+)?|title)\s*[:.)–—-]\s+"
    r"|#?\d{1,5}\.\s+",
    re.IGNORECASE,
)
_SITE_SUFFIX = re.compile(r"\s+[|·•]\s+[^|·•]{2,40}$")
_SENTENCE_END = re.compile(r"[.!?]\s+[A-Z]")
_LONGEST_NAME = 3
_MOST_LINES = 400


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines without a blank line between; `is_after_facts` if metadata stands above it."""

    section: PageSection
    lines: tuple[PageLine, ...]
    is_after_facts: bool

    @property
    def words(self) -> str:
        """The paragraph's bare words on one line."""
        return " ".join(line.plain or line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Opening:
    """What was found above the sections; `title` is "" where the page has no heading."""

    title: str
    facts: tuple[Fact, ...]
    prompt: tuple[Paragraph, ...]
    why: tuple[Paragraph, ...]
    overview: tuple[Paragraph, ...]
    companies_in_text: tuple[str, ...]
    rounds_in_text: tuple[str, ...]


def read_opening(sections: Sequence[FoundSection], today: date) -> Opening:
    """The heading, facts, prompt and reason of a page; what it says twice is there once."""
    pairs = list(_opening_lines(sections))
    lines = [line for _, line in pairs]
    evidence = tuple(_companies_in(line.plain for line in lines[:_MOST_LINES]))
    title_index = _find_title(pairs, evidence, today)
    metadata = read_metadata(lines, today, title_index=title_index, companies=evidence)
    title = "" if title_index is None else _clean_title(lines[title_index].plain)
    paragraphs = tuple(_paragraphs(pairs, metadata.taken | {title_index}))
    why = tuple(found for found in paragraphs if _WHY.fullmatch(found.words))
    asking = _said_once(found for found in paragraphs if found not in why)
    prompt, overview = _prompt_and_overview(asking)
    return Opening(
        title=title,
        facts=metadata.facts,
        prompt=prompt,
        why=_said_once(why),
        overview=overview,
        companies_in_text=evidence,
        rounds_in_text=tuple(_rounds_in(why)),
    )


def _opening_lines(sections: Iterable[FoundSection]) -> Iterator[tuple[PageSection, PageLine]]:
    for found in sections:
        if isinstance(found.section, PageSection) and found.section in OPENING_SECTIONS:
            for line in (*found.lines, PageLine(LineKind.BLANK)):
                yield found.section, line


def _find_title(
    pairs: Sequence[tuple[PageSection, PageLine]], companies: Sequence[str], today: date
) -> int | None:
    """The line that is the page's heading: the highest marked one, else the first plain one."""
    head = [index for index, (section, _) in enumerate(pairs) if section is PageSection.HEAD]
    head = head[:_MOST_LINES]
    lines = [line for _, line in pairs]
    marked = [index for index in head if lines[index].kind is LineKind.HEADING]
    if marked:
        return min(marked, key=lambda index: (lines[index].level, index))
    candidates = [
        index
        for index in head
        if lines[index].kind in {LineKind.TEXT, LineKind.ITEM}
        and not _is_fact(lines[index], today)
    ]
    names = {company.casefold() for company in companies}
    for at, index in enumerate(candidates):
        words = lines[index].plain
        has_longer_below = any(_is_titlelike(lines, below) for below in candidates[at + 1 :])
        may_be_name = looks_like_chip(words) and len(words.split()) <= _LONGEST_NAME
        if words.casefold() in names or (
            may_be_name and has_longer_below and at == 0 and _is_beside_fact(lines, index, today)
        ):
            continue
        return index if _is_titlelike(lines, index) or may_be_name else None
    return None


def _is_titlelike(lines: Sequence[PageLine], index: int) -> bool:
    """Whether a plain line reads like a heading: short, one sentence, not going on below."""
    words = lines[index].plain
    below = lines[index + 1] if index + 1 < len(lines) else PageLine(LineKind.BLANK)
    goes_on = below.kind is LineKind.TEXT and below.plain[:1].islower()
    return (
        len(words) <= LONGEST_HEADING
        and len(words.split()) >= _LONGEST_NAME
        and not _SENTENCE_END.search(_TITLE_PREFIX.sub("", words))
        and not goes_on
        and lines[index].marker != "-"
    )


def _is_beside_fact(lines: Sequence[PageLine], index: int, today: date) -> bool:
    below = (line for line in lines[index + 1 :] if line.kind is not LineKind.BLANK)
    return _is_fact(next(below, PageLine(LineKind.BLANK)), today)


def _is_fact(line: PageLine, today: date) -> bool:
    if line.kind not in {LineKind.TEXT, LineKind.ITEM}:
        return False
    if is_label(line.plain) or read_labelled([line], today).taken:
        return True
    return any(chip_facts(chip, today) for chip in (line.text, *chips_of_line(line.text)))


def _clean_title(words: str) -> str:
    return _SITE_SUFFIX.sub("", _TITLE_PREFIX.sub("", words)).strip(" :*#")


def _paragraphs(
    pairs: Sequence[tuple[PageSection, PageLine]], taken: Iterable[int | None]
) -> Iterator[Paragraph]:
    is_taken = frozenset(taken)
    places = [(section, index) for index, (section, _) in enumerate(pairs)]
    for section, group in groupby(places, key=lambda place: place[0]):
        lines: list[PageLine] = []
        is_after_facts = False
        for _, index in group:
            line = pairs[index][1]
            is_text = index not in is_taken and line.kind is not LineKind.BLANK
            if lines and (not is_text or _starts_reason(lines[-1], line)):
                yield Paragraph(section, tuple(lines), is_after_facts)
                lines = []
            if is_text:
                lines.append(line)
            is_after_facts = is_after_facts or index in is_taken


def _starts_reason(above: PageLine, line: PageLine) -> bool:
    return above.plain.endswith((".", "?", "!")) and _WHY.fullmatch(line.plain) is not None


def _said_once(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs without those, and those lines, that repeat what stands above them."""
    seen: set[str] = set()
    kept: list[Paragraph] = []
    for paragraph in paragraphs:
        key = _spoken(paragraph.words)
        is_text = all(line.kind is LineKind.TEXT for line in paragraph.lines)
        if is_text and key in seen:
            continue
        lines = tuple(
            line
            for line in paragraph.lines
            if line.kind is not LineKind.TEXT or _spoken(line.plain) not in seen
        )
        seen.add(key)
        seen.update(_spoken(line.plain) for line in lines if line.kind is LineKind.TEXT)
        seen.discard("")
        if lines:
            kept.append(Paragraph(paragraph.section, lines, paragraph.is_after_facts))
    return tuple(kept)


def _prompt_and_overview(
    paragraphs: Sequence[Paragraph],
) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """What is asked, and what only sums it up."""
    headed = [found for found in paragraphs if found.section is PageSection.PROMPT]
    summed = [
        found
        for found in paragraphs
        if found.section is PageSection.OVERVIEW and not found.is_after_facts
    ]
    plain = [found for found in paragraphs if found not in headed and found not in summed]
    for prompt in (headed, plain, summed):
        if prompt:
            return tuple(prompt), tuple(found for found in paragraphs if found not in prompt)
    return (), ()


def _companies_in(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        asked = _WHY.fullmatch(text)
        name = asked["company"] if asked else None
        if name and not _NOBODY.fullmatch(name) and name[0].isalnum():
            yield name
        if found := _ASKED_AT.search(text):
            yield found["company"].rstrip(".,'")


def _rounds_in(why: Iterable[Paragraph]) -> Iterator[str]:
    for paragraph in why:
        yield from (found["round"] for found in _ROUND_OF_WHY.finditer(paragraph.words))


def _spoken(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))
