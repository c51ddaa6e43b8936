"""Whether the heading, the prompt and the parts of an imported question belong together."""

import re
from collections.abc import Iterator, Mapping, Sequence

from desktop.bank.importing.page_doubts import (
    are_of_other_areas,
    differ_in_subject,
    never_names_subject,
    strange_topics,
    would_fit_any_question,
)
from desktop.domain.imported_question import FieldWarning
from desktop.domain.question import Part, Question

_NAMES = {
    Part.EXPECTATIONS: "what is expected",
    Part.APPROACH: "the approach",
    Part.FOLLOW_UPS: "the follow-up questions",
}
_TELLING_TO_ANSWER = re.compile(
    r"(?:please )?(?:explain|discuss|describe|define|outline|analy[sz]e|elaborate on|talk about"
    r"|tell me about|walk (?:me|us) through)\s+(?:the (?=\S+s\b))?",
    re.IGNORECASE,
)
_LONGEST_TITLE = 90


def import_doubts(
    question: Question, items: Mapping[Part, Sequence[str]], *, has_own_title: bool
) -> Iterator[FieldWarning]:
    """What does not belong to the prompt; `items` are those of the list parts."""
    subject = question.prompt
    rest = "\n".join(question.parts.values())
    if has_own_title and differ_in_subject(question.title, question.prompt, rest):
        yield _different_heading(question)
    else:
        subject = f"{question.title}\n{question.prompt}"
    strange = strange_topics(subject, items.get(Part.KEY_TOPICS, ()))
    if strange:
        told = "; ".join(strange)
        yield FieldWarning("topics", f"These topics do not belong to the prompt: {told}.")
    for part, name in _NAMES.items():
        yield from _list_doubts(part, name, subject, items.get(part, ()))
    answer = question.parts.get(Part.SAMPLE_ANSWER, "")
    if never_names_subject(subject, answer):
        yield FieldWarning(
            "sample_answer", "The sample answer names nothing that the prompt asks about."
        )


def _different_heading(question: Question) -> FieldWarning:
    sentence = re.split(r"(?<=[.?!])\s", " ".join(question.prompt.split()), maxsplit=1)[0]
    proposal = _TELLING_TO_ANSWER.sub("", sentence, count=1).rstrip(".")
    proposal = proposal[:1].upper() + proposal[1:]
    if len(proposal) > _LONGEST_TITLE:
        proposal = proposal[:_LONGEST_TITLE].rsplit(" ", 1)[0] + "…"
    return FieldWarning(
        "title",
        "Heading and prompt are about different things. The heading is kept as the title; "
        f'after the prompt it would be "{proposal}".',
        proposal,
    )


def _list_doubts(
    part: Part, name: str, subject: str, items: Sequence[str]
) -> Iterator[FieldWarning]:
    field = part.name.lower()
    told = name[:1].upper() + name[1:]
    verb = "are" if part is Part.FOLLOW_UPS else "is"
    if are_of_other_areas(subject, items):
        yield FieldWarning(field, f"{told} {verb} mostly about something else than the prompt.")
    elif part is not Part.FOLLOW_UPS and would_fit_any_question(subject, items):
        yield FieldWarning(
            field, f"{told} {verb} general: nothing in it names what the prompt asks about."
        )
