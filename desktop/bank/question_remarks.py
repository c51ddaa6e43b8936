"""What an editor would remark on a question that breaks no rule."""

import re
from collections.abc import Iterator
from math import ceil

from desktop.bank.question_file import QuestionFile
from desktop.bank.rubric_check import missing_cues, vague_points
from desktop.bank.text_places import line_of
from desktop.domain.problem import Problem
from desktop.domain.question import Part, Question
from desktop.domain.word_count import count_words

FAR_MINUTES = {"easy": (3, 20), "medium": (8, 50), "hard": (15, 90)}
"""The map of the bank gives easy ones 5 to 10 minutes, medium ones 15 to 25, hard ones 30 to 45;
less than half or more than twice of that is a slip."""

MOST_WORDS_A_MINUTE = 170
"""Quicker than this nobody speaks who wants to be understood."""

_CONSTRAINT = re.compile(
    r"\d|\$|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|dozen|half|twice|double"
    r"|hundred|thousand|million|billion|within|without|only|at most|at least|no more|no longer"
    r"|fewer|less than|more than|under|over|must|may not|cannot|never|limit\w*|budget\w*|exactly"
    r"|except|unless|assum\w+|given|suppose|per cent|percent)\b",
    re.IGNORECASE,
)


def remarks_on(file: QuestionFile, *, is_shipped: bool) -> tuple[Problem, ...]:
    """Remarks on a question, in order of lines."""
    found = [*vague_points(file), *_far_minutes(file)]
    if is_shipped:
        found += _free_prompt(file)
    else:
        found += missing_cues(file)
    return tuple(sorted(Problem(file.path, line, message) for line, message in found))


def is_for_editors(question: Question) -> bool:
    """Whether somebody here wrote it; a page that was imported is left as it came."""
    return not question.imported and not question.source.startswith(("pasted", "imported"))


def _far_minutes(file: QuestionFile) -> Iterator[tuple[int, str]]:
    question = file.question
    if question.minutes is None:
        return
    line = file.lines.get("minutes", 1)
    spoken = count_words(question.parts.get(Part.SAMPLE_ANSWER, "")) / MOST_WORDS_A_MINUTE
    least, most = FAR_MINUTES.get(question.difficulty, (1, question.minutes))
    given = question.minutes
    if spoken > given:
        takes = f"to say the sample answer takes {ceil(spoken)} minutes, `minutes` is {given}"
        yield line, f"{takes}; shorten the one or raise the other"
    elif not question.is_quick and not least <= given <= most:
        usual = f"what is {question.difficulty} takes {least} to {most}"
        yield line, f"`minutes` is {given}, {usual}; mend `minutes` or `difficulty`"


def _free_prompt(file: QuestionFile) -> Iterator[tuple[int, str]]:
    prompt = file.question.prompt
    if prompt and not _CONSTRAINT.search(prompt):
        line = line_of(file, prompt)
        yield line, "the prompt holds no number and no constraint; give one that decides something"
