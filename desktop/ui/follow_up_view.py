"""A follow-up question: a short reply of one's own before the model reply opens."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop.domain.attempt_notes import Reply
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.page.page_style import PageStyle
from desktop.ui.page.page_view import PageView

if TYPE_CHECKING:
    from desktop.services.compare_attempt import FollowUpSheet

REPLY_HEIGHT_PX = 84


class FollowUpView(QWidget):
    """The question, a field for the reply, and a button that opens the model reply."""

    reply_written = Signal(int, str)
    reply_opened = Signal(int)

    def __init__(
        self,
        number: int,
        sheet: "FollowUpSheet",
        kept: Reply | None,
        page_style: PageStyle,
        formulas: FormulaShelf,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("followUpView")
        self._number = number
        self._question = PageView(page_style, formulas=formulas, is_embedded=True)
        self._question.setObjectName("followUpQuestion")
        self._question.set_page(sheet.page)
        self._reply = QPlainTextEdit(kept.text if kept else "")
        self._reply.setObjectName("followUpReply")
        self._reply.setAccessibleName(f"Your reply to follow-up {number + 1}")
        self._reply.setPlaceholderText("Reply in a few sentences")
        self._reply.setTabChangesFocus(True)
        self._reply.setFixedHeight(REPLY_HEIGHT_PX)
        self._reply.textChanged.connect(self._tell_reply)
        self._open = QPushButton("Show the model reply")
        self._open.setObjectName("followUpOpen")
        self._open.setProperty("role", "plain")
        self._open.clicked.connect(self._open_reply)
        self._model = PageView(page_style, formulas=formulas, is_embedded=True)
        self._model.setObjectName("followUpModel")
        self._model.set_page(sheet.reply)
        has_model = bool(sheet.reply.blocks)
        is_open = kept is not None and kept.opened_at is not None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._question)
        layout.addWidget(self._reply)
        layout.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._model)
        self._model.setVisible(has_model and is_open)
        self._open.setVisible(has_model and not is_open)

    def set_style(self, page_style: PageStyle) -> None:
        self._question.set_style(page_style)
        self._model.set_style(page_style)

    def _tell_reply(self) -> None:
        self.reply_written.emit(self._number, self._reply.toPlainText())

    def _open_reply(self) -> None:
        self._open.hide()
        self._model.show()
        self.reply_opened.emit(self._number)
