"""The report of a mock run as Markdown: what is shown, exported and printed."""

from collections.abc import Iterator, Sequence
from datetime import UTC

from desktop.bank.yaml_scalar import write_scalar
from desktop.domain.mark import SELF, Verdict
from desktop.domain.mock_report import MockReport, NextStep, PointResult, QuestionResult
from desktop.domain.mock_run import PartTime
from desktop.services.embedded_markdown import embed_markdown
from desktop.services.literal_marks import literal_text
from desktop.services.open_mock_report import in_short_sentence

_TEXT_LEVEL = 4
AFTER_TIME = "After the time was up it went on to:"
_SIGNS = {Verdict.COVERED: "Covered", Verdict.PARTLY: "Partly", Verdict.MISSED: "Missed"}
_JUDGES = {SELF: "you", "peer": "a peer", "rule": "the rule", "semantic": "the semantic method"}


def mock_report_page(report: MockReport) -> str:
    """The report to read: totals first, then what to do next, then question by question."""
    return "\n\n".join(_sections(report)) + "\n"


def mock_report_file(report: MockReport) -> str:
    """The report as a file of its own, with front matter; times are UTC."""
    record, short = report.record, report.in_short
    started = record.started_at.astimezone(UTC)
    front = [
        "---",
        f"mock_run: {write_scalar(record.template)}",
        f"started: {started:%Y-%m-%dT%H:%M:%SZ}",
        f"seed: {write_scalar(record.seed)}",
        f"minutes: {record.run.run_s / 60:.1f}",
        f"budget: {record.run.run_budget_s / 60:.1f}",
        f"questions: {len(report.questions)}",
        f"covered: {short.covered}",
        f"points: {short.points}",
        f"words: {short.words}",
        *(f"{name}: {rating}" for name, rating in sorted(report.ratings.items())),
        "---",
    ]
    title = f"# {record.template}, {started:%Y-%m-%d}"
    return "\n".join(front) + f"\n\n{title}\n\n" + mock_report_page(report)


def _sections(report: MockReport) -> Iterator[str]:
    run, short = report.record.run, report.in_short
    asked = f"{len(report.questions)} of {len(run.tasks)} questions"
    yield (
        f"**{short.covered} of {short.points} points covered** in {_clock(run.run_s)} of "
        f"{_clock(run.run_budget_s)} · {asked} · {_words(short.words)}"
    )
    if report.ratings:
        rated = (f"{name} {rating} of 4" for name, rating in sorted(report.ratings.items()))
        yield f"Rated by yourself: {', '.join(rated)}."
    if report.unasked:
        yield f"Ended early; not asked: {'; '.join(report.unasked)}."
    elif not run.is_whole:
        yield "The run was ended in its last question."
    if breaks := list(_breaks(report)):
        yield "\n".join(breaks)
    yield from _table(report.questions)
    if report.strengths:
        yield "## Strengths"
        yield "\n".join(map(_step, report.strengths))
    if report.next_steps:
        yield "## Do next"
        yield "\n".join(map(_step, report.next_steps))
    if report.earlier:
        yield "## Earlier runs of this template"
        yield "\n".join(f"- {in_short_sentence(one)}" for one in reversed(report.earlier))
    for number, question in enumerate(report.questions, start=1):
        yield from _question(number, question)


def _breaks(report: MockReport) -> Iterator[str]:
    for one in report.record.run.breaks:
        what = "Away" if one.is_gap else "Paused"
        at = f"{one.began.wall.astimezone():%H:%M}"
        yield f"- {what} for {_clock(one.seconds)} at {at}, not counted"


def _table(questions: Sequence[QuestionResult]) -> Iterator[str]:
    if not questions:
        return
    rows = [
        "| Question | Time | Budget | Overtime | Words | Points |",
        "| :-- | --: | --: | --: | --: | --: |",
    ]
    for one in questions:
        title = literal_text(one.title).replace("|", "\\|")
        rows.append(
            f"| {title} | {_clock(one.time.used_s)} | {_clock(one.time.budget_s)} "
            f"| {_clock(one.time.overtime_s) if one.time.overtime_s else '–'} | {one.words} "
            f"| {one.covered} of {len(one.points)} |"
        )
    yield "\n".join(rows)


def _step(step: NextStep) -> str:
    text = literal_text(" ".join(step.point.text.split()))
    return f"- {text} *({literal_text(step.question.title)}, weight {step.point.weight})*"


def _question(number: int, one: QuestionResult) -> Iterator[str]:
    yield f"## {number}. {literal_text(one.title)}"
    yield _facts(one)
    if one.points:
        yield "\n".join(map(_point, one.points))
    if one.overtime_text:
        yield AFTER_TIME
        yield _quoted(one.overtime_text)
    for follow_up in one.follow_ups:
        yield "### Follow-up"
        yield embed_markdown(follow_up.text, _TEXT_LEVEL)
        yield _quoted(follow_up.reply or "No reply.")
        if follow_up.overtime_reply:
            yield AFTER_TIME
            yield _quoted(follow_up.overtime_reply)
        yield f"*{_time(follow_up.time)}*"


def _quoted(text: str) -> str:
    lines = embed_markdown(text, _TEXT_LEVEL).strip().split("\n")
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _facts(one: QuestionResult) -> str:
    if not one.attempt_uuid:
        return f"*{_time(one.time)} · nothing was written*"
    facts = [_time(one.time), _words(one.words)]
    if one.overtime_words:
        facts.append(f"{one.overtime_words} more in overtime")
    judges = [_JUDGES.get(judge, judge.removeprefix("model:")) for judge in one.judges]
    if judges:
        facts.append(f"points judged by {' and '.join(judges)}")
    return f"*{' · '.join(facts)}*"


def _point(point: PointResult) -> str:
    sign = _SIGNS[point.verdict] if point.verdict else "Not marked"
    return f"- **{sign}** ({point.weight}) {literal_text(' '.join(point.text.split()))}"


def _time(part: PartTime) -> str:
    text = f"{_clock(part.used_s)} of {_clock(part.budget_s)}"
    return f"{text}, {_clock(part.overtime_s)} over" if part.overtime_s else text


def _words(count: int) -> str:
    return "1 word" if count == 1 else f"{count} words"


def _clock(seconds: float) -> str:
    minutes, left = divmod(round(seconds), 60)
    return f"{minutes}:{left:02}"
