"""`greenroom feedback --jsonl`: many answers, one JSON object a line, in constant memory."""

import json
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

from desktop.cli.command_parser import WrongUseError
from desktop.cli.printing import tell
from desktop.domain.feedback import AnswerFeedback
from desktop.domain.rubric import RubricPoint
from desktop.services.give_feedback import GiveFeedback

PIPE = "-"
LONGEST_LINE = 10_000_000
"""Bytes; a longer line is passed over and told."""


class BadLineError(Exception):
    """A line that holds no answer; the message says why."""


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One answer with the points it is judged by."""

    id: Any
    question: str
    points: tuple[RubricPoint, ...]
    answer: str


def judge_lines(source: str, target: str, feedback: GiveFeedback, method: str) -> int:
    """Judge the answers of `source` into `target`; exit code 1 if a line could not be read.

    Bad lines are told with their number, and the rest goes on.
    """
    _refuse_same(source, target)
    bad = 0
    with _open_source(source) as lines, _open_target(target) as out:
        for number, line in enumerate(_read_lines(lines), start=1):
            if line is not None and not line.strip():
                continue
            try:
                read = _read_answer(line)
            except BadLineError as error:
                bad += 1
                tell(f"{source}:{number}: {error}")
                continue
            judged = feedback.on_points(read.question, read.points, read.answer, method)
            out.write(_as_line(read, judged))
            if target == PIPE:
                out.flush()
    return 1 if bad else 0


def _read_lines(lines: IO[bytes]) -> Iterator[bytes | None]:
    """Yield each line, None for one that is too long to read."""
    while line := lines.readline(LONGEST_LINE):
        is_whole = line.endswith(b"\n") or len(line) < LONGEST_LINE
        yield line if is_whole else None
        while not is_whole:
            rest = lines.readline(LONGEST_LINE)
            is_whole = rest.endswith(b"\n") or not rest


def _read_answer(line: bytes | None) -> AnswerLine:
    if line is None:
        raise BadLineError(f"this line is longer than {LONGEST_LINE // 1_000_000} MB")
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise BadLineError("not valid UTF-8; save the file as UTF-8") from None
    except (ValueError, RecursionError) as error:
        raise BadLineError(f"not valid JSON: {error}") from None
    if not isinstance(value, dict):
        raise BadLineError("not a JSON object; write {id, question, points, answer}")
    if "id" not in value:
        raise BadLineError("id is missing")
    for name in ("question", "answer"):
        if not isinstance(value.get(name), str):
            raise BadLineError(f"{name} is missing or no text")
    points = value.get("points")
    if not isinstance(points, list) or not all(isinstance(point, str) for point in points):
        raise BadLineError("points is missing or no list of texts")
    if not points:
        raise BadLineError("points is empty; give at least one expected point")
    rubric = tuple(RubricPoint(point) for point in points)
    return AnswerLine(value["id"], value["question"], rubric, value["answer"])


def _as_line(read: AnswerLine, judged: AnswerFeedback) -> bytes:
    points = [
        {
            "score": point.score,
            "band": point.band.value,
            "evidence": asdict(point.evidence) if point.evidence else None,
        }
        for point in judged.points
    ]
    return (
        json.dumps({"id": read.id, "points": points, "overall": judged.overall}).encode() + b"\n"
    )


def _refuse_same(source: str, target: str) -> None:
    if PIPE not in (source, target) and Path(source).resolve() == Path(target).resolve():
        raise WrongUseError(f"IN and OUT are both {source}; give OUT another name.")


def _open_source(name: str) -> AbstractContextManager[IO[bytes]]:
    return nullcontext(sys.stdin.buffer) if name == PIPE else Path(name).open("rb")


def _open_target(name: str) -> AbstractContextManager[IO[bytes]]:
    return nullcontext(sys.stdout.buffer) if name == PIPE else Path(name).open("wb")
