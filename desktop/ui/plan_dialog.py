"""The plan up to the interviews, to read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.rendering.page_tree import Page
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.page.page_style import PageStyle
from desktop.ui.page.page_view import PageView
from desktop.ui.roles import role_button, role_label

SIZE_PX = (720, 620)


class PlanDialog(QDialog):
    """Shows a page."""

    def __init__(
        self, page: Page, page_style: PageStyle, formulas: FormulaShelf, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("planDialog")
        self.setWindowTitle("The plan")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE_PX)
        view = PageView(page_style, formulas=formulas)
        view.setObjectName("planPage")
        view.setAccessibleName("The plan, day by day")
        view.set_page(page)
        close = role_button("planClose", "Close")
        close.clicked.connect(self.accept)
        head = QHBoxLayout()
        head.addWidget(role_label("planTitle", "title", "The plan"), 1)
        head.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 16, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(view, 1)
        view.setFocus()
