"""`greenroom feedback`: which expected points an answer makes, by wording."""

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from desktop.bank.bank import Bank
from desktop.cli.command_parser import CommandParser, WrongUseError, plain_argument
from desktop.cli.feedback_lines import judge_lines
from desktop.cli.printing import say, say_json
from desktop.cli.workplace import Workplace
from desktop.domain.errors import AppError
from desktop.domain.feedback import AnswerFeedback, PointFeedback
from desktop.domain.question import Question
from desktop.domain.rubric import RubricPoint
from desktop.services.give_feedback import METHODS, WHAT_IT_SEES, GiveFeedback
from desktop.services.page_file import read_page_file

_LONGEST_SHOWN = 160
_FEWEST_FILES = 2
_BAND_WIDTH = len("not found")


def add_arguments(parser: CommandParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument(
        "files",
        metavar="FILE",
        nargs="*",
        default=(),
        type=plain_argument,
        help="the question's file or id, then one or more files with an answer each",
    )
    parser.add_argument(
        "--jsonl",
        nargs=2,
        metavar=("IN", "OUT"),
        help="judge each line {id, question, points: [text…], answer}; - is the pipe",
    )
    parser.add_argument(
        "--method", choices=METHODS, default=METHODS[0], help="how to judge; rule needs no model"
    )
    parser.add_json()
    parser.add_data_for_help()


def run(options: Namespace, place: Workplace) -> int:
    """Judge answers and show, point by point, what was found; exit code 1 if a line was bad."""
    bank = place.bank()
    feedback = GiveFeedback(bank)
    if options.jsonl:
        if options.files:
            raise WrongUseError(
                "With --jsonl there are two files: greenroom feedback --jsonl IN OUT."
            )
        source, target = options.jsonl
        return judge_lines(source, target, feedback, options.method)
    if len(options.files) < _FEWEST_FILES:
        raise WrongUseError(
            "A question and an answer are needed: greenroom feedback QUESTION.md ANSWER.md."
        )
    question = _read_question(options.files[0], bank)
    judged = {
        name: feedback.on_answer(question, read_page_file(Path(name)), options.method)
        for name in options.files[1:]
    }
    if options.json:
        answers = [_as_json(name, question, answer) for name, answer in judged.items()]
        say_json({"question": question.id, "answers": answers})
        return 0
    for name, answer in judged.items():
        say(name)
        for line in _lines(question, answer):
            say(line)
        say("")
    say(WHAT_IT_SEES)
    return 0


def _read_question(name: str, bank: Bank) -> Question:
    path = Path(name)
    if not path.is_file():
        entry = bank.find_entry(name)
        if entry is None:
            raise WrongUseError(f"There is no question {name}; give its file or its id.")
        path = Path(entry.path)
    question = bank.read(path).question
    if not question.points:
        raise AppError(
            f"{path.name} lists no expected points.",
            "Add them as a list under the heading: What the interviewer expects.",
        )
    return question


def _as_json(name: str, question: Question, answer: AnswerFeedback) -> dict[str, Any]:
    points = zip(question.points, answer.points, strict=True)
    return {
        "answer": name,
        "overall": answer.overall,
        "points": [
            {"text": point.text, "weight": point.weight, **asdict(judged)}
            for point, judged in points
        ],
        "topics": [asdict(topic) for topic in answer.topics],
    }


def _lines(question: Question, answer: AnswerFeedback) -> Iterator[str]:
    for point, judged in zip(question.points, answer.points, strict=True):
        yield from _point_lines(point, judged)
    for is_mentioned, heading in ((True, "mentioned"), (False, "not mentioned")):
        topics = [one.topic for one in answer.topics if one.is_mentioned is is_mentioned]
        if topics:
            yield f"  Key topics {heading}: {'; '.join(topics)}"


def _point_lines(point: RubricPoint, judged: PointFeedback) -> Iterator[str]:
    yield f"  {judged.band.value:<{_BAND_WIDTH}}  {_in_one_line(point.text)}"
    if judged.evidence:
        yield f"  {'':<{_BAND_WIDTH}}  > {_in_one_line(judged.evidence.text)}"


def _in_one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SHOWN else f"{line[: _LONGEST_SHOWN - 1]}…"
