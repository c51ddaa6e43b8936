"""Setting up a mock run: a template as it is, or changed."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.mock_template import MockTemplate, TemplateSlot
from desktop.ui.icons import Icons
from desktop.ui.slot_row import SlotRow

SIZE_PX = (880, 520)
LIST_PX = 220
NEW_SLOT = TemplateSlot("", 1, 15)


class Wish(NamedTuple):
    """A run to begin: its template, its seed ("" for any) and a query to draw within."""

    template: MockTemplate
    seed: str
    scope: str


class MockSetup(QDialog):
    """Templates on the left, what the run is made of on the right."""

    begin_requested = Signal(object)
    save_requested = Signal(object)
    delete_requested = Signal(str)
    share_requested = Signal(object)
    open_requested = Signal()

    def __init__(self, icons: Icons, scopes: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("mockSetup")
        self.setWindowTitle("Mock run")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE_PX)
        self._icons = icons
        self._own_names: frozenset[str] = frozenset()
        self._rows: list[SlotRow] = []
        self._list = QListWidget()
        self._list.setObjectName("mockTemplates")
        self._list.setAccessibleName("Templates")
        self._list.setFixedWidth(LIST_PX)
        self._list.currentItemChanged.connect(self._show_chosen)
        self._list.itemActivated.connect(self._begin)
        self._row_box = QVBoxLayout()
        self._row_box.setSpacing(8)
        self._add = _button("slotAdd", "Add questions", "plain")
        self._add.clicked.connect(self._add_row)
        self._follow_ups = QSpinBox(minimum=0, maximum=9)
        self._follow_ups.setObjectName("mockFollowUps")
        self._follow_up_minutes = QSpinBox(minimum=1, maximum=60)
        self._follow_up_minutes.setObjectName("mockFollowUpMinutes")
        self._follow_up_minutes.setSuffix(" min")
        for spin in (self._follow_ups, self._follow_up_minutes):
            spin.lineEdit().setTextMargins(7, 0, 0, 0)  # no padding reaches it
            spin.valueChanged.connect(self._tell_length)
        self._scope = QComboBox()
        self._scope.setObjectName("mockScope")
        for title, query in scopes:
            self._scope.addItem(title, query)
        self._seed = QLineEdit()
        self._seed.setObjectName("mockSeed")
        self._seed.setPlaceholderText("Any; the same seed asks the same questions again")
        self._length = _label("mockLength", "heading")
        self._fault = _label("mockFault", "warning")
        self._delete = _button("mockDelete", "Delete", "quiet")
        self._arrange()

    def show_templates(
        self, own: Iterable[MockTemplate], shipped: Iterable[MockTemplate], chosen: str
    ) -> None:
        """List the person's own templates and those that come with the app."""
        own, shipped = tuple(own), tuple(shipped)
        self._own_names = frozenset(template.name for template in own)
        self._list.clear()
        for template in (*own, *shipped):
            item = QListWidgetItem(f"{template.name}\n{template.minutes:g} min")
            item.setData(Qt.ItemDataRole.UserRole, template)
            self._list.addItem(item)
            if template.name == chosen:
                self._list.setCurrentItem(item)
        if self._list.currentRow() < 0:
            self._list.setCurrentRow(0)

    def show_fault(self, text: str) -> None:
        """Say why the run cannot begin as it is set up."""
        self._fault.setText(text)
        self._fault.setVisible(bool(text))

    @property
    def template(self) -> MockTemplate:
        """The run as it is set up now, under the name of the template it came from."""
        kept: MockTemplate = self._list.currentItem().data(Qt.ItemDataRole.UserRole)
        return MockTemplate(
            kept.name,
            tuple(row.slot for row in self._rows),
            self._follow_ups.value(),
            float(self._follow_up_minutes.value()),
        )

    def _show_chosen(self) -> None:
        if self._list.currentRow() < 0:
            return
        template: MockTemplate = self._list.currentItem().data(Qt.ItemDataRole.UserRole)
        for row in tuple(self._rows):
            self._drop_row(row)
        for slot in template.slots:
            self._put_row(slot)
        self._follow_ups.setValue(template.follow_ups)
        self._follow_up_minutes.setValue(max(1, round(template.follow_up_minutes)))
        self._delete.setEnabled(template.name in self._own_names)
        self.show_fault("")
        self._tell_length()

    def _add_row(self) -> None:
        self._put_row(self._rows[-1].slot if self._rows else NEW_SLOT)
        self._tell_length()

    def _put_row(self, slot: TemplateSlot) -> None:
        row = SlotRow(slot, self._icons)
        row.changed.connect(self._tell_length)
        row.removed.connect(self._remove_row)
        self._rows.append(row)
        self._row_box.addWidget(row)

    def _remove_row(self, row: SlotRow) -> None:
        if len(self._rows) > 1:
            self._drop_row(row)
            self._tell_length()

    def _drop_row(self, row: SlotRow) -> None:
        self._rows.remove(row)
        self._row_box.removeWidget(row)
        row.deleteLater()

    def _tell_length(self) -> None:
        template = self.template
        count = sum(slot.count for slot in template.slots)
        noun = "question" if count == 1 else "questions"
        self._follow_up_minutes.setEnabled(template.follow_ups > 0)
        self._length.setText(f"{count} {noun}  ·  {template.minutes:g} minutes")

    def _begin(self) -> None:
        self.show_fault("")
        self.begin_requested.emit(
            Wish(self.template, self._seed.text().strip(), str(self._scope.currentData()))
        )

    def _save(self) -> None:
        self.save_requested.emit(self.template)

    def _ask_to_delete(self) -> None:
        self.delete_requested.emit(self.template.name)

    def _share(self) -> None:
        self.share_requested.emit(self.template)

    def _arrange(self) -> None:
        body = QVBoxLayout()
        body.setSpacing(12)
        body.addWidget(_label("", "heading", "Questions"))
        body.addLayout(self._row_box)
        body.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        body.addSpacing(4)
        body.addLayout(self._fields())
        body.addStretch(1)
        body.addWidget(self._fault)
        self._fault.hide()
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addLayout(self._templates())
        columns.addLayout(body, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(16)
        layout.addLayout(columns, 1)
        layout.addLayout(self._foot())

    def _templates(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._list, 1)
        save = _button("mockSave", "Save as…", "plain")
        save.clicked.connect(self._save)
        share = _button("mockShare", "To file…", "plain")
        share.clicked.connect(self._share)
        open_file = _button("mockOpen", "From file…", "plain")
        open_file.clicked.connect(self.open_requested)
        self._delete.clicked.connect(self._ask_to_delete)
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, button in enumerate((save, self._delete, share, open_file)):
            grid.addWidget(button, place // 2, place % 2)
        column.addLayout(grid)
        return column

    def _fields(self) -> QGridLayout:
        fields = QGridLayout()
        fields.setHorizontalSpacing(12)
        fields.setVerticalSpacing(10)
        fields.setColumnStretch(4, 1)
        for row, (title, field) in enumerate(
            (("Draw from", self._scope), ("Seed", self._seed)), start=1
        ):
            label = _label("", "muted", title)
            label.setBuddy(field)
            field.setAccessibleName(title)
            fields.addWidget(label, row, 0)
            fields.addWidget(field, row, 1, 1, 4)
        label = _label("", "muted", "Follow-ups")
        label.setBuddy(self._follow_ups)
        self._follow_ups.setAccessibleName("Most follow-ups to a question")
        self._follow_up_minutes.setAccessibleName("Minutes for each follow-up")
        fields.addWidget(label, 0, 0)
        fields.addWidget(self._follow_ups, 0, 1)
        fields.addWidget(_label("", "muted", "to each question, each with"), 0, 2)
        fields.addWidget(self._follow_up_minutes, 0, 3)
        return fields

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.addWidget(self._length)
        foot.addStretch(1)
        cancel = _button("mockCancel", "Cancel", "plain")
        cancel.clicked.connect(self.reject)
        begin = _button("mockBegin", "Begin", "primary")
        begin.setDefault(True)
        begin.clicked.connect(self._begin)
        foot.addWidget(cancel)
        foot.addWidget(begin)
        return foot


def _label(name: str, role: str, text: str = "") -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setProperty("role", role)
    return label


def _button(name: str, title: str, role: str) -> QPushButton:
    button = QPushButton(title)
    button.setObjectName(name)
    button.setProperty("role", role)
    button.setAutoDefault(False)
    return button
