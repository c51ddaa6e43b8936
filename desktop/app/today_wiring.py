"""Connects today's page: the badge, the tasks, the interviews, the plan."""

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from desktop.app.compare_wiring import CompareWiring
from desktop.app.parts import Parts

if TYPE_CHECKING:
    from desktop.domain.study_plan import PlanTask
    from desktop.domain.today import Today
    from desktop.rendering.page_tree import Page
    from desktop.ui.today_page import TodayPage

USUAL_DISTANCE = timedelta(days=14)
TOLD_MS = 8_000


class TodayWiring(QObject):
    """Makes the page when it is asked for, and keeps it and the badge as the journal has it."""

    def __init__(self, parts: Parts, comparing: CompareWiring) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._comparing = comparing
        self._page: TodayPage | None = None
        self._to_compare = ("", "")
        self._suspended: PlanTask | None = None
        reviews, window = parts.reviews, parts.window
        window.due_button.clicked.connect(self.turn)
        window.first_painted.connect(reviews.watch)
        reviews.due_counted.connect(self._show_count)
        reviews.day_changed.connect(parts.library.note_day)
        reviews.today_read.connect(self._show)
        parts.library.index_changed.connect(self._read_again)
        parts.journal_watch.interviews_changed.connect(self._read_again)
        parts.question.opened.connect(self._compare_opened)
        parts.appearance.changed.connect(self._dress)

    def is_shown(self) -> bool:
        return self._page is not None and self._parts.window.page is self._page

    def turn(self) -> None:
        """Show today's page, or go back to the panes."""
        if self.is_shown():
            self._parts.window.show_panes()
        else:
            self.show()

    def show(self) -> None:
        """Show today's page as it is now."""
        page = self._page = self._page or self._new_page()
        self._parts.window.show_page(page)
        self._parts.reviews.read_today()
        page.focus_first()

    def _new_page(self) -> "TodayPage":
        from desktop.ui.today_page import TodayPage  # noqa: PLC0415 - when it is asked for

        parts = self._parts
        minutes = parts.settings.get_int("minutes_a_day")
        page = TodayPage(parts.appearance.theme, minutes)
        page.begin_requested.connect(parts.reviews.begin)
        page.task_chosen.connect(parts.reviews.begin_with)
        page.put_off_requested.connect(self._put_off)
        page.answer_chosen.connect(self._compare)
        page.interview_chosen.connect(self._edit_interview)
        page.minutes_chosen.connect(self._keep_minutes)
        page.plan_requested.connect(self._read_plan)
        page.close_requested.connect(parts.window.show_panes)
        return page

    def _show_count(self, due: int) -> None:
        self._parts.window.show_due(due)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.setBadgeNumber(due)

    def _show(self, today: "Today") -> None:
        if self._page is not None:
            had_focus = self._parts.window.focusWidget()
            self._page.show_today(today)
            has_lost_focus = had_focus is None or not had_focus.isVisible()
            if self.is_shown() and has_lost_focus:
                self._page.focus_first()

    def _read_again(self) -> None:
        self._parts.reviews.count_due()
        if self.is_shown():
            self._parts.reviews.read_today()

    def _put_off(self, task: "PlanTask", wish: str) -> None:
        reviews, today = self._parts.reviews, self._parts.reviews.day()
        if wish == "suspend":
            reviews.suspend([task])
            self._suspended = task
            self._parts.window.banner.tell(
                f"Suspended: {task.title}",
                (("Take it back", self._take_up),),
                hide_after_ms=TOLD_MS,
            )
        elif wish == "tomorrow":
            reviews.set_day([task], today + timedelta(days=1))
        else:
            day = self._parts.dialogs.choose_day(
                "See it again", "On which day?", today + timedelta(days=7), today
            )
            if day is not None:
                reviews.set_day([task], day)

    def _take_up(self) -> None:
        if self._suspended is not None:
            self._parts.reviews.set_day([self._suspended], None)

    def _compare(self, key: str, uuid: str) -> None:
        """Leave for an answer that was not held against the rubric yet."""
        self._to_compare = (key, uuid)
        self._parts.window.show_panes()
        self._parts.question.open(key)
        self._parts.window.browser.choose(key)

    def _compare_opened(self) -> None:
        key, uuid = self._to_compare
        if uuid and key == self._parts.question.key:
            self._to_compare = ("", "")
            self._comparing.look_back(uuid)

    def _edit_interview(self, uuid: str) -> None:
        from desktop.domain.review import Interview  # noqa: PLC0415 - when it is asked for
        from desktop.ui.interview_dialog import InterviewDialog  # noqa: PLC0415 - as above

        today = self._parts.reviews.today
        known = {one.uuid: one for one in today.interviews} if today else {}
        new = Interview(str(uuid4()), self._parts.reviews.day() + USUAL_DISTANCE)
        dialog = InterviewDialog(
            known.get(uuid, new),
            self._parts.reviews.day(),
            is_new=uuid not in known,
            parent=self._parts.window,
        )
        dialog.kept.connect(self._parts.reviews.put_interview)
        dialog.removed.connect(self._parts.reviews.remove_interview)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _keep_minutes(self, minutes: int) -> None:
        self._parts.settings_flow.keep("minutes_a_day", minutes)
        self._parts.reviews.read_today()

    def _read_plan(self) -> None:
        today = self._parts.reviews.today
        plan = today.plan if today else None
        if plan is not None:

            def render() -> "Page":
                from desktop.services.plan_markdown import plan_page  # noqa: PLC0415 - on a worker

                return plan_page(plan)

            self._parts.runner.run("plan page", render, self._show_plan)

    def _show_plan(self, page: "Page") -> None:
        from desktop.ui.plan_dialog import PlanDialog  # noqa: PLC0415 - when it is asked for

        look = self._parts.appearance
        PlanDialog(page, look.page_style, self._parts.formulas, self._parts.window).open()

    def _dress(self) -> None:
        if self._page is not None:
            self._page.set_theme(self._parts.appearance.theme)
