"""A sealed answer as a page to read."""

from PySide6.QtCore import QDate, QLocale, Signal, SignalInstance
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.attempt import Attempt
from desktop.domain.question import Part
from desktop.domain.word_count import count_words
from desktop.rendering.page_tree import Page
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.page.image_object import ImageReader, no_images
from desktop.ui.page.page_style import PageStyle
from desktop.ui.page.page_view import PageView


def attempt_moment(attempt: Attempt) -> str:
    """When an attempt was sealed, in local time: "22 November 2026, 22:31"."""
    local = attempt.sealed_at.astimezone()
    day = QLocale().toString(QDate(local.year, local.month, local.day), "d MMMM yyyy")
    return f"{day}, {local:%H:%M}"


def attempt_title(attempt: Attempt) -> str:
    """An attempt's number and moment: "Attempt 2, 22 November 2026, 22:31"."""
    return f"Attempt {attempt.number}, {attempt_moment(attempt)}"


def attempt_facts(attempt: Attempt) -> str:
    """An attempt's time against its budget, its length, and the help it had."""
    minutes = f"{attempt.active_s / 60:.0f} of {attempt.budget_s / 60:.0f} min"
    if attempt.active_s < 60:  # noqa: PLR2004 - under a minute, seconds say more
        minutes = f"{attempt.active_s:.0f} s of {attempt.budget_s / 60:.0f} min"
    words = f"{count_words(attempt.text):,} words"
    return "  ·  ".join((minutes, words, help_text(attempt)))


def help_text(attempt: Attempt) -> str:
    """Which parts were open before sealing."""
    if not attempt.is_with_help:
        return "without help"
    names = ", ".join(Part[name].value for name in attempt.revealed if name in Part.__members__)
    return f"with help: {names}" if names else "with help"


class SealedView(QWidget):
    """Shows one attempt: when, how long, and its text."""

    rewrite_requested = Signal()
    copy_requested = Signal()
    export_requested = Signal()
    compare_requested = Signal()
    link_chosen = Signal(str)

    def __init__(
        self, page_style: PageStyle, formulas: FormulaShelf, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sealedView")
        self.attempt: Attempt | None = None
        self._page_style = page_style
        self._title = QLabel()
        self._title.setObjectName("sealedTitle")
        self._title.setProperty("role", "heading")
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._facts = QLabel()
        self._facts.setObjectName("sealedFacts")
        self._facts.setProperty("role", "small")
        self._facts.setWordWrap(True)
        self._page = PageView(page_style, formulas=formulas)
        self._page.setObjectName("sealedText")
        self._page.setAccessibleName("Your sealed answer")
        self._page.link_chosen.connect(self.link_chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._header())
        layout.addWidget(self._page, 1)

    def show_attempt(self, attempt: Attempt, page: Page, images: ImageReader = no_images) -> None:
        """Show an attempt; `images` reads its pictures."""
        self.attempt = attempt
        self._title.setText(f"Attempt {attempt.number}")
        self._facts.setText(f"{attempt_moment(attempt)}  ·  {attempt_facts(attempt)}")
        self._page.set_page(page, images)

    @property
    def text_view(self) -> QTextEdit:
        """The text of the attempt as it is shown."""
        return self._page

    @property
    def selected_text(self) -> str:
        """What is selected on the page, with formulas left out."""
        return self._page.textCursor().selectedText()

    def show_passage(self, passage: str) -> None:
        """Highlight a passage of the answer's Markdown on its page, "" for none."""
        from desktop.ui.page.passage_mark import show_passage  # noqa: PLC0415 - only in comparing

        show_passage(self._page, passage, self._page_style.match)

    def set_style(self, page_style: PageStyle) -> None:
        self._page_style = page_style
        self._page.set_style(page_style)

    def _header(self) -> QVBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._title, 1)
        for name, title, wish in (
            ("compareButton", "Compare", self.compare_requested),
            ("copyButton", "Copy", self.copy_requested),
            ("exportButton", "Export…", self.export_requested),
        ):
            line.addWidget(self._button(name, title, wish, "plain"))
        line.addWidget(
            self._button("rewriteButton", "Write again", self.rewrite_requested, "primary")
        )
        header = QVBoxLayout()
        header.setContentsMargins(24, 10, 16, 8)
        header.setSpacing(4)
        header.addLayout(line)
        header.addWidget(self._facts)
        return header

    def _button(self, name: str, title: str, wish: SignalInstance, role: str) -> QPushButton:
        button = QPushButton(title)
        button.setObjectName(name)
        button.setProperty("role", role)
        button.clicked.connect(wish)
        return button
