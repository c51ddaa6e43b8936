"""The pane in which a sealed answer is held against the rubric."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.calibration import Calibration
from desktop.domain.feedback import RULE, SEMANTIC
from desktop.domain.mark import Verdict
from desktop.domain.marking import Marking, Tally
from desktop.domain.point_comment import PointComment
from desktop.domain.rating import Rating
from desktop.ui.coach_strip import CoachStrip
from desktop.ui.flow_layout import FlowLayout
from desktop.ui.follow_up_view import FollowUpView
from desktop.ui.note_field import NoteField
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.page.page_style import PageStyle
from desktop.ui.page.page_view import PageView
from desktop.ui.page.passage_mark import show_passage
from desktop.ui.point_view import PointView
from desktop.ui.prediction_strip import PredictionStrip
from desktop.ui.rating_strip import RatingStrip
from desktop.ui.star_button import StarButton

if TYPE_CHECKING:
    from desktop.services.compare_attempt import Comparison

COLUMN_PX = 760
MARGIN_PX = 24

WHAT_IS_CLOSE = {SEMANTIC: "meaning of the wording", RULE: "wording"}
"""What is compared with a point, by who judges."""
LIMITS = (
    "Judged by {method}. Found means that the {close} is close to the point. It does not check "
    "that you are right; your own mark is what counts."
)
KEYS = "1 covered, 2 partly, 3 missed, Enter as proposed, Up and Down to move."
NO_POINTS = "This question has no rubric points. Read your answer beside the sample below."
NO_SENTENCE = (
    "Nothing in your answer was found for this point. Select the sentence that shows it, then "
    "mark it again; without one the point is missed."
)
VERDICT_KEYS = {
    Qt.Key.Key_1: Verdict.COVERED,
    Qt.Key.Key_2: Verdict.PARTLY,
    Qt.Key.Key_3: Verdict.MISSED,
}


class ComparePane(QWidget):
    """Prediction, points, sample answer, follow-ups and a note; tells what was chosen."""

    predicted = Signal(int)
    prediction_skipped = Signal()
    verdict_chosen = Signal(int, object)
    proposal_accepted = Signal()
    point_chosen = Signal(int)
    moved = Signal(int)
    reply_written = Signal(int, str)
    reply_opened = Signal(int)
    note_written = Signal(str)
    star_requested = Signal()
    close_requested = Signal()
    link_chosen = Signal(str)

    def __init__(
        self, page_style: PageStyle, formulas: FormulaShelf, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("comparePane")
        self.setMinimumWidth(320)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Compare your answer with the rubric")
        self._page_style = page_style
        self._formulas = formulas
        self._points: list[PointView] = []
        self._follow_ups: list[FollowUpView] = []
        self._current = -1
        self._answer = ""
        self._sample_passages: tuple[str, ...] = ()
        self._title = _label("compareTitle", "title")
        self._limits = _label("compareLimits", "small")
        self._prediction = PredictionStrip()
        self._prediction.predicted.connect(self.predicted)
        self._prediction.skipped.connect(self.prediction_skipped)
        self.coach = CoachStrip()
        self.rating = RatingStrip("answerRating", "How well did you know it?")
        self.rating.hide()
        self._tally = _label("compareTally", "heading")
        self._calibration = _label("compareCalibration", "small")
        self._hint = _label("compareHint", "warning")
        self._notice = _label("compareNotice", "warning")
        self._topics = QWidget()
        self._topic_flow = FlowLayout(self._topics, spacing_px=6)
        self._sample_heading = _label("sampleHeading", "heading", "Sample answer")
        self._sample = PageView(page_style, formulas=formulas, is_embedded=True)
        self._sample.setObjectName("compareSample")
        self._sample.link_chosen.connect(self.link_chosen)
        self._follow_heading = _label("followUpHeading", "heading", "Follow-up questions")
        self._note = NoteField(
            "attemptNote", "Note on this attempt", "What to do better next time"
        )
        self._note.written.connect(self.note_written)
        self._star = StarButton("compareStar")
        self._star.clicked.connect(self.star_requested)
        self._point_box = QVBoxLayout()
        self._follow_box = QVBoxLayout()
        self._area = QScrollArea()
        self._arrange()

    def show_comparison(self, comparison: "Comparison") -> None:
        """Show everything that belongs to an attempt, from its beginning."""
        self._answer = comparison.attempt.text
        self._title.setText(comparison.title)
        self._notice.setText(comparison.notice)
        self._notice.setVisible(bool(comparison.notice))
        self._current = -1
        self._note.await_note()
        self._note.show_note(comparison.notes.note)
        self._star.show_star(is_starred=comparison.notes.is_starred)
        self.rating.hide()
        self._show_points(comparison)
        self._show_follow_ups(comparison)
        for comment in comparison.notes.comments:
            self.show_comment(comment)
        self._show_topics([(one.topic, one.is_mentioned) for one in comparison.feedback.topics])
        self._calibration.setText(_calibration_text(comparison.calibration))
        self._sample.set_page(comparison.sample)
        self._sample_passages = comparison.sample_passages
        self._area.verticalScrollBar().setValue(0)

    def show_marking(self, marking: Marking) -> None:
        """Show which points are marked, which is the current one, and what is proposed."""
        has_points = marking.count > 0
        self._prediction.setVisible(has_points and not marking.is_open)
        self._prediction.show_count(marking.count)
        is_shown = marking.is_open or not has_points
        for part in (self._topics, self._sample, self._sample_heading):
            part.setVisible(is_shown)
        self._follow_heading.setVisible(is_shown and bool(self._follow_ups))
        for follow_up in self._follow_ups:
            follow_up.setVisible(is_shown)
        self._limits.setText(f"{_limits(marking)}  {KEYS}" if has_points else NO_POINTS)
        self._hint.hide()
        for number, point in enumerate(self._points):
            point.show_state(
                marking.proposals[number],
                marking.own.get(number),
                self._quote(marking, number),
                is_open=marking.is_open,
                is_current=marking.is_open and number == marking.current,
            )
        self._tally.setText(_tally_text(marking))
        self.coach.setVisible(marking.is_open and has_points)
        self._tally.setVisible(marking.is_open and has_points)
        is_told = marking.is_done and marking.prediction is not None
        self._calibration.setVisible(is_told and bool(self._calibration.text()))
        if marking.is_open and has_points and marking.current != self._current:
            self._current = marking.current
            self._area.ensureWidgetVisible(self._points[marking.current], 0, 48)
            passage = self._sample_passages[marking.current]
            show_passage(self._sample, passage, self._page_style.match)

    def show_rating(self, rating: Rating, *, is_own: bool, days: Mapping[Rating, int]) -> None:
        """Ask how well it was known, or show what was said."""
        said = "Rated by you." if is_own else "Suggested by marks and time."
        self.rating.show_choices(rating, said, days)
        self.rating.show()
        self._area.ensureWidgetVisible(self.rating, 0, 48)

    def _quote(self, marking: Marking, point: int) -> str:
        """The words of the answer that show a point, as marked or else as proposed."""
        start, end = marking.shown_span(point) or (0, 0)
        return self._answer[start:end]

    def show_comment(self, comment: PointComment, *, is_growing: bool = False) -> None:
        """Show what a model says of a point beside it."""
        if comment.point < len(self._points):
            quote = self._answer[comment.start : comment.end]
            self._points[comment.point].show_comment(comment, quote, is_growing=is_growing)

    def say_sentence_is_missed(self, point: int) -> None:
        """Say below a point that nothing shows it yet."""
        self._hint.setText(NO_SENTENCE)
        self._points[point].put_below(self._hint)
        self._hint.show()

    def set_style(self, page_style: PageStyle) -> None:
        self._page_style = page_style
        self._sample.set_style(page_style)
        for point in self._points:
            point.set_style(page_style)
        for follow_up in self._follow_ups:
            follow_up.set_style(page_style)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self._prediction.isVisible() and self._prediction.answer_key(event.text()):
            event.accept()
        elif key in VERDICT_KEYS and self._current >= 0:
            self.verdict_chosen.emit(self._current, VERDICT_KEYS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.proposal_accepted.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_J):
            self.moved.emit(1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_K):
            self.moved.emit(-1)
        elif key == Qt.Key.Key_Escape:
            self.close_requested.emit()
        else:
            super().keyPressEvent(event)

    def _show_points(self, comparison: "Comparison") -> None:
        self._hint.setParent(self)
        self._hint.hide()
        for view in self._points:
            self._point_box.removeWidget(view)
            view.deleteLater()
        self._points = []
        for number, point in enumerate(comparison.points):
            view = PointView(number, point, self._page_style, self._formulas)
            view.chosen.connect(self.point_chosen)
            view.verdict_chosen.connect(self.verdict_chosen)
            self._point_box.addWidget(view)
            self._points.append(view)

    def _show_follow_ups(self, comparison: "Comparison") -> None:
        for view in self._follow_ups:
            self._follow_box.removeWidget(view)
            view.deleteLater()
        replies = {reply.follow_up: reply for reply in comparison.notes.replies}
        self._follow_ups = []
        for number, sheet in enumerate(comparison.follow_ups):
            view = FollowUpView(
                number, sheet, replies.get(number), self._page_style, self._formulas
            )
            view.reply_written.connect(self.reply_written)
            view.reply_opened.connect(self.reply_opened)
            self._follow_box.addWidget(view)
            self._follow_ups.append(view)

    def _show_topics(self, topics: Sequence[tuple[str, bool]]) -> None:
        while (item := self._topic_flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for topic, is_mentioned in topics:
            chip = _label("topicChip", "chip", f"{topic}: {_mentioned(is_mentioned=is_mentioned)}")
            chip.setWordWrap(False)
            self._topic_flow.addWidget(chip)
            chip.show()
        self._topics.updateGeometry()

    def _arrange(self) -> None:
        body = QWidget()
        body.setObjectName("detailBody")
        body.setMaximumWidth(COLUMN_PX)
        column = QVBoxLayout(body)
        column.setContentsMargins(MARGIN_PX, 24, MARGIN_PX, 32)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        back = QPushButton("Question")
        back.setObjectName("compareClose")
        back.setProperty("role", "plain")
        back.setToolTip("Back to the question (Esc)")
        back.clicked.connect(self.close_requested)
        buttons = QHBoxLayout()
        for button in (self._star, back):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addLayout(buttons)
        head.setAlignment(buttons, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self._notice)
        column.addWidget(self._limits)
        column.addWidget(self._prediction)
        column.addWidget(self.coach)
        self._point_box.setSpacing(8)
        column.addLayout(self._point_box)
        column.addWidget(self._tally)
        column.addWidget(self._calibration)
        column.addWidget(self.rating)
        column.addWidget(self._topics)
        line = QFrame()
        line.setObjectName("detailLine")
        line.setFixedHeight(1)
        column.addWidget(line)
        column.addWidget(self._follow_heading)
        self._follow_box.setSpacing(16)
        column.addLayout(self._follow_box)
        column.addWidget(self._sample_heading)
        column.addWidget(self._sample)
        column.addWidget(_label("noteHeading", "heading", "Note"))
        column.addWidget(self._note)
        column.addStretch(1)
        self._area.setObjectName("compareScroll")
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(body)
        self._area.setWidgetResizable(True)
        self._area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._hint.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)


def _label(name: str, role: str, text: str = "") -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label


def _calibration_text(calibration: Mapping[str, Calibration]) -> str:
    """The predictions of earlier answers on the best known of the topics."""
    if not calibration:
        return ""
    topic, known = max(calibration.items(), key=lambda item: item[1].answers)
    answers = "an earlier answer" if known.answers == 1 else f"{known.answers} earlier answers"
    return (
        f"In {answers} on {topic} you predicted {known.predicted} of {known.points} points "
        f"and covered {known.covered}."
    )


def _mentioned(*, is_mentioned: bool) -> str:
    return "mentioned" if is_mentioned else "not mentioned"


def _limits(marking: Marking) -> str:
    method = marking.proposals[0].method
    return LIMITS.format(method=method, close=WHAT_IS_CLOSE.get(method, "wording"))


def _tally_text(marking: Marking) -> str:
    tally: Tally = marking.tally
    parts = [f"{tally.covered} covered", f"{tally.partly} partly", f"{tally.missed} missed"]
    if tally.unmarked:
        parts.append(f"{tally.unmarked} to mark")
    elif marking.prediction is not None:
        parts.append(f"you predicted {marking.prediction.covered} covered")
    return "  ·  ".join(parts)
