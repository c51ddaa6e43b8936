"""The settings, grown from the declared list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.settings.settings import SETTINGS, Setting, Settings
from desktop.ui.coach_settings import CoachSettings

BOX_PX = 24
"""From the left of a check box to its text."""


class SettingsDialog(QDialog):
    """One row a setting; a change is told at once."""

    changed = Signal(str, object)

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("settingsDialog")
        self.setWindowTitle("Settings")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(440)
        self.coach = CoachSettings(settings)
        tabs = QTabWidget()
        tabs.setObjectName("settingsTabs")
        tabs.setDocumentMode(True)
        tabs.tabBar().setDrawBase(False)
        general = self._general(settings)
        tabs.addTab(general, "General")
        tabs.addTab(self.coach, "Coach")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 16)
        column.addWidget(tabs)
        column.addWidget(buttons)
        general.setFocus()

    def _general(self, settings: Settings) -> QWidget:
        page = QWidget()
        layout = QFormLayout(page)
        layout.setContentsMargins(0, 16, 0, 8)
        layout.setVerticalSpacing(14)
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for setting in SETTINGS:
            if setting.part:
                continue
            label = QLabel(setting.sentence)
            label.setProperty("role", "muted")
            field = self._field(setting, settings)
            label.setBuddy(field)
            field.setObjectName(f"setting_{setting.key}")
            field.setAccessibleName(setting.sentence)
            if page.focusProxy() is None:
                page.setFocusProxy(field)
            if isinstance(field, QCheckBox):
                layout.addRow(_below(field, label))
            else:
                layout.addRow(label, field)
        return page

    def _field(self, setting: Setting, settings: Settings) -> QWidget:
        teller = _Teller(self, setting.key)
        if isinstance(setting.default, bool):
            box = QCheckBox(setting.key.replace("_", " ").capitalize())
            box.setChecked(settings.get_bool(setting.key))
            box.toggled.connect(teller)
            return box
        if isinstance(setting.default, int):
            spin = QSpinBox(minimum=setting.least, maximum=setting.most)
            spin.lineEdit().setTextMargins(7, 0, 0, 0)  # no padding reaches it
            spin.setValue(settings.get_int(setting.key))
            spin.valueChanged.connect(teller)
            return spin
        if setting.choices:
            combo = QComboBox()
            combo.addItems(setting.choices)
            combo.setCurrentText(settings.get_text(setting.key))
            combo.textActivated.connect(teller)
            return combo
        line = QLineEdit(settings.get_text(setting.key))
        line.textEdited.connect(teller)
        return line


def _below(box: QCheckBox, label: QLabel) -> QVBoxLayout:
    """A box with what it means right below it."""
    label.setIndent(BOX_PX)
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(box)
    column.addWidget(label)
    return column


class _Teller:
    """Tells the dialog's listeners that one setting has changed."""

    def __init__(self, dialog: SettingsDialog, key: str) -> None:
        self._dialog = dialog
        self._key = key

    def __call__(self, value: object) -> None:
        self._dialog.changed.emit(self._key, value)
