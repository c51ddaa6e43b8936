"""The review of one missed point: write what was missing, then see it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.feedback import Band
from desktop.rendering.page_tree import Page
from desktop.services.review_point import PointAnswer, PointSheet
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.page.page_style import PageStyle
from desktop.ui.page.page_view import PageView
from desktop.ui.rating_strip import RatingStrip
from desktop.ui.roles import role_button, role_label

COLUMN_PX = 660
MARGIN_PX = 24
FIELD_PX = 160
TOLD = {
    Band.FOUND: "Your wording comes close to the point.",
    Band.MAYBE: "Your wording comes near the point.",
    Band.NOT_FOUND: "Nothing in your wording comes near the point.",
}
JUDGED_BY = " Judged by the rule, which does not check that you are right."


class PointReviewPage(QWidget):
    """Prompt and what was said already; a field and two minutes; then the point and a rating."""

    text_edited = Signal(str)
    show_requested = Signal()
    rating_chosen = Signal(object)
    close_requested = Signal()

    def __init__(
        self, page_style: PageStyle, formulas: FormulaShelf, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("pointReviewPage")
        self._page_style = page_style
        self._formulas = formulas
        self._title = role_label("pointReviewTitle", "title")
        self._about = role_label("pointReviewAbout", "muted")
        self._clock = role_label("pointReviewClock", "heading")
        self._clock.setWordWrap(False)
        self._prompt = self._new_view("pointReviewPrompt")
        self._covered_heading = role_label(
            "pointReviewCoveredHeading", "heading", "What your answer had"
        )
        self._covered_box = QVBoxLayout()
        self._covered: list[PageView] = []
        self._field = QPlainTextEdit()
        self._field.setObjectName("pointReviewField")
        self._field.setAccessibleName("What was missing")
        self._field.setPlaceholderText("Write what was missing")
        self._field.setTabChangesFocus(True)
        self._field.setFixedHeight(FIELD_PX)
        self._field.textChanged.connect(self._tell_text)
        self._show = role_button("pointReviewShow", "Show the point", "primary")
        self._show.setToolTip("Show the point (Ctrl+Return)")
        self._show.clicked.connect(self.show_requested)
        self._point_heading = role_label("pointReviewPointHeading", "heading", "The point")
        self._point = self._new_view("pointReviewPoint")
        self._told = role_label("pointReviewTold", "small")
        self._passage_heading = role_label(
            "pointReviewPassageHeading", "heading", "In the sample answer"
        )
        self._passage = self._new_view("pointReviewPassage")
        self._rating = RatingStrip("pointRating", "How well did you have it?")
        self._rating.rating_chosen.connect(self.rating_chosen)
        self._arrange()
        self._show_revealed(is_revealed=False)

    def expect_sheet(self) -> None:
        """Take no keys until there is a sheet, which would replace what they wrote."""
        self._field.setReadOnly(True)

    def show_sheet(self, sheet: PointSheet) -> None:
        """Show what is seen before the writing, and what was written before a crash."""
        self._title.setText(sheet.title)
        self._about.setText(_about(sheet))
        self._prompt.set_page(sheet.prompt)
        self._show_covered(sheet.covered)
        self._field.blockSignals(True)
        self._field.setPlainText(sheet.draft.text)
        self._field.moveCursor(QTextCursor.MoveOperation.End)
        self._field.blockSignals(False)
        self._field.setReadOnly(False)
        self._show_revealed(is_revealed=False)
        for area in (self._left, self._right):
            area.verticalScrollBar().setValue(0)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_answer(self, answer: PointAnswer) -> None:
        """Show the point beside what was written."""
        self._field.setReadOnly(True)
        self._point.set_page(answer.point)
        self._told.setText(TOLD[answer.band] + JUDGED_BY)
        self._passage.set_page(answer.passage)
        self._rating.show_choices(answer.rating, "Suggested by the rule.")
        self._show_revealed(is_revealed=True)
        for heading in (self._passage_heading, self._passage):
            heading.setVisible(bool(answer.passage.blocks))
        self._rating.take_focus()
        self._right.ensureWidgetVisible(self._rating, 0, MARGIN_PX)

    def show_left(self, seconds: float) -> None:
        """Show what is left of the two minutes, or how long ago they ended."""
        sign, whole = ("", seconds) if seconds >= 0 else ("+", -seconds)
        minutes, rest = divmod(int(whole), 60)
        self._clock.setText(f"{sign}{minutes}:{rest:02}")

    def set_style(self, page_style: PageStyle) -> None:
        self._page_style = page_style
        for view in self.findChildren(PageView):
            view.set_style(page_style)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_requested.emit()
        else:
            super().keyPressEvent(event)

    @property
    def is_revealed(self) -> bool:
        """Whether the point is on show."""
        return not self._point.isHidden()

    def _show_revealed(self, *, is_revealed: bool) -> None:
        self._show.setVisible(not is_revealed)
        for widget in (
            self._point_heading,
            self._point,
            self._told,
            self._passage_heading,
            self._passage,
            self._rating,
        ):
            widget.setVisible(is_revealed)

    def _show_covered(self, pages: tuple[Page, ...]) -> None:
        for view in self._covered:
            self._covered_box.removeWidget(view)
            view.deleteLater()
        self._covered = []
        for page in pages:
            view = self._new_view("pointReviewCovered")
            view.set_page(page)
            self._covered_box.addWidget(view)
            self._covered.append(view)
        self._covered_heading.setVisible(bool(pages))

    def _tell_text(self) -> None:
        self.text_edited.emit(self._field.toPlainText())

    def _new_view(self, name: str) -> PageView:
        view = PageView(self._page_style, formulas=self._formulas, is_embedded=True)
        view.setObjectName(name)
        return view

    def _arrange(self) -> None:
        left = QVBoxLayout()
        before: tuple[QWidget, ...] = (self._title, self._prompt, self._covered_heading)
        for widget in before:
            left.addWidget(widget)
        left.addLayout(self._covered_box)
        head = QHBoxLayout()
        head.addWidget(self._about, 1)
        head.addWidget(self._clock, 0, Qt.AlignmentFlag.AlignTop)
        right = QVBoxLayout()
        right.addLayout(head)
        right.addWidget(self._field)
        right.addWidget(self._show, 0, Qt.AlignmentFlag.AlignLeft)
        after: tuple[QWidget, ...] = (
            self._point_heading,
            self._point,
            self._told,
            self._rating,
            self._passage_heading,
            self._passage,
        )
        for widget in after:
            right.addWidget(widget)
        self._left = _scrolled(left)
        self._right = _scrolled(right)
        line = QFrame()
        line.setObjectName("detailLine")
        line.setFixedWidth(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._left, 1)
        layout.addWidget(line)
        layout.addWidget(self._right, 1)


def _about(sheet: PointSheet) -> str:
    """What to write; where several points were missing, how this one begins."""
    day = f"{sheet.missed_at.astimezone():%d %B}".lstrip("0")
    if sheet.missing < 2:  # noqa: PLR2004 - of one point it is clear which
        return f"One point was missing from your answer of {day}. Write it down."
    return (
        f"{sheet.missing} points were missing from your answer of {day}. "
        f"Write down the one that begins with “{sheet.beginning}…”."
    )


def _scrolled(column: QVBoxLayout) -> QScrollArea:
    """A column of comfortable width that scrolls on its own."""
    column.setContentsMargins(MARGIN_PX, 24, MARGIN_PX, 32)
    column.setSpacing(12)
    column.addStretch(1)
    body = QWidget()
    body.setObjectName("detailBody")
    body.setMaximumWidth(COLUMN_PX)
    body.setLayout(column)
    area = QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(body)
    area.setWidgetResizable(True)
    area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
