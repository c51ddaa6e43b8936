"""Today's page: what is due, how long it takes, one key to begin."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.study_plan import PlanTask, StudyPlan
from desktop.domain.today import Today, minutes_of
from desktop.ui.link_list import LinkList, LinkRow
from desktop.ui.roles import role_button, role_label
from desktop.ui.task_list import TaskList, TaskRow
from desktop.ui.task_words import (
    day_text,
    distance_text,
    goal_text,
    interview_title,
    minutes_text,
    rounds_text,
    task_note,
)
from desktop.ui.theme import Theme

COLUMN_PX = 720
SIDE_PX = 340
MARGIN_PX = 24
KEYS = "Enter begins there, T puts off to tomorrow, D to a day, S suspends."
NO_INTERVIEW = (
    "With the day of an interview, and its rounds, Greenroom plans reviews and new questions "
    "up to it."
)
MOST_NAMED = 3


class TodayPage(QWidget):
    """Tasks and what else is due; beside them interviews, what will not fit, answers to mark."""

    begin_requested = Signal()
    task_chosen = Signal(object)
    put_off_requested = Signal(object, str)
    answer_chosen = Signal(str, str)
    """The key of a question and the uuid of its answer that was not compared yet."""
    interview_chosen = Signal(str)
    """The uuid of an interview to change, "" for a new one."""
    minutes_chosen = Signal(int)
    plan_requested = Signal()
    close_requested = Signal()

    def __init__(self, theme: Theme, minutes_a_day: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("todayPage")
        self._today: Today | None = None
        self._title = role_label("todayTitle", "title", "Today")
        self._summary = role_label("todaySummary", "muted")
        self._begin = role_button("todayBegin", "Begin", "primary")
        self._begin.setToolTip("Begin with the first (Enter)")
        self._begin.clicked.connect(self._ask_to_begin)
        self._close = role_button("todayClose", "Back", "plain")
        self._close.setToolTip("Back to the questions (Esc)")
        self._close.clicked.connect(self.close_requested)
        self._tasks = TaskList("todayTasks", "Today's tasks", theme)
        self._keys = role_label("todayKeys", "small", KEYS)
        self._also_heading = role_label("todayAlsoHeading", "heading", "Also due")
        self._also = TaskList("todayAlso", "Also due", theme)
        self._answers = LinkList("todayAnswers", "Answers to hold against the rubric")
        self._answers.chosen.connect(self._choose_answer)
        self._interviews = LinkList("todayInterviews", "Interviews")
        self._interviews.chosen.connect(self.interview_chosen)
        self._no_interview = role_label("todayNoInterview", "small", NO_INTERVIEW)
        self._left_out_heading = role_label("todayLeftOutHeading", "heading", "What will not fit")
        self._left_out = role_label("todayLeftOut", "muted")
        self._minutes_label = role_label("todayMinutesLabel", "muted", "Minutes a day")
        self._minutes = QSpinBox()
        self._minutes.setObjectName("todayMinutes")
        self._minutes.setAccessibleName("Minutes a day that the plan may use")
        self._minutes.setRange(5, 600)
        self._minutes.setSingleStep(5)
        self._minutes.setKeyboardTracking(False)
        self._minutes.lineEdit().setTextMargins(8, 0, 0, 0)  # which the style sheet cannot set
        self._minutes.setValue(minutes_a_day)
        self._minutes.valueChanged.connect(self.minutes_chosen)
        self._plan = role_button("todayPlan", "See the plan…", "plain")
        self._plan.clicked.connect(self.plan_requested)
        self._add = role_button("todayAddInterview", "Add an interview…", "plain")
        self._add.clicked.connect(self._ask_for_interview)
        for one in (self._tasks, self._also):
            one.task_chosen.connect(self.task_chosen)
            one.put_off_requested.connect(self.put_off_requested)
        self._arrange()

    def show_today(self, today: Today) -> None:
        """Show what there is to do; the first tasks to come take the focus where it waited."""
        self._today = today
        waits = self._begin.hasFocus() or self.hasFocus()
        had_tasks = self._tasks.count() > 0
        self._summary.setText(_summary(today))
        self._tasks.show_rows(_rows(today, today.tasks))
        self._also.show_rows(_rows(today, today.also_due))
        self._also_heading.setVisible(bool(today.also_due))
        self._keys.setVisible(bool(today.due))
        self._begin.setEnabled(bool(today.tasks))
        self._answers.show_rows([LinkRow(one.attempt_uuid, one.title) for one in today.unmarked])
        self._show_interviews(today)
        text = _left_out_text(today.plan)
        self._left_out.setText(text)
        for widget in (self._left_out_heading, self._left_out):
            widget.setVisible(bool(text))
        if waits and not had_tasks:
            self.focus_first()

    def focus_first(self) -> None:
        """Put the focus where Enter begins, or on the page: no Enter may go to Back by itself."""
        of_begin = self._begin if self._begin.isEnabled() else self
        first = self._tasks if self._tasks.count() else of_begin
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        for one in (self._tasks, self._also):
            one.set_theme(theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._begin.hasFocus():
            self._ask_to_begin()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_requested.emit()
        else:
            super().keyPressEvent(event)

    def _show_interviews(self, today: Today) -> None:
        goals = {one.interview.uuid: one for one in today.plan.goals} if today.plan else {}
        rows = []
        for one in today.interviews:
            goal = goals.get(one.uuid)
            note = f"{distance_text(one.held_on, today.day)}  ·  {rounds_text(one)}"
            told = f"{note}\n{goal_text(goal)}" if goal else note
            rows.append(LinkRow(one.uuid, interview_title(one), told))
        self._interviews.show_rows(rows)
        self._no_interview.setVisible(not rows)
        for widget in (self._minutes_label, self._minutes):
            widget.setVisible(bool(rows))
        self._plan.setVisible(bool(today.plan and today.plan.days))

    def _ask_to_begin(self) -> None:
        if self._today is not None and self._today.tasks:
            self.begin_requested.emit()

    def _ask_for_interview(self) -> None:
        self.interview_chosen.emit("")

    def _choose_answer(self, uuid: str) -> None:
        for one in self._today.unmarked if self._today else ():
            if one.attempt_uuid == uuid:
                self.answer_chosen.emit(one.key, uuid)

    def _arrange(self) -> None:
        body = QWidget()
        body.setObjectName("todayBody")
        body.setMaximumWidth(COLUMN_PX + SIDE_PX + 3 * MARGIN_PX)
        columns = QHBoxLayout(body)
        columns.setContentsMargins(MARGIN_PX, 28, MARGIN_PX, 32)
        columns.setSpacing(2 * MARGIN_PX)
        columns.addLayout(self._tasks_column(), 1)
        side = QWidget()
        side.setFixedWidth(SIDE_PX)
        side.setLayout(self._side_column())
        columns.addWidget(side)
        area = QScrollArea()
        area.setObjectName("todayScroll")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(body)
        area.setWidgetResizable(True)
        area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def _tasks_column(self) -> QVBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self._begin)
        head.addWidget(self._close)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addLayout(head)
        for widget in (self._summary, self._tasks, self._keys, self._also_heading, self._also):
            column.addWidget(widget)
        column.addStretch(1)
        return column

    def _side_column(self) -> QVBoxLayout:
        minutes = QHBoxLayout()
        minutes.setSpacing(8)
        minutes.addWidget(self._minutes_label)
        minutes.addWidget(self._minutes)
        minutes.addStretch(1)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self._add)
        tools.addWidget(self._plan)
        tools.addStretch(1)
        column = QVBoxLayout()
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._interviews)
        column.addWidget(self._no_interview)
        column.addLayout(minutes)
        column.addLayout(tools)
        column.addSpacing(8)
        for widget in (self._left_out_heading, self._left_out, self._answers):
            column.addWidget(widget)
        column.addStretch(1)
        return column


def _summary(today: Today) -> str:
    day = day_text(today.day)
    if not today.is_counted:
        return f"{day}. Your answers are still being read."
    if not today.due and not today.plan:
        return f"{day}. Nothing is due." + (" Here is something new." if today.offer else "")
    if today.tasks:
        things = "1 thing" if len(today.tasks) == 1 else f"{len(today.tasks)} things"
        return f"{day}. {things} to do, about {minutes_text(today.minutes)}."
    return f"{day}. What the plan has for today is done."


def _rows(today: Today, tasks: Iterable[PlanTask]) -> list[TaskRow]:
    due = {(item.key, item.point): item for item in today.due}
    chosen = list(tasks)
    points = Counter(task.key for task in chosen if task.point)
    seen: Counter[str] = Counter()
    rows = []
    for task in chosen:
        seen[task.key] += bool(task.point)
        which = f"{seen[task.key]} of {points[task.key]}" if points[task.key] > 1 else ""
        note = task_note(task, due, today.day, which if task.point else "")
        rows.append(TaskRow(task, note, minutes_text(task.minutes)))
    return rows


def _left_out_text(plan: StudyPlan | None) -> str:
    """Plainly what will not fit, each kind in a line."""
    if plan is None:
        return ""
    lines = []
    if plan.left_out:
        titles = list(dict.fromkeys(task.title for task in plan.left_out))
        lines.append(
            f"{_count(len(plan.left_out), 'review')} of {_count(len(titles), 'question')} "
            f"({minutes_text(minutes_of(plan.left_out))}): {_named(titles)}."
        )
    if plan.untouched:
        lines.append(
            f"{_count(len(plan.untouched), 'topic')} of the rounds without an answer: "
            f"{_named(plan.untouched)}."
        )
    if plan.too_long:
        lines.append(
            f"{_count(len(plan.too_long), 'topic')} whose questions take longer than a day has "
            f"minutes: {_named(plan.too_long)}."
        )
    return "\n\n".join(lines)


def _count(number: int, noun: str) -> str:
    return f"1 {noun}" if number == 1 else f"{number} {noun}s"


def _named(names: Iterable[str]) -> str:
    every = list(dict.fromkeys(names))
    more = len(every) - MOST_NAMED
    return "; ".join(every[:MOST_NAMED]) + (f"; and {more} more" if more > 0 else "")
