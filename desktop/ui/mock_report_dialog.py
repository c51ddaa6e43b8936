"""Reports of mock runs: which runs there are, and one of them to read and rate."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.mock_record import MockRecord
from desktop.domain.mock_report import RATINGS, Dimension, MockReport
from desktop.rendering.page_tree import Page
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.page.page_style import PageStyle
from desktop.ui.page.page_view import PageView

LIST_PX = 250
SIZE_PX = (1100, 690)
NO_RUNS = "No mock run has ended yet. Set one up with Ctrl+Alt+M."
ANCHORS = {
    Dimension.DEPTH: ("named things", "explained some", "explained why", "derived, with limits"),
    Dimension.PRACTICE: ("no case", "a vague case", "a worked case", "costs and failures too"),
    Dimension.EVALUATION: (
        "no metric",
        "a metric",
        "metric and baseline",
        "and what would refute",
    ),
    Dimension.COMMUNICATION: (
        "hard to follow",
        "in pieces",
        "ordered",
        "ordered, first things first",
    ),
}
EXPORTS = (
    ("Markdown…", "MARKDOWN"),
    ("HTML page…", "HTML"),
    ("PDF…", "PDF"),
    ("Review packet for a peer…", "PACKET"),
)


class MockReportDialog(QDialog):
    """Runs on the left; the report with its ratings on the right."""

    run_chosen = Signal(str)
    rated = Signal(str, int)
    marking_requested = Signal(str, str)
    """The key of a question and the uuid of its attempt."""
    export_requested = Signal(str)
    marks_requested = Signal()

    def __init__(self, page_style: PageStyle, formulas: FormulaShelf, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("mockReports")
        self.setWindowTitle("Mock reports")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE_PX)
        self._list = QListWidget()
        self._list.setObjectName("mockRuns")
        self._list.setAccessibleName("Mock runs, newest first")
        self._list.setFixedWidth(LIST_PX)
        self._list.currentRowChanged.connect(self._choose)
        self._title = _label("mockReportTitle", "title", "")
        self._told = _label("mockReportTold", "small", NO_RUNS)
        self._mark = _button("mockReportMark", "Mark an answer")
        self._export = _button("mockReportExport", "Export")
        self._marks = _button("mockReportMarks", "A peer's marks…")
        self._marks.clicked.connect(self.marks_requested)
        self._mark.setMenu(QMenu(self._mark))
        export_menu = QMenu(self._export)
        for title, form in EXPORTS:
            export_menu.addAction(title).setData(form)
        export_menu.triggered.connect(self._ask_for_export)
        self._export.setMenu(export_menu)
        self._mark.menu().triggered.connect(self._ask_to_mark)
        self._boxes = {one: self._new_box(one) for one in Dimension}
        self._page = PageView(page_style, formulas=formulas)
        self._page.setObjectName("mockReportPage")
        self._page.setAccessibleName("The report")
        self._arrange()
        self._show_usable(is_usable=False)

    def show_runs(self, runs: Sequence[MockRecord], chosen: str) -> None:
        """List the runs and choose one, the newest if that one is not there."""
        self._list.blockSignals(True)
        self._list.clear()
        for record in runs:
            minutes = f"{record.run.run_s / 60:.0f} of {record.run.run_budget_s / 60:.0f} min"
            early = "" if record.run.is_whole else ", ended early"
            day = f"{record.started_at.astimezone():%d %B %Y, %H:%M}".lstrip("0")
            item = QListWidgetItem(f"{record.template}\n{day}\n{minutes}{early}")
            item.setData(Qt.ItemDataRole.UserRole, record.uuid)
            self._list.addItem(item)
        self._list.blockSignals(False)
        uuids = [record.uuid for record in runs]
        if uuids:
            self._list.setCurrentRow(uuids.index(chosen) if chosen in uuids else 0)
        self._told.setText("" if uuids else NO_RUNS)

    def show_report(self, report: MockReport, page: Page) -> None:
        """Show a report from its top, or at its place if it is on show already."""
        self._title.setText(report.record.template)
        menu = self._mark.menu()
        menu.clear()
        for number, one in enumerate(report.questions, start=1):
            action = menu.addAction(f"&{number}  {one.title}")
            action.setData((one.key, one.attempt_uuid))
            action.setEnabled(bool(one.attempt_uuid))
        for dimension, box in self._boxes.items():
            box.blockSignals(True)
            box.setCurrentIndex(report.ratings.get(dimension.value, 0))
            box.blockSignals(False)
        self._page.set_page(page)
        self._show_usable(is_usable=True)

    def tell(self, text: str) -> None:
        """Say what came of something that was asked for."""
        self._told.setText(text)

    def set_style(self, page_style: PageStyle) -> None:
        self._page.set_style(page_style)

    def _choose(self, row: int) -> None:
        if row >= 0:
            self._told.setText("")
            self.run_chosen.emit(self._list.item(row).data(Qt.ItemDataRole.UserRole))

    def _ask_to_mark(self, action: object) -> None:
        key, uuid = action.data()  # type: ignore[attr-defined]  # PySide types it as object
        self.marking_requested.emit(key, uuid)

    def _ask_for_export(self, action: object) -> None:
        self.export_requested.emit(action.data())  # type: ignore[attr-defined]  # as above

    def _show_usable(self, *, is_usable: bool) -> None:
        for widget in (self._mark, self._export, *self._boxes.values()):
            widget.setEnabled(is_usable)

    def _new_box(self, dimension: Dimension) -> QComboBox:
        box = QComboBox()
        box.setObjectName(f"rating{dimension.capitalize()}")
        box.setAccessibleName(f"{dimension.capitalize()}, rated by yourself")
        box.addItem("not rated", 0)
        for rating, anchor in zip(RATINGS, ANCHORS[dimension], strict=True):
            box.addItem(f"{rating}  {anchor}", rating)
        box.currentIndexChanged.connect(_Teller(self, dimension))
        return box

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        for button in (self._mark, self._export, self._marks):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        ratings = QGridLayout()
        ratings.setHorizontalSpacing(12)
        ratings.setVerticalSpacing(4)
        for column, (dimension, box) in enumerate(self._boxes.items()):
            label = _label("", "small", dimension.capitalize())
            label.setBuddy(box)
            ratings.addWidget(label, 0, column)
            ratings.addWidget(box, 1, column)
            ratings.setColumnStretch(column, 1)
        body = QVBoxLayout()
        body.setSpacing(10)
        body.addLayout(head)
        body.addLayout(ratings)
        body.addWidget(self._told)
        body.addWidget(self._page, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(20)
        layout.addWidget(self._list)
        layout.addLayout(body, 1)


class _Teller:
    """Tells the rating chosen for one dimension."""

    def __init__(self, dialog: MockReportDialog, dimension: Dimension) -> None:
        self._dialog = dialog
        self._dimension = dimension

    def __call__(self, rating: int) -> None:
        self._dialog.rated.emit(self._dimension.value, rating)


def _label(name: str, role: str, text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label


def _button(name: str, title: str) -> QPushButton:
    button = QPushButton(title)
    button.setObjectName(name)
    button.setProperty("role", "plain")
    button.setAutoDefault(False)
    return button
