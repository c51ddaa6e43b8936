from datetime import UTC, datetime

from desktop.domain.mark import SELF, Verdict
from desktop.domain.mock_record import MockRecord
from desktop.domain.mock_report import MockReport, PointResult, QuestionResult
from desktop.domain.mock_run import MAIN, MockRun, MockTask, PartTime
from desktop.domain.moment import Moment

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
COVERED, PARTLY, MISSED = Verdict.COVERED, Verdict.PARTLY, Verdict.MISSED


def question(key: str, *points: tuple[int, Verdict | None]) -> QuestionResult:
    results = tuple(
        PointResult(f"{key}{number}", weight, verdict, SELF if verdict else "")
        for number, (weight, verdict) in enumerate(points)
    )
    time = PartTime(0, MAIN, 600, 630)
    return QuestionResult(key, key.upper(), f"uuid-{key}", time, 100, 0, results, ())


def report(*questions: QuestionResult) -> MockReport:
    run = MockRun.begun((MockTask("a", "d", 600),), Moment(NOON, 0, "boot"))
    record = MockRecord("run", "Phone screen", "seed", NOON, run)
    return MockReport(record, questions, (), {})


def test_next_steps_are_the_weightiest_of_different_questions_first() -> None:
    found = report(
        question("a", (3, MISSED), (5, PARTLY), (4, MISSED), (1, COVERED)),
        question("b", (2, None), (5, COVERED)),
        question("c", (1, COVERED)),
    )
    assert [step.point.text for step in found.next_steps] == ["a1", "b0", "a2"]
    assert [step.point.text for step in found.strengths] == ["b1", "a3", "c0"]


def test_a_question_knows_its_points_its_gain_and_its_judges() -> None:
    one = question("a", (3, COVERED), (2, PARTLY), (4, MISSED), (1, None))
    assert (one.covered, one.gained, one.judges) == (1, 4.0, (SELF,))
    assert one.time.overtime_s == 30


def test_a_run_in_short_adds_up() -> None:
    short = report(question("a", (3, COVERED), (1, MISSED)), question("b", (1, COVERED))).in_short
    assert (short.covered, short.points, short.words) == (2, 3, 200)
