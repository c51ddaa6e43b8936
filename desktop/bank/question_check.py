"""The rules a question file keeps beyond being readable."""

import re
from collections.abc import Collection, Iterator
from datetime import date
from textwrap import wrap

from desktop.bank.question_file import QuestionFile
from desktop.bank.rubric_check import missing_cues
from desktop.domain.list_items import read_items
from desktop.domain.markdown_lines import LineKind, scan_lines
from desktop.domain.nearest_name import find_nearest_name
from desktop.domain.problem import Problem
from desktop.domain.question import QUICK, Part
from desktop.domain.vocabulary import CATEGORIES, DIFFICULTIES, ROLES, ROUNDS

LONGEST_MINUTES = 240
FORMS = (QUICK,)
QUICK_POINTS = 3
QUICK_MINUTES = 2
QUICK_LINES = 10
LINE_LETTERS = 100

_MOST_NAMED = 15
_ID = re.compile(r"[a-z0-9-]+")
_NUMBER_IN_BRACKETS = re.compile(r"\((-?\d{1,2}|\d+\.\d+)\)")
_TEX_MARKS = re.compile(r"\\[A-Za-z]+|[{}$]")
_WEIGHTS = ("1", "2", "3", "4", "5")


def check_question(
    file: QuestionFile, *, is_shipped: bool, known_ids: Collection[str] | None = None
) -> tuple[Problem, ...]:
    """What breaks the rules in a file that was read; `file.problems` are not repeated.

    The vocabulary is closed where `is_shipped`. Without `known_ids`, `related` is not looked up.
    """
    found = [*_check_name(file), *_check_parts(file), *_check_facts(file)]
    if known_ids is not None:
        found += _check_related(file, known_ids)
    if is_shipped:
        found += [*_check_vocabulary(file), *_check_quick(file)]
    problems = [Problem(file.path, file.lines.get(key, 1), message) for key, message in found]
    if is_shipped:
        problems += [Problem(file.path, line, message) for line, message in missing_cues(file)]
    return tuple(sorted(problems))


def _check_name(file: QuestionFile) -> Iterator[tuple[str, str]]:
    if not _ID.fullmatch(file.question.id):
        yield "", f"the id `{file.question.id}` holds more than a-z, 0-9 and -; rename the file"


def _check_parts(file: QuestionFile) -> Iterator[tuple[str, str]]:
    question = file.question
    if not question.prompt:
        yield "", "there is no prompt; write it between the front matter and the first heading"
    if Part.SAMPLE_ANSWER not in question.parts:
        yield (
            Part.SAMPLE_ANSWER,
            f"there is no sample answer; write one under `## {Part.SAMPLE_ANSWER}`",
        )
    if not question.points:
        yield (
            Part.EXPECTATIONS,
            f"there are no rubric points; list them under `## {Part.EXPECTATIONS}`",
        )
    for item in read_items(question.parts.get(Part.EXPECTATIONS, "")):
        weight = _NUMBER_IN_BRACKETS.match(item)
        if weight and weight[1] not in _WEIGHTS:
            yield Part.EXPECTATIONS, f"a point has the weight {weight[1]}; use (1) to (5)"


def _check_facts(file: QuestionFile) -> Iterator[tuple[str, str]]:
    question = file.question
    if question.companies and not question.source:
        yield "companies", "`companies` stands without a `source`; say where it was asked"
    if question.updated and not _is_date(question.updated):
        yield "updated", f"`{question.updated}` is no date; write it as 2026-11-22"
    if question.minutes is not None and not 1 <= question.minutes <= LONGEST_MINUTES:
        yield "minutes", f"{question.minutes} minutes cannot be; write 1 to {LONGEST_MINUTES}"


def _check_related(file: QuestionFile, known_ids: Collection[str]) -> Iterator[tuple[str, str]]:
    for related in file.question.related:
        if related == file.question.id:
            yield "related", "the question names itself under `related`; leave it out"
        elif related not in known_ids:
            yield "related", f"`{related}` is no question here{_suggestion(related, known_ids)}"


def _check_vocabulary(file: QuestionFile) -> Iterator[tuple[str, str]]:
    question = file.question
    for key, values, allowed in (
        ("category", (question.category,), CATEGORIES),
        ("difficulty", (question.difficulty,), DIFFICULTIES),
        ("rounds", question.rounds or ("",), ROUNDS),
        ("roles", question.roles or ("",), ROLES),
        ("form", (question.form or FORMS[0],), FORMS),
    ):
        for value in values:
            if not value:
                yield key, f"there is no `{key}`; write {' or '.join(allowed[:3])} …"
            elif value not in allowed:
                yield key, f"`{value}` is not on the list for `{key}`{_suggestion(value, allowed)}"
    if question.minutes is None:
        yield "minutes", "there are no `minutes`; write how long a prepared candidate needs"
    if not question.updated:
        yield "updated", "there is no `updated`; write the day of the last change"


def _check_quick(file: QuestionFile) -> Iterator[tuple[str, str]]:
    question = file.question
    if not question.is_quick:
        return
    if question.minutes is not None and question.minutes > QUICK_MINUTES:
        yield "minutes", f"a quick question takes a minute, not {question.minutes}"
    if question.points and len(question.points) != QUICK_POINTS:
        yield (
            Part.EXPECTATIONS,
            f"a quick question has {QUICK_POINTS} points, not {len(question.points)}",
        )
    lines = _count_lines(question.parts.get(Part.SAMPLE_ANSWER, ""))
    if lines > QUICK_LINES:
        asked = f"a quick question's has {QUICK_LINES} at most"
        yield Part.SAMPLE_ANSWER, f"the sample answer fills {lines} lines of a page; {asked}"


def _count_lines(text: str) -> int:
    """The lines of a text on a page of `LINE_LETTERS`, code apart; a line of math stays one."""
    return sum(
        len(wrap(_TEX_MARKS.sub("", line.text), LINE_LETTERS)) if line.is_plain else 1
        for line in scan_lines(text)
        if line.kind in (LineKind.PLAIN, LineKind.MATH)
    )


def _suggestion(value: str, names: Collection[str]) -> str:
    nearest = find_nearest_name(value, names)
    if nearest:
        return f"; did you mean `{nearest}`?"
    return f"; use one of {', '.join(names)}" if len(names) <= _MOST_NAMED else "; leave it out"


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
