"""How many points were predicted, beside how many were covered."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from desktop.domain.calibration import Calibration
from desktop.domain.practice_facts import AttemptFact
from desktop.domain.progress_table import Table


class PredictionGroup(NamedTuple):
    """So many answers with one predicted and one covered share, in whole percents."""

    predicted_percent: int
    covered_percent: int
    answers: int


@dataclass(frozen=True, slots=True)
class PredictionGroups:
    """All predictions of marked answers, and what they come to together."""

    groups: tuple[PredictionGroup, ...]
    total: Calibration

    @property
    def table(self) -> Table:
        columns = ("Predicted (% of points)", "Covered (% of points)", "Answers")
        return Table("Predictions against what was covered", columns, self.groups)


def prediction_groups(facts: Iterable[AttemptFact]) -> PredictionGroups:
    """The predictions among some facts, ordered by what was predicted."""
    counts: Counter[tuple[int, int]] = Counter()
    answers = points = predicted = covered = 0
    for fact in facts:
        if fact.predicted is None or fact.share is None or not fact.points:
            continue
        answers += 1
        points += fact.points
        predicted += fact.predicted
        covered += fact.covered
        shares = (100 * fact.predicted / fact.points, 100 * fact.covered / fact.points)
        counts[round(shares[0]), round(shares[1])] += 1
    groups = tuple(PredictionGroup(*pair, counts[pair]) for pair in sorted(counts))
    return PredictionGroups(groups, Calibration(answers, points, predicted, covered))
