"""Quick questions practised in a row; each step gives a new value."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from desktop.domain.mark import Verdict


@dataclass(frozen=True, slots=True)
class QuickResult:
    """How one answer was marked: the points' texts, and the verdict on each marked one."""

    title: str
    points: tuple[str, ...]
    verdicts: Mapping[int, Verdict]

    @property
    def covered(self) -> int:
        return sum(verdict is Verdict.COVERED for verdict in self.verdicts.values())

    @property
    def open_points(self) -> tuple[str, ...]:
        """The points that were missed, or covered partly."""
        return tuple(
            text
            for number, text in enumerate(self.points)
            if self.verdicts.get(number, Verdict.COVERED) is not Verdict.COVERED
        )


@dataclass(frozen=True, slots=True)
class QuickFire:
    """The keys of the questions, which one it is, and how those answered were marked."""

    keys: tuple[str, ...]
    place: int = 0
    results: Mapping[str, QuickResult] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The question it is; "" when all are through."""
        return self.keys[self.place] if self.place < len(self.keys) else ""

    @property
    def is_last(self) -> bool:
        return self.place == len(self.keys) - 1

    @property
    def count_text(self) -> str:
        """Which of how many: "3 of 12"."""
        return f"{self.place + 1} of {len(self.keys)}"

    @property
    def covered(self) -> int:
        return sum(result.covered for result in self.results.values())

    @property
    def point_count(self) -> int:
        return sum(len(result.points) for result in self.results.values())

    def moved_on(self) -> "QuickFire":
        """Go to the next question, or past the last."""
        return replace(self, place=min(self.place + 1, len(self.keys)))

    def marked(self, result: QuickResult) -> "QuickFire":
        """Take how the question at hand was marked; what was said before of it is replaced."""
        return replace(self, results={**self.results, self.key: result}) if self.key else self


def summary_text(run: QuickFire) -> str:
    """What came of a run in a line: "3 of 12 answered, 7 of 9 points covered"."""
    answered = f"{len(run.results)} of {len(run.keys)} answered"
    return f"{answered}, {run.covered} of {run.point_count} points covered"
