"""The question of a mock run, with where the run stands; nothing of it is revealed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.mock_run import MockRun, Stage
from desktop.ui.clock_bar import clock_text
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.page.page_style import PageStyle
from desktop.ui.page.page_view import PageView

if TYPE_CHECKING:
    from desktop.services.run_mock import MockQuestion

COLUMN_PX = 760
MARGIN_PX = 24


class MockPane(QWidget):
    """Run clock, prompt, and in a reply the follow-up with one's own answer below it."""

    pause_requested = Signal()
    go_on_requested = Signal()
    stop_requested = Signal()
    link_chosen = Signal(str)

    def __init__(
        self, page_style: PageStyle, formulas: FormulaShelf, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("mockPane")
        self.setMinimumWidth(320)
        self.setAccessibleName("Mock run")
        self._is_clock_hidden = False
        self._run: MockRun | None = None
        self._template = ""
        self._place = _label("mockPlace", "heading")
        self._clock = _label("mockClock", "small")
        self._pause = _button("mockPause", "Pause", "plain", "Pause the run (Ctrl+.)")
        self._pause.clicked.connect(self.pause_requested)
        self._stop = _button("mockStop", "End the run…", "quiet", "Stop here and see the report")
        self._stop.clicked.connect(self.stop_requested)
        self._go_on = _button("mockGoOn", "", "primary", "There is no way back (Ctrl+Return)")
        self._go_on.clicked.connect(self.go_on_requested)
        self._title = _label("mockTitle", "title")
        self._prompt = self._page("mockPrompt", page_style, formulas)
        self._follow_heading = _label("mockFollowUpHeading", "heading", "Follow-up")
        self._follow_up = self._page("mockFollowUp", page_style, formulas)
        self._answer_heading = _label("mockAnswerHeading", "heading", "Your answer")
        self._answer = self._page("mockAnswer", page_style, formulas)
        self._prompt_heading = _label("mockPromptHeading", "heading", "The question")
        self._area = QScrollArea()
        self._arrange()

    def show_question(self, part: "MockQuestion") -> None:
        """Show a part of the run from its top."""
        self._title.setText(part.question.title)
        self._prompt.set_page(part.prompt)
        is_reply = part.follow_up is not None
        for widget in (self._follow_heading, self._follow_up, self._prompt_heading):
            widget.setVisible(is_reply)
        if part.follow_up is not None:
            self._follow_up.set_page(part.follow_up)
        has_answer = part.answer is not None
        self._answer_heading.setVisible(has_answer)
        self._answer.setVisible(has_answer)
        if part.answer is not None:
            self._answer.set_page(part.answer)
        self._area.verticalScrollBar().setValue(0)

    def show_run(self, run: MockRun, template: str) -> None:
        """Show where the run stands."""
        self._run, self._template = run, template
        if run.is_ended:
            return
        self._place.setText("  ·  ".join(filter(None, (template, _place(run)))))
        spent = "––:––" if self._is_clock_hidden else clock_text(run.run_s)
        self._clock.setText(f"{spent} of {run.run_budget_s / 60:.0f} min in this run")
        self._pause.setText("Go on" if run.is_paused else "Pause")
        self._pause.setEnabled(run.gap_began is None)
        self._go_on.setText(_next_step(run))
        self._go_on.setEnabled(not run.is_held)

    def show_hidden(self, *, is_hidden: bool) -> None:
        """Hide or show the digits of the run's clock."""
        self._is_clock_hidden = is_hidden
        if self._run is not None:
            self.show_run(self._run, self._template)

    def set_style(self, page_style: PageStyle) -> None:
        for page in (self._prompt, self._follow_up, self._answer):
            page.set_style(page_style)

    def _page(self, name: str, style: PageStyle, formulas: FormulaShelf) -> PageView:
        page = PageView(style, formulas=formulas, is_embedded=True)
        page.setObjectName(name)
        page.link_chosen.connect(self.link_chosen)
        return page

    def _arrange(self) -> None:
        body = QWidget()
        body.setObjectName("detailBody")
        body.setMaximumWidth(COLUMN_PX)
        column = QVBoxLayout(body)
        column.setContentsMargins(MARGIN_PX, 8, MARGIN_PX, 32)
        column.setSpacing(12)
        for widget in (
            self._follow_heading,
            self._follow_up,
            self._answer_heading,
            self._answer,
            self._prompt_heading,
            self._title,
            self._prompt,
        ):
            column.addWidget(widget)
        column.addStretch(1)
        self._area.setObjectName("mockScroll")
        self._area.setWidget(body)
        self._area.setWidgetResizable(True)
        self._area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head())
        layout.addWidget(self._area, 1)
        layout.addLayout(self._foot())

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setContentsMargins(MARGIN_PX, 16, MARGIN_PX, 8)
        head.setSpacing(4)
        head.addWidget(self._place)
        head.addWidget(self._clock)
        return head

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(MARGIN_PX, 8, MARGIN_PX, 12)
        foot.setSpacing(8)
        foot.addWidget(self._stop)
        foot.addStretch(1)
        foot.addWidget(self._pause)
        foot.addWidget(self._go_on)
        return foot


def _place(run: MockRun) -> str:
    question = f"Question {run.task + 1} of {len(run.tasks)}"
    if run.stage is not Stage.REPLYING:
        return question
    asked = sum(1 for part in run.parts if part.task == run.task and not part.is_main)
    return f"{question}  ·  Follow-up {asked + 1} of {asked + len(run.to_ask)}"


def _next_step(run: MockRun) -> str:
    """What the button does: seal, or leave what time has sealed."""
    verb = "Go on" if run.is_sealed else "Seal and go on"
    is_last = run.task + 1 == len(run.tasks)
    has_more = len(run.to_ask) > 1 or (
        run.stage is Stage.ANSWERING and run.tasks[run.task].most_follow_ups > 0
    )
    return verb if has_more or not is_last else f"{verb.removesuffix(' and go on')} and finish"


def _label(name: str, role: str, text: str = "") -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label


def _button(name: str, title: str, role: str, tip: str) -> QPushButton:
    button = QPushButton(title)
    button.setObjectName(name)
    button.setProperty("role", role)
    button.setToolTip(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
