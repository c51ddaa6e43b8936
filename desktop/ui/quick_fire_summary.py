"""What came of a run of quick questions."""

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

from desktop.domain.quick_fire import summary_text
from desktop.services.quick_fire_report import OpenPoints, QuickFireReport
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.page.page_style import PageStyle
from desktop.ui.page.page_view import PageView

COLUMN_PX = 760
NOTHING_OPEN = "No point is open. Come back in some days and see what stayed."
NOTHING_MARKED = "No answer was marked. What you wrote is kept."
SOME_OPEN = "These points were missed or covered partly. Choose a question to read it again."


class QuickFireSummary(QScrollArea):
    """How many were answered, how many points covered, and which were not."""

    question_chosen = Signal(str)
    close_requested = Signal()

    def __init__(
        self, page_style: PageStyle, formulas: FormulaShelf, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("quickFireSummary")
        self._page_style = page_style
        self._formulas = formulas
        self._shown: list[QWidget] = []
        title = QLabel("Quick-fire is over")
        title.setProperty("role", "title")
        self._tally = _label("quickFireTally")
        self._note = _label("quickFireNote")
        self._note.setProperty("role", "small")
        self._open_box = QVBoxLayout()
        self._open_box.setSpacing(4)
        self._arrange(title)

    def show_report(self, report: QuickFireReport) -> None:
        """Show what came of a run."""
        self._tally.setText(f"{summary_text(report.run)}.")
        for widget in self._shown:
            self._open_box.removeWidget(widget)
            widget.deleteLater()
        self._shown = [widget for one in report.open_points for widget in self._rows(one)]
        for widget in self._shown:
            self._open_box.addWidget(widget)
        nothing = NOTHING_OPEN if report.run.results else NOTHING_MARKED
        self._note.setText(SOME_OPEN if report.open_points else nothing)
        self.verticalScrollBar().setValue(0)

    def set_style(self, page_style: PageStyle) -> None:
        """Show the points in another theme or size."""
        self._page_style = page_style
        for view in self.findChildren(PageView):
            view.set_style(page_style)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_requested.emit()
        else:
            super().keyPressEvent(event)

    def _rows(self, one: OpenPoints) -> tuple[QWidget, QWidget]:
        head = QPushButton(one.title.replace("&", "&&"))
        head.setObjectName("quickFireOpenRow")
        head.setProperty("role", "fold")
        head.setProperty("leadsTo", one.key)
        head.setAccessibleName(one.title)
        head.clicked.connect(self._tell)
        points = PageView(self._page_style, formulas=self._formulas, is_embedded=True)
        points.setObjectName("quickFireOpenPoints")
        points.set_page(one.page)
        return head, points

    def _tell(self) -> None:
        self.question_chosen.emit(self.sender().property("leadsTo"))

    def _arrange(self, title: QLabel) -> None:
        body = QWidget()
        body.setObjectName("detailBody")
        body.setMaximumWidth(COLUMN_PX)
        line = QFrame()
        line.setObjectName("detailLine")
        line.setFixedHeight(1)
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 24, 24, 32)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        back = QPushButton("Question")
        back.setObjectName("quickFireClose")
        back.setProperty("role", "plain")
        back.setToolTip("Back to the question (Esc)")
        back.clicked.connect(self.close_requested)
        head.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        for widget in (self._tally, line, self._note):
            column.addWidget(widget)
        column.addLayout(self._open_box)
        column.addStretch(1)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    return label
