"""Which column of a table holds what, as a row of drop-down lists."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QWidget

from desktop.domain.import_batch import Batch, ImportField, ImportKind

NO_COLUMN = "–"
SHOWN = {
    ImportField.PROMPT: "&Question",
    ImportField.TITLE: "T&itle",
    ImportField.ANSWER: "&Answer",
    ImportField.TOPICS: "T&opics",
    ImportField.CATEGORY: "Cate&gory",
    ImportField.DIFFICULTY: "&Difficulty",
    ImportField.MINUTES: "&Minutes",
    ImportField.FOLLOW_UPS: "&Follow-ups",
}
IN_A_ROW = 4


class ImportMappingBar(QWidget):
    """Shows the mapping that was used, and tells when the person wants another."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importMapping")
        self._others: dict[ImportField, str] = {}
        self._boxes = {name: self._box(name) for name in SHOWN}
        self._header = QCheckBox("The first row &names the columns")
        self._header.setObjectName("importHeader")
        self._header.toggled.connect(self.changed)
        layout = QGridLayout(self)
        layout.setContentsMargins(16, 4, 16, 8)
        layout.setHorizontalSpacing(12)
        layout.setVerticalSpacing(4)
        for at, (name, title) in enumerate(SHOWN.items()):
            label = QLabel(title)
            label.setProperty("role", "small")
            label.setBuddy(self._boxes[name])
            row, column = divmod(at, IN_A_ROW)
            layout.addWidget(label, 2 * row, column)
            layout.addWidget(self._boxes[name], 2 * row + 1, column)
        layout.addWidget(self._header, 4, 0, 1, IN_A_ROW)

    @property
    def mapping(self) -> dict[ImportField, str]:
        """The column of each field that has one."""
        chosen = {name: box.currentText() for name, box in self._boxes.items()}
        kept = {name: column for name, column in chosen.items() if column != NO_COLUMN}
        return self._others | kept

    @property
    def has_header(self) -> bool | None:
        """Whether the first row names the columns; None where that is no question."""
        return None if self._header.isHidden() else self._header.isChecked()

    def show_batch(self, batch: Batch) -> None:
        """Show the columns of a batch; without columns nothing is shown."""
        self.setVisible(bool(batch.columns))
        self._others = {name: at for name, at in batch.mapping.items() if name not in SHOWN}
        for name, box in self._boxes.items():
            with QSignalBlocker(box):
                box.clear()
                box.addItems([NO_COLUMN, *batch.columns])
                box.setCurrentText(batch.mapping.get(name, NO_COLUMN))
        with QSignalBlocker(self._header):
            self._header.setVisible(batch.kind is ImportKind.TABLE)
            self._header.setChecked(not batch.columns or batch.columns[0] != "Column 1")

    def _box(self, name: ImportField) -> QComboBox:
        box = QComboBox()
        box.setObjectName(f"importColumn{name.name.title()}")
        box.setAccessibleName(f"Column of {SHOWN[name].replace('&', '').lower()}")
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(14)
        box.activated.connect(self.changed)
        return box
