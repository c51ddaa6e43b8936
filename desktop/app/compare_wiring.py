"""Connects comparing: the pane in the question's place, the answer's highlights, the journal."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLineEdit

from desktop.app.parts import Parts
from desktop.domain.attempt import Attempt
from desktop.domain.question import Part

if TYPE_CHECKING:
    from desktop.domain.mark import Verdict
    from desktop.domain.marking import Marking
    from desktop.services.compare_attempt import Comparison
    from desktop.ui.compare_pane import ComparePane


WRITTEN_BLIND = "They open when the answer you are writing is sealed."
REVEALED = (Part.EXPECTATIONS.name, Part.SAMPLE_ANSWER.name)


class CompareWiring(QObject):
    """Makes the pane at the first comparison and carries facts and wishes to and from it."""

    pane_made = Signal(object)

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._pane: ComparePane | None = None
        self._is_blind = False
        compare = parts.compare
        compare.comparison_opened.connect(self._show)
        compare.marking_changed.connect(self._show_marking)
        compare.closed.connect(parts.window.detail.show_question)
        compare.closed.connect(self._show_no_passage)
        parts.answer.attempt_sealed.connect(self._open_sealed)
        parts.window.answer.compare_requested.connect(self.turn)
        parts.window.answer.rewrite_requested.connect(compare.close)
        parts.window.detail.attempt_chosen.connect(self.look_back)
        for moment in (
            parts.answer.draft_opened,
            parts.answer.draft_changed,
            parts.answer.attempt_sealed,
            parts.answer.draft_discarded,
        ):
            moment.connect(self._keep_blind)
        parts.question.opened.connect(self._close_other)
        parts.appearance.changed.connect(self._dress)

    def can_look_back(self) -> bool:
        """Whether the question on show has a sealed answer that may be read now."""
        return not self._is_blind and self._find_attempt() is not None

    def turn(self) -> None:
        """Compare the sealed answer on show, or the newest one; or go back to its question."""
        attempt = self._find_attempt()
        if self._parts.compare.comparison is not None:
            self._parts.compare.close()
        elif attempt is not None:
            self.look_back(attempt.uuid)

    def look_back(self, uuid: str) -> None:
        """Open an earlier attempt: the one way to it, closed while a new answer is written."""
        if not self._is_blind:
            self._parts.question.show_attempt(uuid)
            self._parts.compare.open(uuid)

    def _keep_blind(self) -> None:
        """While an answer is being written its question's earlier attempts stay shut."""
        answer, window = self._parts.answer, self._parts.window
        if self._is_blind and answer.draft and not window.answer.editor.document().isEmpty():
            return  # the common case, at every key
        is_blind = answer.has_text
        if is_blind != self._is_blind:
            self._is_blind = is_blind
            window.detail.lock_attempts(WRITTEN_BLIND if is_blind else "")
            if is_blind:
                self._parts.compare.close()

    def _find_attempt(self) -> Attempt | None:
        shown = self._parts.window.answer.shown_attempt
        opened = self._parts.question.question
        if shown is not None or opened is None:
            return shown
        return opened.attempts[-1] if opened.attempts else None

    def _open_sealed(self, attempt: Attempt) -> None:
        if attempt.question_key == self._parts.question.key:
            self._parts.compare.open(attempt.uuid)

    def _close_other(self) -> None:
        """Leave the comparison when another question is opened."""
        comparison = self._parts.compare.comparison
        if comparison and comparison.attempt.question_key != self._parts.question.key:
            self._parts.compare.close()

    def _show(self, comparison: "Comparison") -> None:
        if comparison.attempt.question_key != self._parts.question.key:
            return
        shown = self._parts.window.answer.shown_attempt
        if shown is None or shown.uuid != comparison.attempt.uuid:
            self._parts.window.answer.show_attempt(comparison.attempt, comparison.page)
        pane = self._pane = self._pane or self._new_pane()
        self._parts.window.detail.show()
        self._parts.window.detail.show_instead(pane)
        pane.show_comparison(comparison)
        if self._is_focus_free():
            pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_focus_free(self) -> bool:
        """Whether nobody is finding something in the answer."""
        focus = self._parts.window.focusWidget()
        is_field = isinstance(focus, QLineEdit) and focus.isVisible()
        return not is_field or not self._parts.window.answer.isAncestorOf(focus)

    def _show_marking(self, marking: "Marking") -> None:
        if self._pane is None or self._parts.compare.comparison is None:
            return
        self._pane.show_marking(marking)
        if marking.is_open or not marking.count:
            self._note_revealed()
        span = marking.shown_span(marking.current) if self._parts.compare.is_marking else None
        text = self._parts.compare.comparison.attempt.text
        self._parts.window.answer.show_passage(text[span[0] : span[1]] if span else "")

    def _note_revealed(self) -> None:
        """What is read here counts as help for the next answer to the question."""
        draft, comparison = self._parts.answer.draft, self._parts.compare.comparison
        if draft and comparison and draft.question_key == comparison.attempt.question_key:
            for part in REVEALED:
                self._parts.answer.reveal(part)

    def _mark(self, point: int, verdict: "Verdict") -> None:
        self._parts.compare.mark(point, verdict, self._find_selected())

    def _accept(self) -> None:
        self._parts.compare.accept(self._find_selected())

    def _find_selected(self) -> tuple[int, int] | None:
        """The stretch of the answer's Markdown that is selected on its page."""
        from desktop.domain.passage import find_passage  # noqa: PLC0415 - only in comparing

        comparison = self._parts.compare.comparison
        selected = self._parts.window.answer.selected_of_sealed()
        if comparison is None or not selected.strip():
            return None
        return find_passage(comparison.attempt.text, selected)

    def _show_no_passage(self) -> None:
        self._parts.window.answer.show_passage("")

    def _new_pane(self) -> "ComparePane":
        from desktop.ui.compare_pane import ComparePane  # noqa: PLC0415 - after the first sealing

        compare = self._parts.compare
        pane = ComparePane(self._parts.appearance.page_style, self._parts.formulas)
        pane.predicted.connect(compare.predict)
        pane.prediction_skipped.connect(compare.skip_prediction)
        pane.verdict_chosen.connect(self._mark)
        pane.proposal_accepted.connect(self._accept)
        pane.point_chosen.connect(compare.go_to)
        pane.moved.connect(compare.go_by)
        pane.reply_written.connect(compare.put_reply)
        pane.reply_opened.connect(compare.open_reply)
        pane.note_written.connect(compare.note)
        pane.star_requested.connect(compare.toggle_star)
        pane.close_requested.connect(compare.close)
        pane.link_chosen.connect(self._parts.window.answer.link_chosen)
        compare.sentence_missed.connect(pane.say_sentence_is_missed)
        self.pane_made.emit(pane)
        return pane

    def _dress(self) -> None:
        if self._pane is not None:
            self._pane.set_style(self._parts.appearance.page_style)
