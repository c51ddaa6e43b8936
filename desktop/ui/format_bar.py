"""A slim bar above the editor with what is most used while writing."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from desktop.ui.icons import Icons

ICON_NAMES = {
    "bold": "bold",
    "italic": "italic",
    "code": "code",
    "math": "sigma",
    "link": "link",
    "bullets": "list",
    "tasks": "list-checks",
    "quote": "quote",
    "table": "table",
    "codeBlock": "square-code",
}
"""The icon of each command that stands on the bar, in its order."""

HEIGHT_PX = 34
BUTTON_PX = 28
SPACE_PX = 2
MARGIN_PX = 20


class FormatBar(QWidget):
    """Buttons for commands; those without room stand in a menu at its end.

    Buttons never take the focus from the text: each command has a key and stands in a menu.
    """

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("formatBar")
        self.setFixedHeight(HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._icons = icons
        self._actions: tuple[QAction, ...] = ()
        self._buttons: list[_CommandButton] = []
        self._more: QToolButton | None = None

    def set_actions(self, actions: Sequence[QAction]) -> None:
        """Say what the buttons do."""
        self._actions = tuple(actions)

    def build(self) -> None:
        """Make the buttons; until then the bar only keeps their place."""
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN_PX, 0, MARGIN_PX, 4)
        layout.setSpacing(SPACE_PX)
        self._buttons = [_CommandButton(action) for action in self._actions]
        self._more = self._new_more_button()
        for button in (*self._buttons, self._more):
            layout.addWidget(button)
        layout.addStretch(1)
        self.set_icons(self._icons)
        self._fit()

    def set_icons(self, icons: Icons) -> None:
        self._icons = icons
        for button in self._buttons:
            button.setIcon(icons.icon(ICON_NAMES[button.action.objectName()]))
        if self._more is not None:
            self._more.setIcon(icons.icon("ellipsis"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show the buttons for which there is room."""
        if self._more is None:
            return
        room = (self.width() - 2 * MARGIN_PX + SPACE_PX) // (BUTTON_PX + SPACE_PX)
        is_crowded = room < len(self._buttons)
        shown = max(0, room - 1) if is_crowded else len(self._buttons)
        for index, button in enumerate(self._buttons):
            button.setVisible(index < shown)
        self._more.setVisible(is_crowded)

    def _new_more_button(self) -> QToolButton:
        more = _bar_button("formatMore", "More formats")
        menu = QMenu(more)
        menu.aboutToShow.connect(self._fill_menu)
        more.setMenu(menu)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return more

    def _fill_menu(self) -> None:
        assert self._more is not None
        menu = self._more.menu()
        menu.clear()
        menu.addActions([button.action for button in self._buttons if button.isHidden()])


class _CommandButton(QToolButton):
    """Runs one command; its icon stays out of the menus."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        _dress(self, f"{action.objectName()}Button", action.text().replace("&", ""))
        self.action = action
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(f"{self.accessibleName()} ({key})" if key else self.accessibleName())
        self.clicked.connect(action.trigger)


def _bar_button(name: str, title: str) -> QToolButton:
    button = QToolButton()
    _dress(button, name, title)
    button.setToolTip(title)
    return button


def _dress(button: QToolButton, name: str, title: str) -> None:
    button.setObjectName(name)
    button.setAccessibleName(title)
    button.setProperty("role", "format")
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setFixedSize(BUTTON_PX, BUTTON_PX)
    button.setIconSize(QSize(16, 16))
