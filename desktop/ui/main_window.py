"""The window: browser, question and answer side by side."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from desktop.ui.answer_pane import AnswerPane
from desktop.ui.answer_view import view_named
from desktop.ui.banner import Banner
from desktop.ui.browser_pane import BrowserPane
from desktop.ui.detail_pane import DetailPane
from desktop.ui.due_button import DueButton
from desktop.ui.window_memory import WindowMemory

USUAL_SIZE_PX = (1280, 740)
USUAL_PANES_PX = (300, 470, 510)


class MainWindow(QMainWindow):
    """Holds the three panes, or a page in their place, and a banner below; remembers its shape."""

    close_asked = Signal(object)
    """Carries the event, which whoever has something to save may ignore."""

    closing = Signal()
    first_painted = Signal()
    escaped = Signal()

    def __init__(
        self,
        browser: BrowserPane,
        detail: DetailPane,
        answer: AnswerPane,
        memory: WindowMemory,
    ) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle("Greenroom")
        self.browser = browser
        self.detail = detail
        self.answer = answer
        self._memory = memory
        self._has_painted = False
        self.banner = Banner()
        self.due_button = DueButton()
        self.menuBar().setCornerWidget(self.due_button)
        self._panes = QSplitter(Qt.Orientation.Horizontal)
        self._panes.setObjectName("panes")
        self._panes.setHandleWidth(1)
        self._panes.setChildrenCollapsible(False)
        for stretch, pane in ((0, browser), (3, detail), (4, answer)):
            self._panes.addWidget(pane)
            self._panes.setStretchFactor(self._panes.count() - 1, stretch)
        centre = QWidget()
        self._column = QVBoxLayout(centre)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._panes)
        self._column.addLayout(self._stack, 1)
        self._column.addWidget(self.banner)
        self.setCentralWidget(centre)
        self._restore()

    def put_above(self, widget: QWidget) -> None:
        """Put a widget above the panes."""
        self._column.insertWidget(0, widget)

    def show_due(self, due: int) -> None:
        """Say at the end of the menu bar how many things are due."""
        self.due_button.show_count(due)
        self.menuBar().setCornerWidget(self.due_button)  # which makes room for the longer text

    @property
    def page(self) -> QWidget | None:
        """The page on show in the panes' place, None where they are."""
        shown = self._stack.currentWidget()
        return None if shown is self._panes else shown

    def show_page(self, page: QWidget) -> None:
        """Show a page in the panes' place."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def show_panes(self) -> None:
        """Show the panes again."""
        if self.page is not None:
            self._stack.setCurrentWidget(self._panes)
            self.answer.take_focus()

    def focus_next_pane(self) -> None:
        """Move the focus from pane to pane."""
        panes = [pane for pane in (self.browser, self.detail, self.answer) if pane.isVisible()]
        holds = [pane.isAncestorOf(self.focusWidget() or self) for pane in panes]
        following = panes[(holds.index(True) + 1) % len(panes)] if True in holds else panes[0]
        if following is self.browser:
            self.browser.focus_list()
        elif following is self.answer:
            self.answer.take_focus()
        else:
            self.detail.focus_first()

    def bring_to_front(self) -> None:
        """Show the window in front of others, as a second start asks."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of an Esc that nothing in the window had a use for."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.close_asked.emit(event)
        if not event.isAccepted():
            return
        self.closing.emit()
        self._memory.keep_window(self)
        self._memory.keep_splitter(self._panes)
        self._memory.keep("panes/browser", not self.browser.isHidden())
        self._memory.keep("panes/detail", not self.detail.isHidden())
        self._memory.keep("panes/answer", self.answer.view)
        super().closeEvent(event)

    def _restore(self) -> None:
        if not self._memory.restore_window(self):
            self.resize(*USUAL_SIZE_PX)
        if not self._memory.restore_splitter(self._panes):
            self._panes.setSizes(list(USUAL_PANES_PX))
        self.browser.setVisible(self._memory.flag("panes/browser", default=True))
        self.detail.setVisible(self._memory.flag("panes/detail", default=True))
        self.answer.set_view(view_named(self._memory.text("panes/answer")))
