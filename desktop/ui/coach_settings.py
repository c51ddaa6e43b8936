"""The coach's part of the settings: where its model is, and whether that answers."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.errors import AppError
from desktop.settings.settings import Settings

if TYPE_CHECKING:
    from desktop.services.ask_coach import Found, KeyState

WHAT_IT_IS = (
    "A language model that comments on a sealed answer, point by point. Without an address it is "
    "off. Nothing is sent before you choose Ask the coach."
)
LOOKING = "Looking…"
KEY_IS_KNOWN = "Saved. Type another to replace it."
NO_KEY = "Most servers on this machine need none."
WIDTH_PX = 400


class CoachSettings(QWidget):
    """Address, model and key; a change is told at once, the key when it is typed out."""

    changed = Signal(str, object)
    look_requested = Signal(str, str, str)
    key_given = Signal(str, str)
    address_changed = Signal(str)
    shown = Signal(str)
    """The settings of the coach are looked at, with the address that stands there."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("coachSettings")
        self._address = QLineEdit(settings.get_text("coach_address"))
        self._address.setPlaceholderText("http://localhost:11434")
        self._model = QComboBox(editable=True)
        self._model.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._model.setEditText(settings.get_text("coach_model"))
        self._key = QLineEdit(placeholderText=NO_KEY)
        self._key.setEchoMode(QLineEdit.EchoMode.Password)
        self._forget = _button("coachForgetKey", "Forget the key")
        self._forget.hide()
        self._place = _label("coachKeyPlace", "small")
        self._try = _button("coachTry", "Try it")
        self._told = _label("coachTold", "muted")
        self._told.hide()
        self._arrange()
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit(self.address)

    @property
    def address(self) -> str:
        return self._address.text()

    def show_found(self, found: "Found") -> None:
        """Show what a server has; its models can be chosen from then on."""
        chosen = self._model.currentText()
        self._model.clear()
        self._model.addItems(list(found.models))
        self._model.setEditText(chosen)
        if not chosen and len(found.models) == 1:
            self._model.setEditText(found.models[0])
        self._tell(found.told)
        self._key.clear()
        self._tell_new_address()

    def show_refused(self, error: AppError) -> None:
        self._tell(str(error))

    def show_key(self, state: "KeyState") -> None:
        """Show whether the address has a key, never the key."""
        self._place.setText(state.place)
        self._key.setPlaceholderText(KEY_IS_KNOWN if state.is_known else NO_KEY)
        self._forget.setVisible(state.is_known)

    def _connect(self) -> None:
        self._address.textEdited.connect(self._tell_address)
        self._address.editingFinished.connect(self._tell_new_address)
        self._model.editTextChanged.connect(self._tell_model)
        self._key.editingFinished.connect(self._tell_key)
        self._forget.clicked.connect(self._forget_key)
        self._try.clicked.connect(self._look)

    def _tell(self, text: str) -> None:
        self._told.setText(text)
        self._told.show()
        self._try.setEnabled(True)

    def _tell_address(self, text: str) -> None:
        self.changed.emit("coach_address", text.strip())

    def _tell_new_address(self) -> None:
        self.address_changed.emit(self.address)

    def _tell_model(self, text: str) -> None:
        self.changed.emit("coach_model", text.strip())

    def _tell_key(self) -> None:
        if self._key.text():
            self.key_given.emit(self.address, self._key.text())
            self._key.clear()

    def _forget_key(self) -> None:
        self.key_given.emit(self.address, "")

    def _look(self) -> None:
        self._told.setText(LOOKING)
        self._told.show()
        self._try.setEnabled(False)
        self.look_requested.emit(self.address, self._model.currentText(), self._key.text())

    def _arrange(self) -> None:
        rows = QFormLayout(self)
        rows.setContentsMargins(0, 16, 0, 8)
        rows.setVerticalSpacing(14)
        rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        what = _label("coachWhat", "muted", WHAT_IT_IS)
        rows.addRow(what)
        _add_row(rows, "Address of its server", self._address, "setting_coach_address")
        _add_row(rows, "Model", self._model, "setting_coach_model")
        key = QVBoxLayout()
        key.setSpacing(4)
        line = QHBoxLayout()
        line.addWidget(self._key, 1)
        line.addWidget(self._forget)
        key.addLayout(line)
        key.addWidget(self._place)
        label = QLabel("Key")
        label.setProperty("role", "muted")
        label.setBuddy(self._key)
        self._key.setObjectName("coachKey")
        self._key.setAccessibleName("Key")
        rows.addRow(label, key)
        trying = QHBoxLayout()
        trying.addWidget(self._try)
        trying.addStretch(1)
        rows.addRow(trying)
        rows.addRow(self._told)
        for wide in (what, self._place, self._told):
            wide.setMinimumWidth(WIDTH_PX)
        self._told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)


def _add_row(rows: QFormLayout, words: str, field: QWidget, name: str) -> None:
    label = QLabel(words)
    label.setProperty("role", "muted")
    label.setBuddy(field)
    field.setObjectName(name)
    field.setAccessibleName(words)
    rows.addRow(label, field)


def _label(name: str, role: str, text: str = "") -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _button(name: str, title: str) -> QPushButton:
    button = QPushButton(title)
    button.setObjectName(name)
    button.setProperty("role", "plain")
    button.setAutoDefault(False)
    return button
