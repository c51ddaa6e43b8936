"""Writing a question: canonical where it is new, its old bytes where nothing changed."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from desktop.bank.front_matter_edit import edit_front_matter
from desktop.bank.question_fields import FIELD_ORDER, write_fields
from desktop.bank.question_file import QuestionFile
from desktop.bank.question_layout import (
    QuestionLayout,
    Section,
    body_of,
    is_section_heading,
    read_layout,
)
from desktop.domain.markdown_lines import LineKind, scan_lines
from desktop.domain.question import OtherSection, Part, Question

_PART_ORDER = tuple(Part)
_FENCE_MARKS = re.compile(r"`{3,}|~{3,}")
_BLANK_LINE_END = re.compile(r"(?:\A|\n\r?\n)\Z")


class _Piece(NamedTuple):
    """A stretch of a file: old bytes, or a new block that wants a blank line on either side."""

    text: str
    is_new: bool


def write_question(question: Question, base: QuestionFile | None = None) -> str:
    """The text of a question file.

    With `base`, what did not change since it was read keeps its bytes: comments, unknown keys and
    sections, line ends. Headings in a part that would start a part of their own go one level down.
    """
    if base is None:
        fields = {name: value for name, value in write_fields(question).items() if value}
        block = edit_front_matter("", {}, fields, FIELD_ORDER, newline="\n")
        return _joined(f"---\n{block}---\n", _new_pieces(question), "\n")
    if question == base.question:
        return base.text
    layout = read_layout(base.text, base.path)
    newline = "\r\n" if "\r\n" in base.text else "\n"
    head = _edited_head(question, base.question, layout, newline)
    return _joined(head, _edited_pieces(question, base.question, layout), newline)


def _new_pieces(question: Question) -> Iterator[_Piece]:
    if question.prompt:
        yield _Piece(_section_free(question.prompt), is_new=True)
    for part in Part:
        if body := question.parts.get(part):
            yield _new_section(part, body)
    for other in question.other_sections:
        yield _new_section(other.heading, other.body)


def _edited_head(question: Question, old: Question, layout: QuestionLayout, newline: str) -> str:
    """The file up to its prompt, with the fields changed that changed."""
    entries = {name.lower(): entry for name, entry in reversed(layout.entries.items())}
    before = write_fields(old)
    changes = {
        name: value for name, value in write_fields(question).items() if value != before[name]
    }
    if "title" not in entries:
        changes["title"] = question.title
    opening, block, closing = layout.head
    if block and not block.endswith("\n"):
        block += newline
    if not opening.rstrip("\ufeff"):
        opening += f"---{newline}"
    block = edit_front_matter(block, entries, changes, FIELD_ORDER, newline=newline)
    return opening + block + (closing or f"---{newline * 2}")


def _edited_pieces(question: Question, old: Question, layout: QuestionLayout) -> Iterator[_Piece]:
    """The prompt and the sections, in the order of the file, new parts in canonical order."""
    yield from _edited_prompt(question.prompt, old.prompt, layout)
    present = {section.part for section in layout.sections}
    missing = [part for part in Part if question.parts.get(part) and part not in present]
    others = iter(question.other_sections)
    old_others = iter(old.other_sections)
    for section in layout.sections:
        part = section.part
        if part is None:
            yield from _edited_other(section, next(others, None), next(old_others), layout)
            continue
        while missing and _PART_ORDER.index(missing[0]) < _PART_ORDER.index(part):
            yield _new_section(missing[0], question.parts[missing.pop(0)])
        body, old_body = question.parts.get(part, ""), old.parts.get(part, "")
        yield from _edited_part(section, body, old_body, layout)
    for part in missing:
        yield _new_section(part, question.parts[part])
    for other in others:
        yield _new_section(other.heading, other.body)


def _edited_prompt(prompt: str, old_prompt: str, layout: QuestionLayout) -> Iterator[_Piece]:
    if prompt == old_prompt:
        yield _Piece(layout.text[layout.prompt_start : layout.prompt_end], is_new=False)
    elif prompt:
        yield _Piece(_section_free(prompt), is_new=True)


def _edited_part(
    section: Section, body: str, old_body: str, layout: QuestionLayout
) -> Iterator[_Piece]:
    if body == old_body:
        yield _old_section(section, layout)
    elif body and section is next(s for s in layout.sections if s.part is section.part):
        heading = layout.text[section.start : section.body_start]
        yield _Piece(f"{heading}\n\n{_section_free(body)}", is_new=True)


def _edited_other(
    section: Section, other: OtherSection | None, old: OtherSection, layout: QuestionLayout
) -> Iterator[_Piece]:
    if other == old:
        yield _old_section(section, layout)
    elif other:
        yield _new_section(other.heading, other.body)


def _old_section(section: Section, layout: QuestionLayout) -> _Piece:
    return _Piece(layout.text[section.start : section.end], is_new=False)


def _new_section(heading: str, body: str) -> _Piece:
    return _Piece(f"## {heading}\n\n{_section_free(body)}".rstrip(), is_new=True)


def _section_free(body: str) -> str:
    """`body` in which no heading starts a section and every code fence is closed."""
    lines = [
        line.text.replace("##", "###", 1) if is_section_heading(line) else line.text
        for line in scan_lines(body_of(body))
    ]
    return "\n".join([*lines, *_closing_fence(body)])


def _closing_fence(markdown: str) -> tuple[str, ...]:
    """The line that closes the fence which `markdown` leaves open; none if it leaves none."""
    open_marks: tuple[str, ...] = ()
    for line in scan_lines(markdown):
        if line.kind is LineKind.FENCE_OPEN and not line.text.lstrip().startswith(">"):
            open_marks = tuple(_FENCE_MARKS.findall(line.text)[:1])
        elif line.kind is not LineKind.FENCE_INSIDE:
            open_marks = ()
    return open_marks


def _joined(head: str, pieces: Iterable[_Piece], newline: str) -> str:
    """The file, new pieces set apart by blank lines, old ones as they were."""
    text = head
    last = _Piece("", is_new=False)
    for piece in pieces:
        if piece.is_new and not last.is_new:
            text += "".join(newline + marks for marks in _closing_fence(last.text))
        while (piece.is_new or last.is_new) and not _BLANK_LINE_END.search(text[-3:]):
            text += newline
        text += piece.text.replace("\n", newline) + newline if piece.is_new else piece.text
        last = piece
    return text
