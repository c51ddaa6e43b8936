"""The report of a run, from the journal to Markdown and HTML."""

from datetime import timedelta
from pathlib import Path

import pytest
from journal_samples import NOON

from desktop.domain.errors import AppError
from desktop.domain.feedback import AnswerFeedback, Band, Evidence, PointFeedback
from desktop.domain.mark import Mark, Verdict
from desktop.domain.mock_record import MockRecord, PartText
from desktop.domain.mock_run import MockRun, MockTask
from desktop.domain.moment import Moment
from desktop.domain.question import Question
from desktop.domain.question_digest import question_digest
from desktop.journal.journal import Journal
from desktop.services.export_mock_report import ExportMockReport, ReportForm
from desktop.services.mock_report_markdown import mock_report_file, mock_report_page
from desktop.services.open_mock_report import OpenMockReport
from desktop.settings.folders import find_folders

TEXT = """---
title: Why "ridge" | shrinks <b>
---

Why, with $\\lambda$?

## What the interviewer expects

- (3) Names $\\lambda$ as the price.
- (1) Gives a case.

## Follow-up questions

- And the lasso?
  > It cuts.
"""
DIGEST = question_digest(TEXT)
TASKS = (MockTask("ridge", DIGEST, 20, 5, 1), MockTask("lasso", DIGEST, 20))


def feedback(_question: Question, answer: str) -> AnswerFeedback:
    found = PointFeedback(0.9, Band.FOUND, Evidence(0, 4, answer[:4]), "rule")
    return AnswerFeedback((found, PointFeedback(0.1, Band.NOT_FOUND, None, "rule")), 0.7)


def at(seconds: float) -> Moment:
    return Moment(NOON + timedelta(seconds=seconds), seconds, "boot")


def run_once(journal: Journal, uuid: str, start: float) -> None:
    """Answer the first question eight seconds over its time, reply once, and stop."""
    run = MockRun.begun(TASKS, at(start))
    record = MockRecord(uuid, "Phone screen", "7", NOON + timedelta(seconds=start), run)
    journal.mocks.begin(record, [TEXT])
    for second in range(1, 21):
        run = run.ticked(at(start + second))
    run = run.sealed(at(start + 20))
    journal.mocks.seal(uuid, run, PartText("It is the price"), f"{uuid} a")
    before = run.ticked(at(start + 28))
    text = PartText("It is the price, all told")
    run = before.went_on(at(start + 28), (0,))
    journal.mocks.go_on(uuid, before, run, text, "unused")
    run = run.paused(at(start + 29)).resumed(at(start + 89))
    before = run.ticked(at(start + 91))
    run = before.went_on(at(start + 91))
    journal.mocks.go_on(uuid, before, run, PartText("Cuts."), "unused")
    before = run.ticked(at(start + 92))
    journal.mocks.go_on(uuid, before, before.stopped(at(start + 92)), PartText(""), "unused")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "journal.sqlite"
    with Journal.open(path) as journal:
        run_once(journal, "first", 0)
        run_once(journal, "second", 1000)
    return path


def test_a_report_holds_times_words_points_and_follow_ups(path: Path) -> None:
    report = OpenMockReport(path, feedback).open("second")
    ridge, lasso = report.questions
    assert (ridge.time.used_s, ridge.time.overtime_s) == (28, 8)
    assert (ridge.words, ridge.overtime_words) == (4, 2)
    assert [point.judge for point in ridge.points] == ["rule", "rule"]
    assert [point.verdict for point in ridge.points] == [Verdict.COVERED, Verdict.MISSED]
    (follow_up,) = ridge.follow_ups
    assert (follow_up.reply, follow_up.time.used_s) == ("Cuts.", 3)
    assert (lasso.attempt_uuid, lasso.words, lasso.points[0].verdict) == ("", 0, None)
    assert report.unasked == ()
    assert [one.record.uuid for one in report.earlier] == ["first"]
    assert report.earlier[0].covered == 1


def test_a_persons_marks_take_the_place_of_the_rules(path: Path) -> None:
    with Journal.open(path) as journal:
        journal.notes.put_marks("second a", [Mark(0, Verdict.PARTLY, end=2)], NOON)
    ridge = OpenMockReport(path, feedback).open("second").questions[0]
    assert [(point.verdict, point.judge) for point in ridge.points] == [
        (Verdict.PARTLY, "self"),
        (Verdict.MISSED, "rule"),
    ]


def test_runs_are_listed_newest_first_and_a_run_that_is_gone_is_told(path: Path) -> None:
    reports = OpenMockReport(path, feedback)
    assert [record.uuid for record in reports.runs()] == ["second", "first"]
    with pytest.raises(AppError, match="not in the journal"):
        reports.open("third")


def test_the_page_says_what_a_candidate_wants_to_know(path: Path) -> None:
    page = mock_report_page(OpenMockReport(path, feedback).open("second"))
    assert page.startswith("**1 of 4 points covered** in 0:32 of 0:45 · 2 of 2 questions")
    assert "The run was ended in its last question." in page
    assert "- Paused for 1:00 at " in page
    assert '| Why "ridge" \\| shrinks \\<b> | 0:28 | 0:20 | 0:08 | 4 | 1 of 2 |' in page
    assert "## Strengths\n\n- Names $\\lambda$ as the price." in page
    assert (
        "*0:28 of 0:20, 0:08 over · 4 words · 2 more in overtime · points judged by the rule*"
        in page
    )
    assert "nothing was written" in page
    assert "## Earlier runs of this template\n\n- 2026-11-22" in page
    assert "> Cuts." in page
    assert "After the time was up it went on to:\n\n> It is the price, all told" in page


def test_the_file_has_front_matter_that_tells_the_run(path: Path) -> None:
    with Journal.open(path) as journal:
        journal.mocks.rate("second", "depth", 3, NOON)
    text = mock_report_file(OpenMockReport(path, feedback).open("second"))
    head = text.split("---\n")[1]
    assert "mock_run: Phone screen\n" in head
    assert 'seed: "7"\n' in head or "seed: 7\n" in head
    assert "covered: 1\npoints: 4\nwords: 4\ndepth: 3\n" in head


def test_the_html_stands_alone_with_its_formulas_drawn(path: Path, tmp_path: Path) -> None:
    report = OpenMockReport(path, feedback).open("second")
    exports = ExportMockReport(path, find_folders().resources)
    exports.export(report, tmp_path / "report.html", ReportForm.HTML)
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert '<svg role="img"' in page
    assert "<title>\\lambda</title>" in page
    assert "shrinks &lt;b&gt;" in page
    assert "src=" not in page.replace("style-src", "").replace("script-src", "")
    exports.export(report, tmp_path / "packet.html", ReportForm.PACKET)
    assert 'data-attempt="second a"' in (tmp_path / "packet.html").read_text(encoding="utf-8")


def test_a_run_without_an_answer_makes_no_packet(path: Path, tmp_path: Path) -> None:
    with Journal.open(path) as journal:
        run = MockRun.begun(TASKS, at(5000))
        journal.mocks.begin(MockRecord("empty", "T", "s", NOON, run), [TEXT])
        ended = run.stopped(at(5001))
        journal.mocks.go_on("empty", run, ended, PartText(""), "unused")
    report = OpenMockReport(path, feedback).open("empty")
    exports = ExportMockReport(path, find_folders().resources)
    with pytest.raises(AppError, match="nothing to judge"):
        exports.export(report, tmp_path / "packet.html", ReportForm.PACKET)
    assert not (tmp_path / "packet.html").exists()
