"""How an answer grew: a slider through its time, the text then, and the points."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.answer_timeline import STEP_S, AnswerTimeline, Pace
from desktop.domain.word_count import count_words
from desktop.rendering.page_tree import Page
from desktop.ui.clock_bar import clock_text
from desktop.ui.pace_strip import PaceStrip
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.page.page_style import PageStyle
from desktop.ui.page.page_view import PageView

STEPS_A_MINUTE = 60 // STEP_S
PAGE_MINUTES = 5
SMALLER = 0.875
WHAT_IT_MEANS = (
    "Planning (hatched) lasts until the first ten words stand. After it, a half minute in which "
    "the text changed is writing (full), and one in which it did not is stalled (a line)."
)
NOT_KEPT = "The drafts of this attempt were not kept, so only its end is known."
KEYS = "Left and Right go half a minute, Page Down and Page Up five minutes."


class AttemptTimelineView(QWidget):
    """Shows the text as it stood at a time, in steps of half a minute."""

    def __init__(
        self, page_style: PageStyle, formulas: FormulaShelf, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._timeline: AnswerTimeline | None = None
        self._paces = QLabel()
        self._paces.setObjectName("timelinePaces")
        self._paces.setWordWrap(True)
        self._meaning = QLabel(f"{WHAT_IT_MEANS} {KEYS}")
        self._meaning.setProperty("role", "small")
        self._meaning.setWordWrap(True)
        self._strip = PaceStrip(page_style)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setObjectName("timelineSlider")
        self._slider.setAccessibleName("Time in the answer, in half minutes")
        self._slider.setPageStep(PAGE_MINUTES * STEPS_A_MINUTE)
        self._slider.valueChanged.connect(self._show_text)
        self._moment = QLabel()
        self._moment.setObjectName("timelineMoment")
        self._moment.setProperty("role", "heading")
        self._text = QPlainTextEdit()
        self._text.setObjectName("timelineText")
        self._text.setReadOnly(True)
        self._text.setAccessibleName("The answer at this time")
        self._points = PageView(page_style.zoomed(SMALLER), formulas=formulas)
        self._points.setObjectName("timelinePoints")
        self._points.setAccessibleName("When each point was first found")
        self._arrange()
        self.set_style(page_style)

    def show_timeline(self, timeline: AnswerTimeline) -> None:
        """Show an answer's time from its end."""
        self._timeline = timeline
        self._strip.show_paces(timeline.paces)
        self._paces.setText(_paces_text(timeline) if timeline.has_history else NOT_KEPT)
        for widget in (self._strip, self._slider, self._meaning):
            widget.setVisible(timeline.has_history)
        self._slider.setRange(0, len(timeline.paces))
        self._slider.setValue(self._slider.maximum())
        self._points.set_page(Page())
        self._show_text()

    def show_points(self, page: Page) -> None:
        """Show when each point first stood in the answer."""
        self._points.set_page(page)

    def take_focus(self) -> None:
        """Put the keys on the slider."""
        self._slider.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_style(self, page_style: PageStyle) -> None:
        """Take other colours and sizes."""
        self._strip.set_style(page_style)
        self._points.set_style(page_style.zoomed(SMALLER))
        font = QFont(list(page_style.text_families))
        font.setPixelSize(round(page_style.text_size_px * SMALLER))
        self._text.setFont(font)

    def _show_text(self) -> None:
        if self._timeline is None:
            return
        at_s = min(float(self._slider.value() * STEP_S), self._timeline.length_s)
        text = self._timeline.text_at(at_s)
        self._moment.setText(f"After {clock_text(at_s)}  ·  {count_words(text):,} words")
        self._text.setPlainText(text)
        self._text.moveCursor(QTextCursor.MoveOperation.End)

    def _arrange(self) -> None:
        then = QWidget()
        left = QVBoxLayout(then)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(6)
        left.addWidget(self._moment)
        left.addWidget(self._text, 1)
        beside = QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(then, 4)
        beside.addWidget(self._points, 3)
        time = QVBoxLayout()
        time.setSpacing(2)
        for widget in (self._strip, self._slider):
            time.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._paces)
        layout.addLayout(time)
        layout.addWidget(self._meaning)
        layout.addLayout(beside, 1)


def _paces_text(timeline: AnswerTimeline) -> str:
    return "  ·  ".join(f"{pace.value.capitalize()} {_time(timeline, pace)}" for pace in Pace)


def _time(timeline: AnswerTimeline, pace: Pace) -> str:
    minutes = timeline.seconds_of(pace) / 60
    return f"{minutes:.0f} min" if minutes == round(minutes) else f"{minutes:.1f} min"
