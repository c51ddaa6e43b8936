"""Reads a question file from disk, whatever it holds."""

from dataclasses import replace
from pathlib import Path

from desktop.bank.question_file import QuestionFile, read_question
from desktop.domain.errors import AppError
from desktop.domain.problem import Problem

MOST_BYTES = 2_000_000
"""A question is some kilobytes; beyond this it is another kind of file."""


def read_question_file(path: Path) -> QuestionFile:
    """The question in a file; raises AppError if the file is too large or cannot be read."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise AppError(
            f"{path.name} cannot be read: {error.strerror or error}.",
            "Check that the file is there and may be read. The other questions are not affected.",
        ) from error
    if len(data) > MOST_BYTES:
        raise AppError(
            f"{path.name} is larger than {MOST_BYTES // 1_000_000} MB, so it is not read.",
            "A question is one prompt with its answer; split the file or move it away.",
        )
    try:
        return read_question(data.decode("utf-8"), path=path)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        problem = Problem(path, line, "not valid UTF-8; save the file as UTF-8 to mend it")
        found = read_question(data.decode("utf-8", errors="replace"), path=path)
        return replace(found, problems=tuple(sorted((problem, *found.problems))))
