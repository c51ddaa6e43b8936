"""What a model says of one rubric point, and how much of it counts."""

from dataclasses import dataclass
from datetime import datetime

from desktop.domain.mark import A_MODEL, Mark, Verdict


@dataclass(frozen=True, slots=True)
class PointComment:
    """A model's comment on one point of an attempt.

    `start` and `end` are the code points of the answer it quotes, equal where it quotes nothing;
    `dropped` counts its quotes that are not in the answer. It is not `is_whole` if the model was
    still writing, or never finished.
    """

    point: int
    judge: str
    text: str
    verdict: Verdict | None = None
    start: int = 0
    end: int = 0
    dropped: int = 0
    is_whole: bool = True

    @property
    def model(self) -> str:
        """The name of the model."""
        return self.judge.partition(":")[2]

    @property
    def has_quote(self) -> bool:
        return self.end > self.start

    def find_mark(self, at: datetime) -> Mark | None:
        """The model's own mark; None if it is not whole, or gives credit and quotes nothing."""
        if self.verdict is None or not self.is_whole:
            return None
        if self.verdict is Verdict.MISSED:
            return Mark(self.point, self.verdict, self.judge, marked_at=at)
        if not self.has_quote:
            return None
        return Mark(self.point, self.verdict, self.judge, self.start, self.end, at)


def judge_of_model(name: str) -> str:
    """How a model of that name signs its marks and comments."""
    return f"{A_MODEL}:{name}"
