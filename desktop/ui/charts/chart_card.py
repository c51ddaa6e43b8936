"""A card with one picture, which can turn into its table and be saved."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.charts.chart_view import ChartView
from desktop.ui.charts.numbers_table import NumbersTable
from desktop.ui.charts.picture import Picture
from desktop.ui.charts.weak_points_list import WeakPointsList
from desktop.ui.charts.weak_points_picture import WeakPointsPicture
from desktop.ui.theme import Theme

FORMS = ("PNG", "SVG", "CSV")
MARGIN_PX = 16
READOUT_PX = 32
"""Two lines: longer words must not move the cards below."""


class ChartCard(QFrame):
    """The title above, the picture, and below it the numbers of the current mark."""

    export_requested = Signal(str, str)
    """The form, and the name of the picture."""
    question_chosen = Signal(str)

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"card_{name}")
        self.setProperty("role", "card")
        self._name = name
        self._picture: Picture | None = None
        self._title = QLabel()
        self._title.setProperty("role", "heading")
        self._readout = QLabel()
        self._readout.setObjectName(f"readout_{name}")
        self._readout.setProperty("role", "small")
        self._readout.setWordWrap(True)
        self._readout.setFixedHeight(READOUT_PX)
        self._readout.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty = QLabel()
        self._empty.setObjectName(f"empty_{name}")
        self._empty.setProperty("role", "muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._drawn: ChartView | WeakPointsList = self._new_view(theme)
        self._drawn.setObjectName(f"chart_{name}")
        self._drawn.table_requested.connect(self._turn)
        self._table = NumbersTable()
        self._table.setObjectName(f"table_{name}")
        self._table.picture_requested.connect(self._turn)
        self._as_table = _button(f"asTable_{name}", "Table")
        self._as_table.setCheckable(True)
        self._as_table.setToolTip("The same numbers as a table (T)")
        self._as_table.toggled.connect(self._show_side)
        self._save = _button(f"save_{name}", "Save")
        self._stack = QStackedWidget()
        self._arrange()

    def show_picture(self, picture: Picture) -> None:
        """Show another picture, or what to do while there is nothing to draw."""
        self._picture = picture
        self._title.setText(picture.title)
        self._empty.setText(picture.empty_text)
        for button in (self._as_table, self._save):
            button.setAccessibleName(f"{button.text()}: {picture.title}")
            button.setEnabled(not picture.is_empty)
        if picture.is_empty:
            self._as_table.setChecked(False)
        elif isinstance(self._drawn, ChartView):
            self._drawn.set_picture(picture)
        elif isinstance(picture, WeakPointsPicture):
            self._drawn.show_points(picture)
        self._show_side()

    def set_theme(self, theme: Theme) -> None:
        self._drawn.set_theme(theme)

    def _new_view(self, theme: Theme) -> ChartView | WeakPointsList:
        if self._name == WeakPointsPicture.name:
            points = WeakPointsList(theme)
            points.question_chosen.connect(self.question_chosen)
            points.mark_changed.connect(self._tell)
            return points
        chart = ChartView(theme)
        chart.mark_changed.connect(self._tell)
        return chart

    def _show_side(self) -> None:
        picture = self._picture
        if picture is None:
            return
        self._tell("")
        if picture.is_empty:
            self._stack.setCurrentWidget(self._empty)
        elif self._as_table.isChecked():
            self._table.show_table(picture.table)
            self._stack.setCurrentWidget(self._table)
        else:
            self._stack.setCurrentWidget(self._drawn)

    def _turn(self) -> None:
        """Turn to the other side, where the keys then go."""
        self._as_table.toggle()
        side = self._table if self._as_table.isChecked() else self._drawn
        side.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _tell(self, words: str) -> None:
        if self._picture is not None:
            summary = "" if self._picture.is_empty else self._picture.summary
            self._readout.setText(words or summary)

    def _ask_to_save(self, action: Any) -> None:
        self.export_requested.emit(action.data(), self._name)

    def _arrange(self) -> None:
        menu = QMenu(self._save)
        for form in FORMS:
            menu.addAction(f"As &{form}…").setData(form)
        menu.triggered.connect(self._ask_to_save)
        self._save.setMenu(menu)
        self._save.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._title, 1)
        head.addWidget(self._as_table)
        head.addWidget(self._save)
        for side in (self._drawn, self._table, self._empty):
            self._stack.addWidget(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, 12, MARGIN_PX, 4)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        column.addWidget(self._readout)


def _button(name: str, title: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setText(title)
    button.setProperty("role", "filter")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
