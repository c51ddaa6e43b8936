"""How many points of an attempt are covered, and who said so."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from desktop.domain.mark import SELF, Mark, Verdict, counting_marks
from desktop.domain.rubric import RubricPoint


class JudgedPoints(NamedTuple):
    """The points of an attempt by verdict; `judges` are those whose marks count."""

    covered: int
    partly: int
    points: int
    judges: tuple[str, ...]


def judge_points(points: Sequence[RubricPoint], marks: Iterable[Mark]) -> JudgedPoints:
    """Count the marks that count; a mark of a point the rubric does not have is passed over."""
    counting = counting_marks(mark for mark in marks if mark.point < len(points))
    verdicts = [mark.verdict for mark in counting.values()]
    return JudgedPoints(
        verdicts.count(Verdict.COVERED),
        verdicts.count(Verdict.PARTLY),
        len(points),
        tuple(sorted({mark.judge for mark in counting.values()}, key=_person_first)),
    )


def _person_first(judge: str) -> tuple[bool, str]:
    return judge != SELF, judge
