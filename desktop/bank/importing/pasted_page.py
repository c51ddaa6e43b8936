"""A pasted question page becomes a question, with its doubts and what was not found."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from desktop.bank.importing.clipboard_html import looks_like_html, markdown_from_html
from desktop.bank.importing.cut_off_text import cut_off_warnings
from desktop.bank.importing.import_doubts import import_doubts
from desktop.bank.importing.page_facts import Fact
from desktop.bank.importing.page_fields import PageFields, read_fields
from desktop.bank.importing.page_headings import PageSection
from desktop.bank.importing.page_lines import LineKind, PageLine, read_lines
from desktop.bank.importing.page_metadata import read_labelled
from desktop.bank.importing.page_opening import OPENING_SECTIONS, Opening, Paragraph, read_opening
from desktop.bank.importing.page_parts import PageParts, field_of, read_parts
from desktop.bank.importing.page_prose import prose_markdown
from desktop.bank.importing.page_sections import FoundSection, read_sections
from desktop.bank.importing.page_text import plain_characters
from desktop.bank.importing.page_vocabulary import kebab_case
from desktop.bank.importing.prompt_title import title_from_prompt
from desktop.bank.importing.similar_questions import KnownQuestion, likeness_warnings
from desktop.domain.errors import AppError
from desktop.domain.imported_question import FieldWarning, ImportedQuestion
from desktop.domain.question import Part, Question

_UNTITLED = "Untitled question"
_FIELD_ORDER = (
    *("title", "prompt", "category", "topics", "difficulty", "rounds", "roles", "minutes"),
    *("companies", "imported", *map(field_of, Part), "related"),
)
_LONGEST_ID = 60
_LONGEST_TOPIC_WORDS = 6
_ASKS = re.compile(
    r"(?:how|what|why|when|which|who|where|is|are|do|does|can|should|would|explain|discuss|describe"
    r"|compare|contrast|define|design|implement|derive|build|write|show|prove|given|walk|tell"
    r"|estimate|predict|evaluate|analy[sz]e|find|compute|calculate|suppose|debug|train)\b.*|.*\?",
    re.IGNORECASE,
)
_PLACES_WITHOUT_LABELS = {PageSection.RELATED, PageSection.REFERENCES, Part.SAMPLE_ANSWER}

_BELOW = 1_000_000
"""More than any line number above the sections: facts below stand in lines of their own."""


def read_pasted_page(page: str, today: date, known: Iterable[KnownQuestion]) -> ImportedQuestion:
    """The question in a page pasted on `today` as text or HTML, compared with the `known` ones.

    Raises AppError where there is no text, far too much, or no question in it.
    """
    text = plain_characters(markdown_from_html(page) if looks_like_html(page) else page)
    sections, labelled = _without_labels(read_sections(read_lines(text)), today)
    opening = read_opening(sections, today)
    fields = read_fields(
        (*opening.facts, *labelled), opening.companies_in_text, opening.rounds_in_text, today
    )
    parts = read_parts(sections, _lines(opening.why), _lines(opening.overview), today)
    prompt = prose_markdown(_lines(opening.prompt))
    if not (opening.title or prompt or parts.parts):
        raise AppError(
            "No question was found in this text. Nothing was imported.",
            "Copy the page from its heading to the end of the answer, and paste that.",
        )
    question = _question(opening.title, prompt, fields, parts, today)
    warnings = [
        *_opening_warnings(opening, prompt, question),
        *likeness_warnings(question, known),
        *fields.warnings,
        *import_doubts(question, parts.items, has_own_title=bool(opening.title)),
        *parts.warnings,
        *_gaps(question, parts, sections),
    ]
    warnings.sort(key=lambda warning: _FIELD_ORDER.index(warning.field))
    return ImportedQuestion(
        question, tuple(warnings), tuple(_not_found(question, opening.title, prompt, parts))
    )


def _without_labels(
    sections: Sequence[FoundSection], today: date
) -> tuple[list[FoundSection], tuple[Fact, ...]]:
    """The sections without the labelled lines below the opening, and what these state."""
    kept: list[FoundSection] = []
    facts: list[Fact] = []
    for found in sections:
        if found.section in OPENING_SECTIONS or found.section in _PLACES_WITHOUT_LABELS:
            kept.append(found)
            continue
        lines = [
            line if line.kind is LineKind.TEXT else PageLine(LineKind.BLANK)
            for line in found.lines
        ]
        metadata = read_labelled(lines, today)
        facts.extend(replace(fact, line=_BELOW + len(facts)) for fact in metadata.facts)
        left = (line for at, line in enumerate(found.lines) if at not in metadata.taken)
        kept.append(replace(found, lines=tuple(left)))
    return kept, tuple(facts)


def _question(
    title: str, prompt: str, fields: PageFields, parts: PageParts, today: date
) -> Question:
    title = title or title_from_prompt(prompt) or _UNTITLED
    listed = map(_topic_of, parts.items.get(Part.KEY_TOPICS, ()))
    return Question(
        id=kebab_case(title)[:_LONGEST_ID].strip("-") or "question",
        title=title,
        prompt=prompt or ("" if title == _UNTITLED else title),
        category=fields.category,
        topics=tuple(dict.fromkeys(topic for topic in (*fields.topics, *listed) if topic)),
        difficulty=fields.difficulty,
        rounds=fields.rounds,
        roles=fields.roles,
        minutes=fields.minutes,
        companies=fields.companies,
        source=f"pasted {today.isoformat()}",
        references=parts.references,
        imported=fields.imported,
        parts=parts.parts,
        other_sections=parts.other_sections,
    )


def _topic_of(item: str) -> str:
    """A key topic as a word of front matter: what stands before its brackets, colon or dash."""
    name = re.split(r"\s*[(:]|\s+[–—-]\s+", item.partition("\n")[0], maxsplit=1)[0]
    return kebab_case(name) if len(name.split()) <= _LONGEST_TOPIC_WORDS else ""


def _opening_warnings(opening: Opening, prompt: str, question: Question) -> Iterator[FieldWarning]:
    if not opening.title and prompt:
        yield FieldWarning("title", "The page has no heading; the title is the prompt's start.")
    elif not opening.title:
        yield FieldWarning("title", "The page has neither a heading nor a prompt.")
    elif not prompt and not _ASKS.fullmatch(question.title):
        yield FieldWarning(
            "prompt", "The page asks nothing below its heading; the heading is the prompt."
        )
    yield from cut_off_warnings("prompt", "prompt", _lines(opening.prompt))
    if opening.title.endswith(("...", "…")):
        yield FieldWarning("title", f'The heading breaks off: "{question.title}".')


def _gaps(
    question: Question, parts: PageParts, sections: Iterable[FoundSection]
) -> Iterator[FieldWarning]:
    if question.minutes is None:
        yield FieldWarning("minutes", "The page does not say how many minutes to take.")
    headed = {found.section: found.heading for found in sections}
    for part in Part:
        if part in headed and part not in parts.parts:
            yield FieldWarning(field_of(part), f'There is nothing below "{headed[part]}".')
    if PageSection.RELATED in headed and not parts.related:
        heading = headed[PageSection.RELATED]
        yield FieldWarning("related", f'There is nothing below "{heading}".')


def _not_found(question: Question, title: str, prompt: str, parts: PageParts) -> Iterator[str]:
    if not title:
        yield "title"
    if not prompt and not _ASKS.fullmatch(question.title):
        yield "prompt"
    for name in ("category", "difficulty", "rounds", "roles", "minutes", "companies", "topics"):
        if not getattr(question, name):
            yield name
    yield from (
        field_of(part)
        for part in Part
        if part not in parts.parts and part is not Part.WEAK_ANSWERS
    )
    if not parts.related:
        yield "related"


def _lines(paragraphs: Iterable[Paragraph]) -> tuple[PageLine, ...]:
    return tuple(line for found in paragraphs for line in (*found.lines, PageLine(LineKind.BLANK)))
