"""The page of progress: filters above, a grid of pictures below."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.progress import Progress, ProgressFacts, draw_up
from desktop.domain.table_csv import table_csv
from desktop.files import replace_file
from desktop.ui.charts.axes import counted, spent
from desktop.ui.charts.calendar_picture import CalendarPicture
from desktop.ui.charts.chart_card import FORMS, ChartCard
from desktop.ui.charts.pace_picture import PacePicture
from desktop.ui.charts.picture import Picture
from desktop.ui.charts.picture_sheet import PictureSheet
from desktop.ui.charts.predictions_picture import PredictionsPicture
from desktop.ui.charts.readiness_picture import ReadinessPicture
from desktop.ui.charts.topics_picture import TopicsPicture
from desktop.ui.charts.weak_points_picture import WeakPointsPicture
from desktop.ui.charts.weeks_picture import WeeksPicture
from desktop.ui.progress_filters import ProgressFilters
from desktop.ui.theme import Theme

WHOLE_PAGE = ""
"""In the place of a picture's name: all of them."""

NAMES = tuple(
    kind.name
    for kind in (
        CalendarPicture,
        WeeksPicture,
        TopicsPicture,
        ReadinessPicture,
        PredictionsPicture,
        PacePicture,
        WeakPointsPicture,
    )
)
MOST_PX = 1440
TWO_COLUMNS_PX = 880
GAP_PX = 16
MARGIN_PX = 24
SCROLL_BAR_PX = 10


class ProgressPage(QWidget):
    """Draws up and shows what practice came to."""

    question_chosen = Signal(str)
    export_requested = Signal(str, str)
    """The form, PNG, SVG or CSV, and the name of the picture, "" for the whole page."""
    close_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progressPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._facts: ProgressFacts | None = None
        self._pictures: dict[str, Picture] = {}
        self._columns = 0
        self._summary = QLabel()
        self._summary.setObjectName("progressSummary")
        self._summary.setProperty("role", "muted")
        self._filters = ProgressFilters()
        self._filters.changed.connect(self._draw)
        self._cards = {name: self._new_card(name) for name in NAMES}
        self._grid = QGridLayout()
        self._arrange()

    def show_facts(self, facts: ProgressFacts) -> None:
        """Show these facts; what was chosen in the filters stays so."""
        self._facts = facts
        self._filters.show_choices(facts)
        self._draw()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for card in self._cards.values():
            card.set_theme(theme)

    def picture_names(self) -> tuple[str, ...]:
        """The names by which pictures are exported, in their order on the page."""
        return NAMES

    def export(self, picture: str, form: str, path: Path) -> None:
        """Write a picture, or the whole page for "", as "PNG", "SVG" or "CSV".

        The whole page as CSV is a folder with a file for each picture. Raises AppError when the
        disk refuses.
        """
        names = NAMES if picture == WHOLE_PAGE else (picture,)
        chosen = [self._pictures[name] for name in names]
        if form == "CSV":
            for one in chosen:
                file = path if picture else path / f"{one.name}.csv"
                replace_file(file, table_csv(one.table))
            return
        title = chosen[0].title if picture else "Progress"
        sheet = PictureSheet(title, self._told(), chosen, self._theme)
        replace_file(path, sheet.png() if form == "PNG" else sheet.svg())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_requested.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_out(2 if self.width() >= TWO_COLUMNS_PX else 1)

    def _draw(self) -> None:
        if self._facts is None:
            return
        progress = draw_up(self._facts, self._filters.chosen)
        attempts, minutes = counted(progress.attempts, "attempt"), spent(progress.minutes)
        self._summary.setText(f"{attempts}, {minutes} of writing")
        self._pictures = {one.name: one for one in _pictures_of(progress)}
        for name, card in self._cards.items():
            card.show_picture(self._pictures[name])

    def _told(self) -> str:
        """What the whole page is of, for those who see it elsewhere."""
        return f"{self._filters.words}. {self._summary.text()}."

    def _ask_to_export(self, action: object) -> None:
        self.export_requested.emit(action.data(), WHOLE_PAGE)  # type: ignore[attr-defined]  # PySide types it as object

    def _new_card(self, name: str) -> ChartCard:
        card = ChartCard(name, self._theme)
        card.export_requested.connect(self.export_requested)
        card.question_chosen.connect(self.question_chosen)
        return card

    def _set_out(self, columns: int) -> None:
        """The first card is wide; the others stand in rows of so many."""
        if columns == self._columns:
            return
        self._columns = columns
        cards = list(self._cards.values())
        self._grid.addWidget(cards[0], 0, 0, 1, 2)
        for place, card in enumerate(cards[1:]):
            row, column = divmod(place, columns)
            self._grid.addWidget(card, 1 + row, column, 1, 3 - columns)

    def _arrange(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP_PX)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)
        body = QWidget()
        body.setObjectName("progressBody")
        body.setMaximumWidth(MOST_PX)
        inner = QVBoxLayout(body)
        inner.setContentsMargins(MARGIN_PX, 0, MARGIN_PX - SCROLL_BAR_PX, MARGIN_PX)
        inner.addLayout(self._grid)
        inner.addStretch(1)
        area = QScrollArea()
        area.setObjectName("progressScroll")
        area.setWidget(body)
        area.setWidgetResizable(True)
        area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = QHBoxLayout()
        head.addStretch(1)
        head.addWidget(self._head(), MOST_PX)
        head.addStretch(1)
        layout.addLayout(head)
        layout.addWidget(area, 1)

    def _head(self) -> QWidget:
        title = QLabel("Progress")
        title.setProperty("role", "title")
        export = _button("progressExport", "Export")
        menu = QMenu(export)
        for form in FORMS:
            menu.addAction(f"Whole page as &{form}…").setData(form)
        menu.triggered.connect(self._ask_to_export)
        export.setMenu(menu)
        close = _button("progressClose", "Back")
        close.setToolTip("Back to the question (Esc)")
        close.clicked.connect(self.close_requested)
        widget = QWidget()
        widget.setMaximumWidth(MOST_PX)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title)
        head.addSpacing(8)
        head.addWidget(self._summary, 1)
        for button in (export, close):
            head.addWidget(button)
        column = QVBoxLayout(widget)
        column.setContentsMargins(MARGIN_PX, 12, MARGIN_PX, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._filters)
        return widget


def _pictures_of(progress: Progress) -> Sequence[Picture]:
    return (
        CalendarPicture(progress.calendar),
        WeeksPicture(progress.weeks),
        TopicsPicture(progress.topics),
        ReadinessPicture(progress.readiness),
        PredictionsPicture(progress.predictions),
        PacePicture(progress.pace),
        WeakPointsPicture(progress.weakest),
    )


def _button(name: str, title: str) -> QPushButton:
    button = QPushButton(title)
    button.setObjectName(name)
    button.setProperty("role", "plain")
    return button
