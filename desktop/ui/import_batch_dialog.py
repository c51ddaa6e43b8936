"""Many questions that were brought in: what becomes of each is decided here."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.import_choice import ImportChoice
from desktop.rendering.page_tree import Page
from desktop.ui.import_batch_rows import (
    CHOICE,
    CHOICE_WORDS,
    TITLE,
    ImportBatchRows,
    remark_on,
)
from desktop.ui.import_mapping_bar import ImportMappingBar
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.page.page_style import PageStyle
from desktop.ui.page.page_view import PageView

if TYPE_CHECKING:
    from desktop.services.compare_import import ReadBatch

SHOWN_WARNINGS = 3
KEYS = {ImportChoice.KEEP: "Ctrl+1", ImportChoice.REPLACE: "Ctrl+2", ImportChoice.SKIP: "Ctrl+3"}
MEANINGS = {
    ImportChoice.KEEP: "Import it, beside what is there",
    ImportChoice.REPLACE: "Put it in the place of the one it is like",
    ImportChoice.SKIP: "Leave it out",
}


class ImportBatchDialog(QDialog):
    """The list with a choice for each question on the left, the chosen one on the right."""

    mapping_changed = Signal(object, object)
    candidate_chosen = Signal(object)
    import_requested = Signal(str, object)

    def __init__(
        self, page_style: PageStyle, formulas: FormulaShelf, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("importBatchDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Import questions")
        self.resize(1120, 680)
        self._name = ""
        self._summary = QLabel()
        self._summary.setObjectName("importBatchSummary")
        self._summary.setProperty("role", "heading")
        self._told = QLabel()
        self._told.setObjectName("importBatchWarnings")
        self._told.setProperty("role", "warning")
        self._told.setWordWrap(True)
        self._mapping = ImportMappingBar()
        self._mapping.changed.connect(self._ask_mapping)
        self._rows = ImportBatchRows(self)
        self._rows.dataChanged.connect(self._show_counts)
        self._list = self._new_list()
        self._buttons = {choice: self._choice_button(choice) for choice in ImportChoice}
        self._remark = QLabel()
        self._remark.setObjectName("importBatchRemark")
        self._remark.setProperty("role", "warning")
        self._remark.setWordWrap(True)
        self._page = PageView(page_style, formulas=formulas)
        self._page.setObjectName("importBatchPage")
        self._page.setAccessibleName("The chosen question")
        self._status = QLabel()
        self._status.setObjectName("importBatchStatus")
        self._status.setProperty("role", "small")
        self._status.setWordWrap(True)
        self._import = QPushButton("Import")
        self._import.setObjectName("importBatchImport")
        self._import.setProperty("role", "primary")
        self._import.setAutoDefault(False)  # Return in a list of columns must not import
        self._import.setToolTip("Import (Ctrl+Return)")
        self._import.clicked.connect(self._ask_import)
        self._arrange()

    def show_batch(self, read: "ReadBatch") -> None:
        """Show what was read, with the usual choice for each question."""
        batch = read.batch
        self._name = batch.name
        kind = batch.kind.value
        count = len(batch.questions)
        questions = "1 question" if count == 1 else f"{count:,} questions"
        self._summary.setText(f"{batch.name} · {kind[:1].upper()}{kind[1:]} · {questions}")
        told = [str(warning) for warning in batch.warnings]
        if len(told) > SHOWN_WARNINGS:
            told = [*told[:SHOWN_WARNINGS], f"and {len(batch.warnings) - SHOWN_WARNINGS:,} more"]
        self._told.setText("\n".join(told))
        self._told.setToolTip("\n".join(map(str, batch.warnings[:40])))
        self._told.setVisible(bool(told))
        self._mapping.show_batch(batch)
        self._rows.show(read.candidates)
        self._list.setCurrentIndex(self._rows.index(0, TITLE))
        if not self.isVisible():
            self._list.setFocus()
        self._show_counts()

    def show_page(self, page: Page) -> None:
        """Show the chosen question."""
        self._page.set_page(page)

    def show_refusal(self, message: str) -> None:
        """Say why it cannot be read so, or not be written."""
        self._status.setText(message)
        self._import.setEnabled(True)

    def _new_list(self) -> QTreeView:
        view = QTreeView()
        view.setObjectName("importBatchList")
        view.setAccessibleName("Questions to import")
        view.setModel(self._rows)
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setAllColumnsShowFocus(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        head = view.header()
        head.setStretchLastSection(True)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.resizeSection(CHOICE, 84)
        head.resizeSection(TITLE, 310)
        head.setMinimumSectionSize(60)
        view.selectionModel().currentRowChanged.connect(self._choose)
        view.selectionModel().selectionChanged.connect(self._show_possible)
        return view

    def _choice_button(self, choice: ImportChoice) -> QPushButton:
        button = QPushButton(CHOICE_WORDS[choice])
        button.setObjectName(f"importBatch{CHOICE_WORDS[choice]}")
        button.setProperty("role", "plain")
        button.setAutoDefault(False)
        button.setShortcut(QKeySequence(KEYS[choice]))
        button.setToolTip(f"{MEANINGS[choice]} ({KEYS[choice]})")
        button.setProperty("choice", choice.value)
        button.clicked.connect(self._make_choice)
        return button

    def _make_choice(self) -> None:
        choice = ImportChoice(self.sender().property("choice"))
        self._rows.choose(self._chosen_rows(), choice)

    def _chosen_rows(self) -> list[int]:
        return sorted({index.row() for index in self._list.selectionModel().selectedRows()})

    def _choose(self, current: QModelIndex, _before: object = None) -> None:
        if current.isValid():
            candidate = self._rows.candidate(current.row())
            remark = remark_on(candidate)
            self._remark.setText(remark)
            self._remark.setVisible(bool(remark))
            self.candidate_chosen.emit(candidate)

    def _show_possible(self) -> None:
        can_replace = any(self._rows.candidate(row).can_replace for row in self._chosen_rows())
        self._buttons[ImportChoice.REPLACE].setEnabled(can_replace)

    def _show_counts(self) -> None:
        kept, replaced, skipped = (
            self._rows.count(choice)
            for choice in (ImportChoice.KEEP, ImportChoice.REPLACE, ImportChoice.SKIP)
        )
        parts = [f"{kept:,} to keep", f"{replaced:,} to replace", f"{skipped:,} to skip"]
        self._status.setText(", ".join(parts) + ".")
        self._import.setText(f"Import {kept + replaced:,}" if kept + replaced else "Import")
        self._import.setShortcut(QKeySequence("Ctrl+Return"))  # which a new text takes away
        self._import.setEnabled(kept + replaced > 0)

    def _ask_mapping(self) -> None:
        self.mapping_changed.emit(self._mapping.mapping, self._mapping.has_header)

    def _ask_import(self) -> None:
        self._import.setEnabled(False)
        self._status.setText("Importing…")
        self.import_requested.emit(self._name, self._rows.decisions)

    def _arrange(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 16, 4)
        head.setSpacing(4)
        head.addWidget(self._summary)
        head.addWidget(self._told)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self._list_column())
        split.addWidget(self._page_column())
        split.setSizes([620, 500])
        cancel = QPushButton("Cancel")
        cancel.setProperty("role", "plain")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 12)
        foot.setSpacing(8)
        foot.addWidget(self._status, 1)
        foot.addWidget(cancel)
        foot.addWidget(self._import)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._mapping)
        layout.addWidget(split, 1)
        layout.addLayout(foot)

    def _list_column(self) -> QWidget:
        choices = QHBoxLayout()
        choices.setSpacing(8)
        label = QLabel("What becomes of the chosen ones")
        label.setProperty("role", "small")
        choices.addWidget(label, 1)
        for button in self._buttons.values():
            choices.addWidget(button)
        return _column(self._list, choices)

    def _page_column(self) -> QWidget:
        remark = QHBoxLayout()
        remark.addWidget(self._remark)
        return _column(self._page, remark)


def _column(content: QWidget, below: QHBoxLayout) -> QWidget:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(16, 4, 16, 4)
    layout.setSpacing(8)
    layout.addWidget(content, 1)
    layout.addLayout(below)
    return column
