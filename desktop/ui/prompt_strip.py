"""The question above the editor while nothing else is on show."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from desktop.services.question_sheet import QuestionSheet
from desktop.ui.icons import Icons
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.page.image_object import ImageReader, no_images
from desktop.ui.page.page_style import PageStyle
from desktop.ui.page.page_view import PageView

FOLDED_LINES = 3
LINE_EM = 1.6
UNFOLDED_SHARE = 0.45
"""Of the window's height, so that there is room to write below a long prompt."""

MARGIN_PX = 24
_NO_BAR = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


class PromptStrip(QWidget):
    """Title and prompt, folded to a few lines until it is unfolded."""

    leave_requested = Signal()
    link_chosen = Signal(str)

    def __init__(
        self,
        icons: Icons,
        style: PageStyle,
        formulas: FormulaShelf,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("promptStrip")
        self._icons = icons
        self._style = style
        self._title = QLabel()
        self._title.setObjectName("stripTitle")
        self._title.setProperty("role", "heading")
        self._title.setWordWrap(True)
        self._fold = _button("stripFold", "Show the whole prompt")
        self._fold.setCheckable(True)
        self._leave = _button("stripLeave", "Leave focus mode (Esc)")
        self._page = PageView(style, formulas=formulas, is_embedded=True)
        self._page.setObjectName("stripPrompt")
        self._page.setAccessibleName("The question")
        self._area = QScrollArea()
        self._area.setObjectName("stripArea")
        self._area.setWidget(self._page)
        self._area.setWidgetResizable(True)
        self._fold.toggled.connect(self._fit)
        self._leave.clicked.connect(self.leave_requested)
        self._page.link_chosen.connect(self.link_chosen)
        self._area.viewport().installEventFilter(self)
        self._arrange()
        self.set_style(icons, style)

    @property
    def is_unfolded(self) -> bool:
        return self._fold.isChecked()

    @property
    def is_cut(self) -> bool:
        """Whether the prompt is longer than what is shown of it."""
        return self._page.height() > self._area.height()

    def toggle_fold(self) -> None:
        """Unfold the prompt or fold it; the keys scroll it where even unfolded it is cut."""
        self._fold.toggle()
        if self.is_unfolded and self.is_cut:
            self._area.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_question(self, sheet: QuestionSheet, images: ImageReader = no_images) -> None:
        """Show a question's title and prompt, folded."""
        self._title.setText(sheet.title)
        self._fold.setChecked(False)
        self._page.set_page(sheet.prompt, images)
        self._fit()

    def set_style(self, icons: Icons, style: PageStyle) -> None:
        self._icons, self._style = icons, style
        self._page.set_style(style)
        self._leave.setIcon(icons.icon("x"))
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the prompt as it becomes higher, as where a formula was typeset."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        side_px = max(MARGIN_PX, (self.width() - round(self._style.column_px)) // 2)
        self._column.setContentsMargins(side_px, 14, side_px, 0)
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the prompt a few lines, or what it needs where it is unfolded."""
        is_unfolded = self._fold.isChecked()
        self._fold.setIcon(self._icons.icon("chevron-up" if is_unfolded else "chevron-down"))
        width_px = self.width() - 2 * self._column.contentsMargins().left()
        needed_px = self._page.heightForWidth(max(1, width_px))
        folded_px = round(self._style.em(FOLDED_LINES * LINE_EM))
        most_px = round(self.window().height() * UNFOLDED_SHARE) if is_unfolded else folded_px
        self._fold.setVisible(needed_px > folded_px)
        self._area.setFixedHeight(min(needed_px, most_px))
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if is_unfolded else _NO_BAR
        self._area.setVerticalScrollBarPolicy(policy)
        if not is_unfolded:
            self._area.verticalScrollBar().setValue(0)

    def _arrange(self) -> None:
        header = QHBoxLayout()
        header.setSpacing(4)
        header.addWidget(self._title, 1)
        header.addWidget(self._fold)
        header.addWidget(self._leave)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(4)
        self._column.addLayout(header)
        self._column.addWidget(self._area)


def _button(name: str, title: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setToolTip(title)
    button.setAccessibleName(title)
    return button
