"""One rubric point beside what was found for it in the answer."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.feedback import Band, PointFeedback
from desktop.domain.mark import Mark, Verdict
from desktop.domain.point_comment import PointComment
from desktop.ui.comment_view import CommentView
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.page.page_style import PageStyle
from desktop.ui.page.page_view import PageView

if TYPE_CHECKING:
    from desktop.services.compare_attempt import PointSheet

MOST_QUOTED = 240
"""Characters of a quote; the whole sentence stands highlighted in the answer."""

MARGINS_PX = (12, 8, 12, 0)
"""The text's last paragraph brings its own space below it."""

BELOW_QUOTE_PX = 10

TITLES = {Verdict.COVERED: "Covered", Verdict.PARTLY: "Partly", Verdict.MISSED: "Missed"}
BANDS = {Band.FOUND: "Found", Band.MAYBE: "Maybe", Band.NOT_FOUND: "Not found"}


class PointView(QFrame):
    """The point, the band that is proposed, the sentence that shows it, and three verdicts."""

    chosen = Signal(int)
    verdict_chosen = Signal(int, object)

    def __init__(
        self,
        number: int,
        point: "PointSheet",
        page_style: PageStyle,
        formulas: FormulaShelf,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("pointView")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._number = number
        weight = f"  ·  weight {point.weight}" if point.weight > 1 else ""
        self._head = QLabel(f"Point {number + 1}{weight}")
        self._head.setProperty("role", "small")
        self._band = QLabel()
        self._band.setObjectName("pointBand")
        self._band.setProperty("role", "chip")
        self._text = PageView(page_style, formulas=formulas, is_embedded=True)
        self._text.setObjectName("pointText")
        self._text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._text.set_page(point.page)
        self._quote = QLabel()
        self._quote.setObjectName("pointQuote")
        self._quote.setProperty("role", "quote")
        self._quote.setWordWrap(True)
        self._quote.setTextFormat(Qt.TextFormat.PlainText)
        self._comments: dict[str, CommentView] = {}
        self._is_open = False
        self._buttons = {verdict: self._button(verdict) for verdict in Verdict}
        self._layout = QVBoxLayout(self)
        self._arrange()

    def show_state(
        self,
        proposal: PointFeedback,
        mark: Mark | None,
        quote: str,
        *,
        is_open: bool,
        is_current: bool,
    ) -> None:
        """Show what is proposed, what is marked, and the words of the answer that show it.

        A closed point shows only its number.
        """
        self._is_open = is_open
        self._text.setVisible(is_open)
        for comment in self._comments.values():
            comment.setVisible(is_open)
        self._band.setVisible(is_open and mark is None)
        self._band.setText(BANDS[proposal.band])
        self._band.setToolTip(f"Judged by {proposal.method}")
        self._quote.setText(f"“{_shortened(quote)}”")
        has_quote = is_open and bool(quote) and self._is_quote_wanted(mark)
        self._quote.setVisible(has_quote)
        below_px = BELOW_QUOTE_PX if has_quote or self._comments or not is_open else 0
        self._layout.setContentsMargins(*MARGINS_PX[:3], below_px)
        for verdict, button in self._buttons.items():
            button.setVisible(is_open)
            button.setChecked(mark is not None and mark.verdict is verdict)
        self._set_current(is_current=is_current)
        said = TITLES[mark.verdict] if mark else f"{BANDS[proposal.band]}, not marked"
        self.setAccessibleName(f"Point {self._number + 1}: {said}")

    def show_comment(self, comment: PointComment, quote: str, *, is_growing: bool) -> None:
        """Show what a model says of the point, in place of what it said before."""
        view = self._comments.get(comment.judge)
        if view is None:
            view = self._comments[comment.judge] = CommentView()
            self._layout.addWidget(view)
        view.show_comment(comment, quote, is_growing=is_growing)
        view.setVisible(self._is_open)

    def set_style(self, page_style: PageStyle) -> None:
        self._text.set_style(page_style)

    def put_below(self, widget: QWidget) -> None:
        """Put something below the point, as a hint to it."""
        self._layout.addWidget(widget)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.chosen.emit(self._number)
        super().mousePressEvent(event)

    def _is_quote_wanted(self, mark: Mark | None) -> bool:
        return mark is None or mark.verdict is not Verdict.MISSED

    def _set_current(self, *, is_current: bool) -> None:
        if self.property("isCurrent") != is_current:
            self.setProperty("isCurrent", is_current)
            self.style().unpolish(self)
            self.style().polish(self)

    def _button(self, verdict: Verdict) -> QPushButton:
        button = QPushButton(TITLES[verdict])
        button.setObjectName(f"mark{TITLES[verdict]}")
        button.setProperty("role", "verdict")
        button.setProperty("verdict", verdict.value)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self._tell)
        return button

    def _tell(self) -> None:
        verdict = Verdict(self.sender().property("verdict"))
        self.verdict_chosen.emit(self._number, verdict)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._head)
        head.addWidget(self._band)
        head.addStretch(1)
        for button in self._buttons.values():
            head.addWidget(button)
        self._layout.setContentsMargins(*MARGINS_PX)
        self._layout.setSpacing(6)
        self._layout.addLayout(head)
        self._layout.addWidget(self._text)
        self._layout.addWidget(self._quote)


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= MOST_QUOTED else f"{line[:MOST_QUOTED].rstrip()}…"
