"""How predictions of one's own coverage turned out."""

from collections.abc import Iterable
from typing import NamedTuple


class Outcome(NamedTuple):
    """One prediction and what became of it: numbers of points, once all were marked."""

    attempt_uuid: str
    topics: tuple[str, ...]
    points: int
    predicted: int
    covered: int


class Calibration(NamedTuple):
    """Outcomes added up over so many answers."""

    answers: int = 0
    points: int = 0
    predicted: int = 0
    covered: int = 0

    @property
    def excess(self) -> float:
        """The share of the points by which too many were predicted; negative for too few."""
        return (self.predicted - self.covered) / self.points if self.points else 0.0


def calibrate(outcomes: Iterable[Outcome]) -> dict[str, Calibration]:
    """The calibration of each topic; an answer counts once for every topic of its question."""
    found: dict[str, Calibration] = {}
    for outcome in outcomes:
        for topic in dict.fromkeys(outcome.topics):
            before = found.get(topic, Calibration())
            found[topic] = Calibration(
                before.answers + 1,
                before.points + outcome.points,
                before.predicted + outcome.predicted,
                before.covered + outcome.covered,
            )
    return found
