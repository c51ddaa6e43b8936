"""Paste a question page, look at the question it became, mend it, save it."""

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.imported_question import ImportedQuestion
from desktop.domain.question import Part, Question
from desktop.ui.question_form import QuestionForm

READ_DELAY_MS = 250


class PasteField(QPlainTextEdit):
    """Takes pasted text, clipboard HTML and dropped files."""

    html_pasted = Signal(str)
    file_dropped = Signal(str)

    def insertFromMimeData(self, source: QMimeData) -> None:
        paths = [url.toLocalFile() for url in source.urls() if url.isLocalFile()]
        if paths:
            self.file_dropped.emit(paths[0])
        elif source.hasHtml():
            self.html_pasted.emit(source.html())
        else:
            super().insertFromMimeData(source)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasUrls() or source.hasHtml() or source.hasText()


class ImportDialog(QDialog):
    """The page on the left, the question it became on the right."""

    text_given = Signal(str)
    html_given = Signal(str)
    file_requested = Signal()
    file_given = Signal(str)
    save_requested = Signal(object)
    all_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importDialog")
        self.setWindowTitle("Import a question")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1080, 680)
        self._is_setting = False
        self._source = PasteField()
        self._source.setObjectName("importSource")
        self._source.setAccessibleName("Text of the page")
        self._source.setPlaceholderText(
            "Paste the text of a question page here, or drop a file.\n\n"
            "What was found in it appears on the right, where you can mend it before saving."
        )
        self._source.setTabChangesFocus(True)
        self._form = QuestionForm()
        self._summary = QLabel("Nothing pasted yet")
        self._summary.setObjectName("importSummary")
        self._summary.setProperty("role", "small")
        self._summary.setWordWrap(True)
        self._save = QPushButton("Save question")
        self._save.setObjectName("importSave")
        self._save.setProperty("role", "primary")
        self._save.setEnabled(False)
        self._save.setShortcut(QKeySequence("Ctrl+Return"))
        self._save.setToolTip("Save question (Ctrl+Return)")
        self._save.clicked.connect(self._ask_save)
        self._all = QPushButton()
        self._all.setObjectName("importAll")
        self._all.setProperty("role", "plain")
        self._all.setAutoDefault(False)
        self._all.setToolTip("Import each question of this text as one of its own")
        self._all.clicked.connect(self._ask_all)
        self._all.hide()
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self._reading.setInterval(READ_DELAY_MS)
        self._reading.timeout.connect(self._give_text)
        self._source.textChanged.connect(self._read_soon)
        self._source.html_pasted.connect(self.html_given)
        self._source.file_dropped.connect(self.file_given)
        self._arrange()

    def show_page(self, source: str, imported: ImportedQuestion) -> None:
        """Show what was found, with what looks wrong beside its field."""
        self._is_setting = True
        if source != self._source.toPlainText():
            self._source.setPlainText(source)
        self._form.show_question(imported.question)
        elsewhere = self._form.show_warnings(imported.warnings)
        self._is_setting = False
        count = len(imported.warnings)
        lines = []
        if count:
            lines.append("1 thing to look at" if count == 1 else f"{count} things to look at")
        lines.extend(warning.message for warning in elsewhere)
        if imported.not_found:
            lines.append("Not found: " + ", ".join(map(_field_title, imported.not_found)))
        self.show_summary("\n".join(lines) or "Everything was found.")
        self._form.setEnabled(True)
        self._save.setEnabled(True)

    def offer_all(self, count: int) -> None:
        """Offer to import many questions, where the text holds more than one."""
        self._all.setText(f"Import all {count:,} questions…")
        self._all.setVisible(count > 1)

    def show_nothing(self, message: str) -> None:
        """Say why no question could be read."""
        self._all.hide()
        self.show_summary(message)
        self._save.setEnabled(False)

    def show_summary(self, message: str) -> None:
        """Say how it stands with the question as a whole."""
        self._summary.setText(message)

    def _read_soon(self) -> None:
        if not self._is_setting:
            self._reading.start()

    def _give_text(self) -> None:
        self.text_given.emit(self._source.toPlainText())

    def _ask_all(self) -> None:
        self.all_requested.emit(self._source.toPlainText())

    def _ask_save(self) -> None:
        question: Question = self._form.question()
        self.save_requested.emit(question)

    def _arrange(self) -> None:
        area = QScrollArea()
        area.setWidget(self._form)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._form.setEnabled(False)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        for widget in (self._column("Page", self._source), self._column("Question", area)):
            split.addWidget(widget)
        split.setSizes([420, 660])
        open_file = QPushButton("Open a file…")
        open_file.setObjectName("importOpen")
        open_file.setProperty("role", "plain")
        open_file.clicked.connect(self.file_requested)
        cancel = QPushButton("Cancel")
        cancel.setProperty("role", "plain")
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 12)
        foot.addWidget(open_file)
        foot.addWidget(self._summary, 1)
        foot.addWidget(self._all)
        foot.addWidget(cancel)
        foot.addWidget(self._save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split, 1)
        layout.addLayout(foot)

    def _column(self, title: str, content: QWidget) -> QWidget:
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(16, 12, 8, 0)
        layout.setSpacing(6)
        label = QLabel(title)
        label.setProperty("role", "heading")
        layout.addWidget(label)
        layout.addWidget(content, 1)
        return column


def _field_title(name: str) -> str:
    """A field as the person knows it: a part by its heading, others by their word."""
    part = Part.__members__.get(name.upper())
    return part.value.lower() if part else name.replace("_", " ")
