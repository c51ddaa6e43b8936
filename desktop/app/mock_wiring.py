"""Connects the mock run that is going on with the panes of the window."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from desktop.app.parts import Parts
from desktop.app.wiring import Wiring
from desktop.domain.errors import AppError

if TYPE_CHECKING:
    from desktop.controllers.mock_controller import MockController
    from desktop.domain.mock_run import MockRun
    from desktop.domain.mock_template import MockPlan
    from desktop.services.run_mock import MockQuestion
    from desktop.ui.mock_pane import MockPane

WARNED_MS = 8_000
TIME_IS_UP = (
    "Time is up: your text was sealed as it stood. What you write now is kept apart, as overtime."
)


class _Shown(NamedTuple):
    """What was on show before the run."""

    has_browser: bool
    has_detail: bool


class MockWiring(QObject):
    """Puts the run in the place of list and question, and gives the answer pane to it."""

    def __init__(self, parts: Parts, wiring: Wiring, open_report: Callable[[str], None]) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._wiring = wiring
        self._open_report = open_report
        self._mock: MockController | None = None
        self._pane: MockPane | None = None
        self._before: _Shown | None = None
        parts.mock_setup.planned.connect(self.begin)
        parts.window.first_painted.connect(self._look_for_open_run)
        parts.appearance.changed.connect(self._dress)

    def can_begin(self) -> bool:
        parts = self._parts
        is_in_row = parts.quick_fire.is_on() or parts.reviews.is_on()
        is_busy = parts.answer.is_sealing or is_in_row
        return not is_busy and not self._wiring.is_in_run()

    def begin(self, plan: "MockPlan") -> None:
        """Begin a run in place of what is on show; a draft that is open is saved."""
        if self.can_begin():
            self._parts.answer.leave()
            self._get_mock().begin(plan)
            self._enter()

    def go_on(self) -> None:
        self._get_mock().go_on()

    def toggle_pause(self) -> None:
        self._get_mock().toggle_pause()

    def stop(self) -> None:
        """End the run early, after asking."""
        run = self._get_mock().run
        if run is None:
            return
        left = len(run.tasks) - run.task - 1
        rest = f"{left} more questions stay unasked. " if left > 1 else ""
        rest = "One more question stays unasked. " if left == 1 else rest
        if self._parts.dialogs.confirm(
            "End this run here?",
            f"{rest}What you wrote is sealed, and the report opens.",
            "End the run",
        ):
            self._get_mock().stop()

    def _get_mock(self) -> "MockController":
        if self._mock is None:
            mock = self._mock = self._parts.mock()
            pane = self._parts.window.answer
            mock.set_editor(pane.read_editor)
            mock.part_begun.connect(self._show_part)
            mock.run_changed.connect(self._show_run)
            mock.leaving_changed.connect(self._show_writable)
            mock.warned.connect(self._warn)
            mock.time_ran_out.connect(self._meet_time_up)
            mock.gap_noticed.connect(self._ask_about_gap)
            mock.text_saved.connect(pane.clock_bar.show_saved)
            mock.write_failed.connect(self._tell_write_failed)
            mock.ended.connect(self._end)
            pane.edited.connect(mock.note_key)
            pane.clock_bar.pause_requested.connect(self.toggle_pause)
            pane.clock_bar.seal_requested.connect(self.go_on)
        return self._mock

    def _look_for_open_run(self) -> None:
        self._get_mock().find_open()

    def _enter(self) -> None:
        window = self._parts.window
        self._parts.focus_mode.leave()
        window.show_panes()
        if self._before is None:
            self._before = _Shown(not window.browser.isHidden(), not window.detail.isHidden())
        window.browser.hide()
        window.answer.show_writing()
        window.answer.set_writable(is_writable=False)
        window.answer.banner.hide()
        self._pane = self._pane or self._new_pane()
        window.detail.show()
        window.detail.show_instead(self._pane)

    def _new_pane(self) -> "MockPane":
        from desktop.ui.mock_pane import MockPane  # noqa: PLC0415 - with the first run

        pane = MockPane(self._parts.appearance.page_style, self._parts.formulas)
        pane.pause_requested.connect(self.toggle_pause)
        pane.go_on_requested.connect(self.go_on)
        pane.stop_requested.connect(self.stop)
        pane.link_chosen.connect(self._follow_link)
        return pane

    def _show_part(self, part: "MockQuestion", text: str, cursor: int) -> None:
        self._enter()
        answer = self._parts.window.answer
        if self._pane is not None:
            self._pane.show_question(part)
        answer.editor.set_answer(text, cursor)
        self._parts.preview.note_change()
        self._show_writable()
        answer.focus_editor()
        run = self._get_mock().run
        if run is not None and run.gap_began is not None:
            self._ask_about_gap(run.gap_s)
        elif run is not None and run.is_sealed:
            self._tell_time_is_up()

    def _show_run(self, run: "MockRun") -> None:
        from desktop.domain.answer_clock import AnswerClock  # noqa: PLC0415 - loaded with the bar

        if run.is_ended:
            return
        if self._pane is not None:
            is_hidden = self._parts.window_switches.is_clock_hidden()
            self._pane.show_run(run, self._get_mock().template)
            self._pane.show_hidden(is_hidden=is_hidden)
        ticked_at_s = None if run.is_held else 0.0
        clock = AnswerClock(run.budget_s, run.part_s, ticked_at_s=ticked_at_s)
        self._parts.window.answer.clock_bar.show_clock(clock)
        self._show_writable()

    def _show_writable(self) -> None:
        answer, can_type = self._parts.window.answer, self._get_mock().can_write
        if answer.editor.isReadOnly() is can_type:
            answer.set_writable(is_writable=can_type)
            if can_type:
                answer.focus_editor()

    def _warn(self, seconds: float) -> None:
        minutes = round(seconds / 60)
        text = "One minute left." if minutes == 1 else f"{minutes} minutes left."
        self._parts.window.answer.banner.tell(text, hide_after_ms=WARNED_MS)
        self._beep()

    def _meet_time_up(self) -> None:
        self._tell_time_is_up()
        self._beep()

    def _tell_time_is_up(self) -> None:
        self._parts.window.answer.banner.tell(TIME_IS_UP, (("Go on", self.go_on),))

    def _beep(self) -> None:
        if self._parts.settings.get_bool("beep"):
            QApplication.beep()

    def _ask_about_gap(self, seconds: float) -> None:
        from desktop.ui.clock_bar import clock_text  # noqa: PLC0415 - loaded with the bar

        mock = self._get_mock()
        self._parts.window.answer.banner.tell(
            f"The run was away for {clock_text(seconds)}. Does that time count?",
            (("It counts", mock.count_gap), ("Leave it out", mock.leave_gap_out)),
        )
        self._parts.window.answer.banner.focus_first()

    def _tell_write_failed(self, error: AppError) -> None:
        window = self._parts.window
        window.answer.clock_bar.show_save_failed()
        self._wiring.tell(error)
        if not self._wiring.is_in_run():  # it could not even begin
            self._leave_run()

    def _end(self, uuid: str) -> None:
        self._leave_run()
        self._open_report(uuid)

    def _leave_run(self) -> None:
        window, before = self._parts.window, self._before
        self._before = None
        window.answer.banner.hide()
        window.answer.editor.set_answer("", 0)
        if before is not None:
            window.browser.setVisible(before.has_browser)
            window.detail.setVisible(before.has_detail)
        window.detail.show_question()
        if self._parts.question.key:
            self._parts.question.open(self._parts.question.key)

    def _follow_link(self, address: str) -> None:
        QDesktopServices.openUrl(QUrl(address))

    def _dress(self) -> None:
        if self._pane is not None:
            self._pane.set_style(self._parts.appearance.page_style)
