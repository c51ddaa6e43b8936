"""A question out of plain fields: a row of a table, a card, a heading with its answer."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from desktop.bank.importing.card_html import has_html, markdown_of_card
from desktop.bank.importing.demoted_headings import demote_headings
from desktop.bank.importing.page_facts import stated_minutes
from desktop.bank.importing.page_text import LONGEST_TEXT, visible_characters
from desktop.bank.importing.page_vocabulary import (
    NamedValue,
    find_category,
    find_difficulty,
    find_role,
    find_round,
    kebab_case,
)
from desktop.bank.importing.prompt_title import title_from_prompt
from desktop.bank.new_id import new_id
from desktop.domain.import_batch import ImportField
from desktop.domain.imported_question import FieldWarning, ImportedQuestion
from desktop.domain.list_items import read_items, write_items
from desktop.domain.part_headings import find_part
from desktop.domain.question import OtherSection, Part, Question

_SEPARATORS = re.compile(r"\s*(?:[,;|\n]|::)\s*")
_LONGEST_TITLE = 300
_LONGEST_WORD = 60
_LONGEST_FACT = 200
_MOST_WORDS = 50
FindValue = Callable[[str], NamedValue | None]

_LIST_PARTS = {ImportField.POINTS: Part.EXPECTATIONS, ImportField.FOLLOW_UPS: Part.FOLLOW_UPS}


class NoQuestionError(Exception):
    """The fields ask nothing; the message says why."""


def read_flat_question(
    fields: Mapping[ImportField, str],
    source: str,
    *,
    others: Mapping[str, str] | None = None,
    is_html: bool | None = False,
) -> ImportedQuestion:
    """The question that some fields state; `others` are kept by their names.

    `source` says where it came from; `is_html` is None where each field shows by itself whether it
    is HTML or Markdown. Raises NoQuestionError if neither a title nor a prompt is
    there, or if a field is far too long.
    """
    return _FlatReader(fields, others or {}, is_html=is_html).read(source)


def import_source(name: str, today: date) -> str:
    """What a question says of where it came from."""
    shown = " ".join(visible_characters(name).split())[:_LONGEST_FACT]
    return f"imported {today.isoformat()} from {shown}" if shown else f"imported {today}"


class _FlatReader:
    def __init__(
        self, fields: Mapping[ImportField, str], others: Mapping[str, str], *, is_html: bool | None
    ) -> None:
        self._is_html = is_html
        self._fields = {name: self._markdown(text) for name, text in fields.items()}
        self._others = {name: self._markdown(text) for name, text in others.items()}
        self._warnings: list[FieldWarning] = []

    def read(self, source: str) -> ImportedQuestion:
        prompt = self._of(ImportField.PROMPT)
        title = " ".join(self._of(ImportField.TITLE).split())
        if len(title) > _LONGEST_TITLE:
            prompt, title = f"{title}\n\n{prompt}".strip(), ""
        title = title or title_from_prompt(prompt)
        if not title:
            raise NoQuestionError("there is no question here")
        parts = self._parts()
        facts, sections = self._kept_others(parts)
        question = Question(
            id=new_id(title, ()),
            title=title,
            prompt=demote_headings(prompt or title),
            category=self._one(ImportField.CATEGORY, find_category),
            topics=self._topics(),
            difficulty=self._one(ImportField.DIFFICULTY, find_difficulty).lower(),
            rounds=self._many(ImportField.ROUNDS, find_round),
            roles=self._many(ImportField.ROLES, find_role),
            minutes=self._minutes(),
            companies=self._listed(ImportField.COMPANIES),
            source=source,
            references=tuple(_lines(self._of(ImportField.REFERENCES))),
            imported=facts,
            parts=parts,
            other_sections=sections,
        )
        return ImportedQuestion(question, tuple(self._warnings), tuple(_not_found(question)))

    def _markdown(self, text: str) -> str:
        if len(text) > LONGEST_TEXT:
            raise NoQuestionError(
                f"a field has {len(text):,} characters, far more than a question or its answer"
            )
        if has_html(text) if self._is_html is None else self._is_html:
            text = markdown_of_card(text)
        return visible_characters(text).strip()

    def _of(self, name: ImportField) -> str:
        return self._fields.get(name, "")

    def _listed(self, name: ImportField) -> tuple[str, ...]:
        """The words of a list written in one field, with the marks of a list taken off."""
        parts = _SEPARATORS.split(self._of(name), maxsplit=_MOST_WORDS)
        words = [" ".join(part.strip("[](){}#*-\"'` ").split()) for part in parts]
        kept = [word for word in words[:_MOST_WORDS] if word and len(word) <= _LONGEST_WORD]
        if len(kept) < len(list(filter(None, words))):
            message = f"Not all of the {name.value} were taken: some are too long or too many."
            self._warnings.append(FieldWarning(name.value, message))
        return tuple(kept)

    def _topics(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(filter(None, map(_topic, self._listed(ImportField.TOPICS)))))

    def _one(self, name: ImportField, find: FindValue) -> str:
        words = " ".join(self._of(name).split())[:_LONGEST_FACT]
        found = find(words) if words else None
        if words and found is None and name is ImportField.DIFFICULTY:
            self._warnings.append(
                FieldWarning(
                    name.value, f'"{words}" is neither easy, medium nor hard; it is kept.'
                )
            )
        return found.value if found else words

    def _many(self, name: ImportField, find: FindValue) -> tuple[str, ...]:
        found = ((word, find(word)) for word in self._listed(name))
        values = (value.value if value else _topic(word) for word, value in found)
        return tuple(dict.fromkeys(filter(None, values)))

    def _minutes(self) -> int | None:
        words = self._of(ImportField.MINUTES)
        if not words:
            return None
        told = f"{words} minutes" if words.replace(".", "", 1).isdecimal() else words
        facts = stated_minutes(told[:_LONGEST_WORD])
        if not facts:
            self._warnings.append(
                FieldWarning("minutes", f'"{words[:_LONGEST_WORD]}" is no number of minutes.')
            )
            return None
        return int(facts[0].value)

    def _parts(self) -> dict[Part, str]:
        parts = {
            part: demote_headings(_as_list(self._of(name)))
            for name, part in _LIST_PARTS.items()
            if self._of(name)
        }
        if answer := self._of(ImportField.ANSWER):
            parts[Part.SAMPLE_ANSWER] = demote_headings(answer)
        return parts

    def _kept_others(
        self, parts: dict[Part, str]
    ) -> tuple[dict[str, str], tuple[OtherSection, ...]]:
        """Short values as facts of the import, long ones as sections; `parts` take their own."""
        facts: dict[str, str] = {}
        sections: list[OtherSection] = []
        for name, text in self._others.items():
            heading = " ".join(visible_characters(name).split()).strip("# ")[:_LONGEST_WORD]
            if not text:
                continue
            part = find_part(heading)
            if part:
                parts[part] = "\n\n".join(filter(None, (parts.get(part), demote_headings(text))))
            elif "\n" in text or len(text) > _LONGEST_FACT:
                sections.append(OtherSection(heading or "Other", demote_headings(text)))
            else:
                facts[kebab_case(heading) or "other"] = text
        return facts, tuple(sections)


def _not_found(question: Question) -> Iterator[str]:
    for name in ("category", "difficulty", "topics"):
        if not getattr(question, name):
            yield name
    if Part.SAMPLE_ANSWER not in question.parts:
        yield "sample_answer"


def _topic(word: str) -> str:
    """A word of front matter; letters that are not Latin are kept."""
    return kebab_case(word) if word.isascii() else "-".join(word.casefold().split())


def _lines(text: str) -> Iterator[str]:
    items = read_items(text)
    yield from items or (line.strip() for line in text.splitlines() if line.strip())


def _as_list(text: str) -> str:
    if read_items(text):
        return text
    return write_items(line.strip() for line in re.split(r"[\n;]", text) if line.strip())
