"""What a mock run came to: time, words, points, and what to do next."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.mark import Verdict
from desktop.domain.mock_record import MockRecord
from desktop.domain.mock_run import PartTime

MOST_NEXT = 3
MOST_STRENGTHS = 3
RATINGS = (1, 2, 3, 4)


class Dimension(StrEnum):
    """What a person rates themselves in after a run."""

    DEPTH = "depth"
    PRACTICE = "practice"
    EVALUATION = "evaluation"
    COMMUNICATION = "communication"


@dataclass(frozen=True, slots=True)
class PointResult:
    """A rubric point with the verdict that counts and who judged; None and "" where nobody did."""

    text: str
    weight: int
    verdict: Verdict | None = None
    judge: str = ""


@dataclass(frozen=True, slots=True)
class FollowUpResult:
    """A follow-up that was asked, the reply to it ("" for none), and its time.

    `overtime_reply` is the reply as it stood at the end where writing went on after the time.
    """

    text: str
    reply: str
    time: PartTime
    overtime_reply: str = ""


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """One question of a run that was asked.

    `attempt_uuid` is "" where nothing was written. `words` are those written in time,
    `overtime_words` those that came after it, `overtime_text` the whole text as it ended then.
    """

    key: str
    title: str
    attempt_uuid: str
    time: PartTime
    words: int
    overtime_words: int
    points: tuple[PointResult, ...]
    follow_ups: tuple[FollowUpResult, ...]
    overtime_text: str = ""

    @property
    def covered(self) -> int:
        return sum(point.verdict is Verdict.COVERED for point in self.points)

    @property
    def gained(self) -> float:
        """The weight of the points, those partly covered by half."""
        return sum(point.weight * point.verdict.share for point in self.points if point.verdict)

    @property
    def judges(self) -> tuple[str, ...]:
        """Who judged, each once."""
        return tuple(dict.fromkeys(point.judge for point in self.points if point.judge))


@dataclass(frozen=True, slots=True)
class NextStep:
    """A point to come back to, by its question."""

    question: QuestionResult
    point: PointResult


@dataclass(frozen=True, slots=True)
class MockReport:
    """A run that ended, question by question; `unasked` names those that were not reached."""

    record: MockRecord
    questions: tuple[QuestionResult, ...]
    unasked: tuple[str, ...]
    ratings: dict[str, int]
    earlier: tuple["RunInShort", ...] = ()

    @property
    def in_short(self) -> "RunInShort":
        """The run in one line, to be held against others."""
        points = [point for question in self.questions for point in question.points]
        return RunInShort(
            self.record,
            sum(point.verdict is Verdict.COVERED for point in points),
            len(points),
            sum(question.words for question in self.questions),
        )

    @property
    def strengths(self) -> tuple[NextStep, ...]:
        """The weightiest points that were covered, from as many questions as may be."""
        return _weightiest(self.questions, (Verdict.COVERED,), MOST_STRENGTHS)

    @property
    def next_steps(self) -> tuple[NextStep, ...]:
        """The weightiest points that were missed or only touched, as above."""
        return _weightiest(self.questions, (Verdict.MISSED, Verdict.PARTLY, None), MOST_NEXT)


@dataclass(frozen=True, slots=True)
class RunInShort:
    """A run by its time, points and words."""

    record: MockRecord
    covered: int
    points: int
    words: int


def _weightiest(
    questions: Sequence[QuestionResult], verdicts: Sequence[Verdict | None], most: int
) -> tuple[NextStep, ...]:
    """First the weightiest point of each question, then the second of each, and so on."""
    ranked = [
        sorted(
            (point for point in question.points if point.verdict in verdicts),
            key=lambda point: -point.weight,
        )
        for question in questions
    ]
    steps = [
        (rank, -point.weight, NextStep(question, point))
        for question, points in zip(questions, ranked, strict=True)
        for rank, point in enumerate(points)
    ]
    steps.sort(key=lambda step: step[:2])
    return tuple(step for _, _, step in steps[:most])
