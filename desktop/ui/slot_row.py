"""One row of the set-up of a mock run: how many questions of which kind, with what time."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSpinBox, QToolButton, QWidget

from desktop.domain.mock_template import TemplateSlot
from desktop.domain.query_editing import chosen_filters, with_filter, without_filter
from desktop.domain.vocabulary import CATEGORIES, DIFFICULTIES, ROUNDS, spelled_out
from desktop.ui.icons import Icons

CHOICES = {
    "round": ("Any round", ROUNDS),
    "category": ("Any category", CATEGORIES),
    "difficulty": ("Any level", DIFFICULTIES),
}


class SlotRow(QWidget):
    """Counts, choices and minutes; what a template's query says beyond them is kept."""

    changed = Signal()
    removed = Signal(object)

    def __init__(self, slot: TemplateSlot, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("slotRow")
        self._rest = slot.query
        self._count = _spin("slotCount", "Number of questions", 50, slot.count)
        self._boxes = {field: self._new_box(field, slot.query) for field in CHOICES}
        self._minutes = _spin("slotMinutes", "Minutes for each", 600, round(slot.minutes))
        self._minutes.setSuffix(" min")
        remove = QToolButton()
        remove.setObjectName("slotRemove")
        remove.setIcon(icons.icon("x"))
        remove.setToolTip("Take this row out")
        remove.setAccessibleName("Take this row out")
        remove.clicked.connect(self._remove)
        self._count.valueChanged.connect(self.changed)
        self._minutes.valueChanged.connect(self.changed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._count)
        for box in self._boxes.values():
            box.currentIndexChanged.connect(self.changed)
            layout.addWidget(box, 1)
        layout.addWidget(self._minutes)
        layout.addWidget(remove)

    @property
    def slot(self) -> TemplateSlot:
        """What the row asks for."""
        query = self._rest
        for field, box in self._boxes.items():
            for value in chosen_filters(query).get(field, ()):
                query = without_filter(query, field, value)
            values: Iterable[str] = box.currentData() or ()
            for value in values:
                query = with_filter(query, field, value)
        return TemplateSlot(query, self._count.value(), float(self._minutes.value()))

    def _new_box(self, field: str, query: str) -> QComboBox:
        anything, values = CHOICES[field]
        box = QComboBox()
        box.setObjectName(f"slot{field.capitalize()}")
        box.setAccessibleName(field.capitalize())
        box.setMinimumContentsLength(10)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.addItem(anything, ())
        for value in values:
            box.addItem(spelled_out(value), (value,))
        chosen = chosen_filters(query).get(field, ())
        place = box.findData(chosen)
        if place < 0:  # several at once, or a value of the person's own
            box.addItem(", ".join(map(spelled_out, chosen)), chosen)
            place = box.count() - 1
        box.setCurrentIndex(place)
        return box

    def _remove(self) -> None:
        self.removed.emit(self)


def _spin(name: str, label: str, most: int, value: int) -> QSpinBox:
    spin = QSpinBox(minimum=1, maximum=most)
    spin.setObjectName(name)
    spin.setAccessibleName(label)
    spin.setToolTip(label)
    spin.lineEdit().setTextMargins(7, 0, 0, 0)  # no padding reaches it
    spin.setValue(value)
    return spin
