"""Connects reviews: the session and its strip, the review of a point, the rating of an answer."""

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.app.compare_wiring import CompareWiring
from desktop.app.parts import Parts
from desktop.app.today_wiring import TodayWiring
from desktop.domain.attempt import Attempt
from desktop.domain.draft import Draft

if TYPE_CHECKING:
    from desktop.domain.errors import AppError
    from desktop.domain.marking import Marking
    from desktop.domain.rating import Rating
    from desktop.domain.review_session import ReviewSession
    from desktop.domain.study_plan import PlanTask
    from desktop.services.attempt_list import AttemptList
    from desktop.services.open_question import OpenedQuestion
    from desktop.services.read_practice import RatingChoices
    from desktop.services.review_point import PointAnswer, PointSheet
    from desktop.ui.compare_pane import ComparePane
    from desktop.ui.point_review_page import PointReviewPage
    from desktop.ui.practice_strip import PracticeStrip

TO_WRITE = "From memory. Ctrl+Return seals it."
TO_WRITE_POINT = "Ctrl+Return shows the point."
TO_RATE_POINT = "Enter accepts the rating and goes on."
TOLD_MS = 8_000


class ReviewWiring(QObject):
    """Makes strip and page at their first use; one key leads from step to step."""

    def __init__(self, parts: Parts, comparing: CompareWiring, today: TodayWiring) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._today = today
        self._strip: PracticeStrip | None = None
        self._page: PointReviewPage | None = None
        self._pane: ComparePane | None = None
        self._listed: AttemptList | None = None
        reviews = parts.reviews
        reviews.task_reached.connect(self._show_task)
        reviews.session_ended.connect(self._end)
        reviews.choices_found.connect(self._show_choices)
        comparing.pane_made.connect(self._take_pane)
        parts.compare.marking_changed.connect(self._note_marks)
        parts.question.opened.connect(self._note_opened)
        parts.question.open_refused.connect(self._offer_next)
        parts.attempts.listed.connect(self._note_listed)
        parts.answer.seal_begun.connect(self._offer_points)
        parts.answer.seal_undone.connect(self._go_back_to_writing)
        parts.answer.attempt_sealed.connect(self._note_sealed)
        parts.appearance.changed.connect(self._dress)

    def go_on(self) -> None:
        """Do what comes next: show the points of a sealed answer, or go to the next task."""
        if self._parts.answer.is_sealing:
            self._parts.answer.finish_sealing()
        else:
            self._parts.reviews.go_on()

    def is_writing_point(self) -> bool:
        """Whether a point is being written that was not shown yet."""
        is_shown = self._page is not None and self._parts.window.page is self._page
        return is_shown and self._parts.point_review().answer is None

    def show_point(self) -> None:
        """Show the point that is being written."""
        self._parts.point_review().show_point()

    def has_items(self) -> bool:
        """Whether something of the question on show comes back."""
        return bool(self._tasks_shown())

    def is_suspended(self) -> bool:
        """Whether nothing of the question on show comes back."""
        items = self._listed.items if self._listed else ()
        return bool(items) and all(item.is_suspended for item in items)

    def toggle_suspended(self) -> None:
        """Let the question on show, with its points, come back no more, or again."""
        tasks = self._tasks_shown()
        if self.is_suspended():
            self._parts.reviews.set_day(tasks, None)
        else:
            self._parts.reviews.suspend(tasks)

    def choose_day(self) -> None:
        """Ask on which day the question on show is to be seen again."""
        today = self._parts.reviews.day()
        day = self._parts.dialogs.choose_day(
            "See it again", "On which day?", today + timedelta(days=7), today
        )
        if day is not None:
            self._parts.reviews.set_day(self._tasks_shown()[:1], day)

    def _tasks_shown(self) -> "tuple[PlanTask, ...]":
        from desktop.domain.today import due_tasks  # noqa: PLC0415 - after the first paint

        return due_tasks(self._listed.items) if self._listed else ()

    def _note_opened(self, opened: "OpenedQuestion") -> None:
        self._listed = opened.listed
        task = self._task()
        if task is not None and not task.point and task.key == opened.sheet.key:
            sealed = self._parts.window.answer.shown_attempt
            if self._parts.compare.comparison is None and sealed is None:
                self._parts.window.answer.focus_editor()

    def _note_listed(self, listed: "AttemptList") -> None:
        if listed.question_key == self._parts.question.key:
            self._listed = listed

    def _show_task(self, task: "PlanTask") -> None:
        self._parts.quick_fire.leave()
        session, strip = self._parts.reviews.session, self._get_strip()
        if session is not None:
            strip.show_place(session.count_text, session.place, len(session.tasks))
        self._parts.compare.close()
        if task.point:
            strip.show_step("Skip", TO_WRITE_POINT)
            self._get_page().expect_sheet()
            self._parts.window.show_page(self._get_page())
            self._parts.point_review().open(task.key, task.point)
            return
        self._parts.window.show_panes()
        strip.show_step("Skip", TO_WRITE)
        self._parts.window.detail.fold_all()
        self._parts.question.open(task.key)
        self._parts.window.browser.choose(task.key)

    def _offer_points(self, draft: Draft) -> None:
        if self._is_at(draft.question_key):
            self._get_strip().show_step(
                "Show the points", "Sealed. Enter shows the points.", takes_focus=True
            )

    def _go_back_to_writing(self) -> None:
        if self._strip is not None:
            self._strip.show_step("Skip", TO_WRITE)

    def _note_sealed(self, attempt: Attempt) -> None:
        if self._is_at(attempt.question_key):
            self._parts.reviews.note_done(attempt.question_key)
            self._get_strip().show_step("Next", "Mark the points, then rate the answer.")

    def _offer_next(self, _error: "AppError") -> None:
        if self._parts.reviews.is_on():
            self._get_strip().show_step("Skip", "", takes_focus=True)

    def _take_pane(self, pane: "ComparePane") -> None:
        self._pane = pane
        pane.rating.rating_chosen.connect(self._rate)

    def _note_marks(self, marking: "Marking") -> None:
        comparison = self._parts.compare.comparison
        if self._pane is None or comparison is None:
            return
        if marking.is_done:
            self._parts.reviews.find_choices(comparison.attempt.uuid)
        else:
            self._pane.rating.hide()

    def _show_choices(self, choices: "RatingChoices | None") -> None:
        comparison, marking = self._parts.compare.comparison, self._parts.compare.marking
        if self._pane is None or comparison is None or choices is None or marking is None:
            return
        if choices.attempt_uuid != comparison.attempt.uuid or not marking.is_done:
            return
        was_hidden = self._pane.rating.isHidden()
        self._pane.show_rating(choices.rating, is_own=choices.is_own, days=choices.days)
        if was_hidden and not choices.is_own and not self._parts.quick_fire.is_on():
            self._pane.rating.take_focus()

    def _rate(self, rating: "Rating") -> None:
        comparison = self._parts.compare.comparison
        if comparison is None or self._pane is None:
            return
        uuid, key = comparison.attempt.uuid, comparison.attempt.question_key
        self._parts.reviews.rate(uuid, rating)
        self._parts.reviews.find_choices(uuid)
        if self._is_at(key):
            session = self._parts.reviews.session
            title = "Finish" if session and session.is_last else "Next"
            self._get_strip().show_step(title, "Enter goes on.", takes_focus=True)
        else:
            self._pane.setFocus()

    def _show_sheet(self, sheet: "PointSheet") -> None:
        self._get_page().show_sheet(sheet)

    def _show_point(self, answer: "PointAnswer") -> None:
        self._get_strip().show_step("Skip", TO_RATE_POINT)
        self._get_page().show_answer(answer)

    def _rate_point(self, rating: "Rating") -> None:
        self._parts.point_review().rate(rating)

    def _note_point(self, key: str, point: str) -> None:
        self._parts.reviews.note_done(key, point)
        self._parts.reviews.go_on()

    def _refuse_point(self, error: "AppError") -> None:
        self._parts.window.banner.tell(str(error), hide_after_ms=TOLD_MS)
        self._offer_next(error)

    def _end(self, session: "ReviewSession") -> None:
        if self._strip is not None:
            self._strip.hide()
        self._close()
        total = len(session.tasks)
        done = total - len(session.left)
        told = f"{done} of {total} done. What is left stays due."
        if not session.left:
            told = "All done for today." if total > 1 else "Done."
        self._parts.window.banner.tell(told, hide_after_ms=TOLD_MS)
        self._today.show()

    def _close(self) -> None:
        if self._parts.point_review.is_built:
            self._parts.point_review().close()

    def _task(self) -> "PlanTask | None":
        session = self._parts.reviews.session
        return session.task if session else None

    def _is_at(self, key: str) -> bool:
        task = self._task()
        return task is not None and not task.point and task.key == key

    def _get_strip(self) -> "PracticeStrip":
        if self._strip is None:
            from desktop.ui.practice_strip import (  # noqa: PLC0415 - when it is asked for
                PracticeStrip,
            )

            self._strip = PracticeStrip("review", "Reviews")
            self._strip.next_requested.connect(self.go_on)
            self._strip.leave_requested.connect(self._parts.reviews.leave)
            self._parts.window.put_above(self._strip)
        return self._strip

    def _get_page(self) -> "PointReviewPage":
        if self._page is None:
            from desktop.ui.point_review_page import (  # noqa: PLC0415 - as above
                PointReviewPage,
            )

            review, look = self._parts.point_review(), self._parts.appearance
            page = self._page = PointReviewPage(look.page_style, self._parts.formulas)
            page.text_edited.connect(review.write)
            page.show_requested.connect(review.show_point)
            page.rating_chosen.connect(self._rate_point)
            page.close_requested.connect(self._parts.reviews.leave)
            review.opened.connect(self._show_sheet)
            review.judged.connect(self._show_point)
            review.ticked.connect(page.show_left)
            review.kept.connect(self._note_point)
            review.refused.connect(self._refuse_point)
        return self._page

    def _dress(self) -> None:
        if self._page is not None:
            self._page.set_style(self._parts.appearance.page_style)
