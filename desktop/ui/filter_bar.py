"""Drop-downs that narrow the list; each shows its values with their counts."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.domain.vocabulary import spelled_out
from desktop.ui.flow_layout import FlowLayout

OFTEN_EMPTY = ("company", "form")
"""Where no question has these, or all have one form, there is nothing to choose."""

FIELDS = ("category", "round", "role", "difficulty", "company", "status", "form")


class FilterBar(QWidget):
    """One button a field; choosing a value asks for it to be added or taken away."""

    value_chosen = Signal(str, str, bool)
    clear_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filterBar")
        self._shown = set(FIELDS).difference(OFTEN_EMPTY)
        self._buttons = {field: self._new_button(field) for field in FIELDS}
        self._clear = QToolButton()
        self._clear.setText("Clear")
        self._clear.setObjectName("filterClear")
        self._clear.setProperty("role", "filter")
        self._clear.setToolTip("Take all filters away")
        self._clear.clicked.connect(self.clear_requested)
        layout = FlowLayout(self, spacing_px=4)
        for button in self._buttons.values():
            layout.addWidget(button)
        layout.addWidget(self._clear)
        self._clear.hide()
        for field in OFTEN_EMPTY:
            self._buttons[field].hide()

    def set_facets(
        self,
        facets: Mapping[str, Sequence[tuple[str, int]]],
        chosen: Mapping[str, Sequence[str]],
    ) -> None:
        """Show the values of each field with their counts, and which are chosen."""
        for field, button in self._buttons.items():
            active = tuple(chosen.get(field, ()))
            self._fill(button.menu(), field, facets.get(field, ()), active)
            button.setEnabled(bool(facets.get(field)) or bool(active))
            self._mark(button, field, active)
            if active or len(facets.get(field, ())) > (field == "form"):
                self._shown.add(field)
            button.setVisible(field in self._shown)
        self._clear.setVisible(any(chosen.get(field) for field in FIELDS))

    def _new_button(self, field: str) -> QToolButton:
        button = QToolButton()
        button.setText(spelled_out(field))
        button.setObjectName(f"filter{field.capitalize()}")
        button.setProperty("role", "filter")
        button.setAccessibleName(f"Filter by {field}")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(button)
        menu.triggered.connect(self._choose)
        button.setMenu(menu)
        return button

    def _fill(
        self,
        menu: QMenu,
        field: str,
        values: Sequence[tuple[str, int]],
        active: Sequence[str],
    ) -> None:
        menu.clear()
        counted = dict(values)
        for value in [*counted, *(value for value in active if value not in counted)]:
            shown = value if field in ("category", "company") else spelled_out(value)
            action = menu.addAction(f"{shown}\t{counted.get(value, 0)}".replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(value in active)
            action.setData((field, value))

    def _choose(self, action: object) -> None:
        field, value = action.data()  # type: ignore[attr-defined]  # a QAction
        self.value_chosen.emit(field, value, action.isChecked())  # type: ignore[attr-defined]

    def _mark(self, button: QToolButton, field: str, active: Sequence[str]) -> None:
        title = spelled_out(field)
        button.setText(f"{title} · {len(active)}" if active else title)
        if bool(button.property("isActive")) != bool(active):
            button.setProperty("isActive", bool(active))
            button.style().unpolish(button)
            button.style().polish(button)
