"""Marking an attempt point by point; each step gives a new value."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from desktop.domain.attempt_notes import Prediction
from desktop.domain.feedback import Band, PointFeedback
from desktop.domain.mark import SELF, Mark, Verdict

PROPOSED = {
    Band.FOUND: Verdict.COVERED,
    Band.MAYBE: Verdict.PARTLY,
    Band.NOT_FOUND: Verdict.MISSED,
}
"""The verdict that one key accepts, by the band of the feedback."""


class Tally(NamedTuple):
    """How many points have which verdict of the person's, and how many none yet."""

    covered: int
    partly: int
    missed: int
    unmarked: int


@dataclass(frozen=True, slots=True)
class Marking:
    """The points of an attempt with what was proposed, what was marked, and where one is.

    The points are hidden until the person has predicted, or passed the prediction over.
    """

    proposals: tuple[PointFeedback, ...]
    own: Mapping[int, Mark]
    prediction: Prediction | None = None
    is_open: bool = False
    current: int = 0

    @property
    def count(self) -> int:
        return len(self.proposals)

    @property
    def is_done(self) -> bool:
        return self.count > 0 and len(self.own) == self.count

    @property
    def tally(self) -> Tally:
        """How the points were marked."""
        verdicts = [mark.verdict for mark in self.own.values()]
        return Tally(
            verdicts.count(Verdict.COVERED),
            verdicts.count(Verdict.PARTLY),
            verdicts.count(Verdict.MISSED),
            self.count - len(verdicts),
        )

    def opened(self, prediction: Prediction | None = None) -> "Marking":
        """Show the points, with a prediction of how many are covered or without one."""
        return replace(self, is_open=True, prediction=self.prediction or prediction)

    def moved_to(self, point: int) -> "Marking":
        """Go to a point; beyond the ends it stays at the last or first."""
        return replace(self, current=max(0, min(point, self.count - 1)))

    def find_mark(
        self, point: int, verdict: Verdict, selected: tuple[int, int] | None, at: datetime
    ) -> Mark | None:
        """The person's mark with its evidence: what is selected in the answer, or was proposed.

        None where a point is to count and nothing shows it: no sentence, no credit.
        """
        if verdict is Verdict.MISSED:
            return Mark(point, verdict, SELF, marked_at=at)
        span = selected or self.shown_span(point)
        if span is None or span[0] >= span[1]:
            return None
        return Mark(point, verdict, SELF, *span, at)

    def marked(self, mark: Mark) -> "Marking":
        """Take a mark and go on to the next point without one, if there is one."""
        own = {**self.own, mark.point: mark}
        after = [*range(mark.point + 1, self.count), *range(mark.point)]
        following = next((point for point in after if point not in own), mark.point)
        return replace(self, own=own, current=following)

    def shown_span(self, point: int) -> tuple[int, int] | None:
        """The stretch of the answer to highlight for a point: as marked, else as proposed."""
        mark = self.own.get(point)
        if mark is not None and mark.has_evidence:
            return mark.start, mark.end
        evidence = self.proposals[point].evidence
        return (evidence.start, evidence.end) if evidence else None
