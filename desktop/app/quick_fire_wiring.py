"""Connects quick-fire: the strip above the panes, the questions in a row, the summary."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.app.parts import Parts
from desktop.domain.attempt import Attempt
from desktop.domain.draft import Draft
from desktop.domain.quick_fire import QuickResult

if TYPE_CHECKING:
    from desktop.domain.marking import Marking
    from desktop.services.compare_attempt import Comparison
    from desktop.services.open_question import OpenedQuestion
    from desktop.services.quick_fire_report import QuickFireReport
    from desktop.ui.practice_strip import PracticeStrip
    from desktop.ui.quick_fire_summary import QuickFireSummary

NONE_FOUND = "There are no quick questions yet. A question file says form: quick to be one."
TO_ANSWER = "Answer in a minute, then seal with Ctrl+Return."
TOLD_MS = 8_000


class QuickFireWiring(QObject):
    """Makes strip and summary at their first use; one key leads from step to step."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._strip: PracticeStrip | None = None
        self._summary: QuickFireSummary | None = None
        run = parts.quick_fire
        run.question_reached.connect(self._show_question)
        run.none_found.connect(self._tell_none)
        run.ended.connect(self._put_away)
        run.report_made.connect(self._show_report)
        parts.question.opened.connect(self._take_keys)
        parts.answer.seal_begun.connect(self._offer_points)
        parts.answer.seal_undone.connect(self._go_back_to_writing)
        parts.answer.attempt_sealed.connect(run.note_sealed)
        parts.compare.comparison_opened.connect(self._show_points)
        parts.compare.marking_changed.connect(self._note_marks)
        parts.appearance.changed.connect(self._dress)

    def begin(self) -> None:
        """Practise the quick questions of the list in a row."""
        self._parts.quick_fire.begin(self._parts.browse.query)

    def go_on(self) -> None:
        """Do what comes next: show the points of a sealed answer, or go to the next question."""
        if self._parts.answer.is_sealing:
            self._parts.answer.finish_sealing()
        else:
            self._parts.quick_fire.go_on()

    def _show_question(self, key: str) -> None:
        run = self._parts.quick_fire.run
        if run is not None:
            strip = self._get_strip()
            strip.show_place(run.count_text, run.place, len(run.keys))
            strip.show_step("Skip", TO_ANSWER)
        self._parts.window.show_panes()
        self._parts.compare.close()
        self._parts.question.open(key)
        self._parts.window.browser.choose(key)

    def _take_keys(self, opened: "OpenedQuestion") -> None:
        """Let the first key be the first letter of the answer."""
        if self._is_at(opened.sheet.key) and not self._parts.quick_fire.sealed_uuid:
            self._parts.window.answer.focus_editor()

    def _offer_points(self, draft: Draft) -> None:
        if self._is_at(draft.question_key):
            self._get_strip().show_step(
                "Show the points", "Sealed. Enter shows the points.", takes_focus=True
            )

    def _go_back_to_writing(self) -> None:
        if self._strip is not None:
            self._strip.show_step("Skip", "")

    def _show_points(self, comparison: "Comparison") -> None:
        if self._is_own(comparison.attempt):
            self._parts.compare.skip_prediction()

    def _note_marks(self, marking: "Marking") -> None:
        comparison, opened = self._parts.compare.comparison, self._parts.question.question
        if comparison is None or opened is None or not self._is_own(comparison.attempt):
            return
        self._parts.quick_fire.note_marks(
            QuickResult(
                comparison.title,
                tuple(point.text for point in opened.file.question.points),
                {number: mark.verdict for number, mark in marking.own.items()},
            )
        )
        run = self._parts.quick_fire.run
        title = "Summary" if run is not None and run.is_last else "Next"
        left = marking.tally.unmarked
        hint = "Enter goes on." if not left else f"{left} to mark: 1 covered, 2 partly, 3 missed."
        self._get_strip().show_step(title, hint, takes_focus=marking.is_done)

    def _is_at(self, key: str) -> bool:
        run = self._parts.quick_fire.run
        return run is not None and run.key == key

    def _is_own(self, attempt: Attempt) -> bool:
        """Whether an attempt is the one that was just sealed in the run."""
        return attempt.uuid == self._parts.quick_fire.sealed_uuid

    def _tell_none(self) -> None:
        self._parts.window.banner.tell(NONE_FOUND, hide_after_ms=TOLD_MS)

    def _put_away(self) -> None:
        if self._strip is not None:
            self._strip.hide()

    def _show_report(self, report: "QuickFireReport") -> None:
        summary = self._get_summary()
        self._parts.compare.close()
        summary.show_report(report)
        self._parts.window.detail.show()
        self._parts.window.detail.show_instead(summary)
        summary.setFocus()

    def _choose(self, key: str) -> None:
        self._parts.window.detail.show_question()
        self._parts.question.open(key)
        self._parts.window.browser.choose(key)

    def _get_strip(self) -> "PracticeStrip":
        if self._strip is None:
            from desktop.ui.practice_strip import (  # noqa: PLC0415 - when it is asked for
                PracticeStrip,
            )

            self._strip = PracticeStrip("quickFire", "Quick-fire")
            self._strip.next_requested.connect(self.go_on)
            self._strip.leave_requested.connect(self._parts.quick_fire.leave)
            self._parts.window.put_above(self._strip)
        return self._strip

    def _get_summary(self) -> "QuickFireSummary":
        if self._summary is None:
            from desktop.ui.quick_fire_summary import (  # noqa: PLC0415 - as above
                QuickFireSummary,
            )

            look = self._parts.appearance
            self._summary = QuickFireSummary(look.page_style, self._parts.formulas)
            self._summary.question_chosen.connect(self._choose)
            self._summary.close_requested.connect(self._parts.window.detail.show_question)
        return self._summary

    def _dress(self) -> None:
        if self._summary is not None:
            self._summary.set_style(self._parts.appearance.page_style)
