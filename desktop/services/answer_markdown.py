"""The answers to one question as a Markdown page that any editor opens."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from desktop.bank.yaml_scalar import write_scalar
from desktop.domain.attempt import Attempt
from desktop.domain.mark import Verdict, counting_marks
from desktop.domain.question import Part, Question
from desktop.services.embedded_markdown import embed_markdown
from desktop.services.notes_markdown import ExportedAttempt, notes_markdown

_SECONDS_A_MINUTE = 60
_TEXT_LEVEL = 3
"""Headings in a prompt or an answer start here: the title is 1, the page's own headings are 2."""


def answer_markdown(
    question: Question, answered: Sequence[ExportedAttempt], question_digest: str = ""
) -> str:
    """Front matter, prompt and answers with their marks, the newest first; they come oldest first.

    There is at least one. `question_digest` is that of the text the prompt is from: an answer to
    other words says so. Times are UTC, so that the page is the same wherever it is made.
    """
    newest, *earlier = reversed(answered)
    page = [
        "\n".join(("---", *_front_matter(question, answered), "---")),
        f"# {' '.join(question.title.split()) or newest.attempt.question_key}",
    ]
    if question.prompt.strip():
        page += ["## Question", embed_markdown(question.prompt, _TEXT_LEVEL)]
    page += _section(newest, "Newest answer" if earlier else "Answer", question_digest)
    for one in earlier:
        page += _section(one, f"Attempt {one.attempt.number}", question_digest)
    return "\n\n".join(page) + "\n"


def _front_matter(question: Question, answered: Sequence[ExportedAttempt]) -> Iterator[str]:
    newest, notes, _ = answered[-1]
    yield f"question: {write_scalar(newest.question_key)}"
    yield f"title: {write_scalar(question.title)}"
    for name, text in (("category", question.category), ("difficulty", question.difficulty)):
        if text:
            yield f"{name}: {write_scalar(text)}"
    for name, texts in (
        ("topics", question.topics),
        ("tags", tuple(filter(None, map(_tag, question.topics)))),
    ):
        if texts:
            yield f"{name}: {_list(texts)}"
    yield f"attempt: {newest.number}"
    yield f"answered: [{', '.join(_moment(one.attempt.sealed_at) for one in answered)}]"
    yield f"minutes: {_minutes(newest.active_s)}"
    if newest.budget_s:
        yield f"budget: {_minutes(newest.budget_s)}"
        yield f"overtime: {_yes_or_no(is_true=_is_overtime(newest))}"
    yield f"with_help: {_yes_or_no(is_true=newest.is_with_help)}"
    if marks := counting_marks(notes.marks).values():
        yield f"covered: {sum(mark.verdict is Verdict.COVERED for mark in marks)}"
        yield f"points: {len(marks)}"
    if notes.is_starred:
        yield "starred: true"


def _section(one: ExportedAttempt, heading: str, question_digest: str) -> Iterator[str]:
    text = embed_markdown(one.attempt.text, _TEXT_LEVEL)
    yield f"## {heading}"
    yield f"*{' · '.join(_facts(one.attempt, question_digest))}*"
    yield text if text.strip() else "(nothing was written)"
    yield from notes_markdown(one)


def _facts(attempt: Attempt, question_digest: str) -> Iterator[str]:
    yield f"Attempt {attempt.number}, {attempt.sealed_at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    used = _minutes(attempt.active_s)
    yield (
        f"{used} of {_minutes(attempt.budget_s)} minutes"
        if attempt.budget_s
        else f"{used} minutes"
    )
    if _is_overtime(attempt):
        yield f"overtime: {_minutes(max(0.0, attempt.active_s - attempt.budget_s))} minutes"
    if attempt.is_with_help:
        parts = dict.fromkeys(map(_part_name, attempt.revealed))
        yield f"with help: {', '.join(parts)}"
    if question_digest and attempt.digest != question_digest:
        yield "the question had other words then"


def _is_overtime(attempt: Attempt) -> bool:
    return attempt.text_at_budget is not None


def _part_name(revealed: str) -> str:
    return Part[revealed].value if revealed in Part.__members__ else "another part"


def _list(texts: Sequence[str]) -> str:
    return f"[{', '.join(write_scalar(text, in_list=True) for text in texts)}]"


def _tag(topic: str) -> str:
    """The topic as a tag, which has no spaces and is not a number."""
    tag = re.sub(r"[^\w/-]+", "-", topic).strip("-/")
    return "" if tag.isdigit() else tag


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _minutes(seconds: float) -> str:
    return f"{seconds / _SECONDS_A_MINUTE:.1f}".removesuffix(".0")


def _yes_or_no(*, is_true: bool) -> str:
    return "true" if is_true else "false"
