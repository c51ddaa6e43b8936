"""Dresses the application in a theme, and again when the system or the person changes it."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from desktop.ui.icons import Icons
from desktop.ui.page.page_style import PageStyle
from desktop.ui.page.theme_style import page_style
from desktop.ui.theme import SANS_FAMILIES, UI_FONT_PX, Theme, load_theme, style_sheet


class Appearance(QObject):
    """Theme, icons and page style as they stand; `changed` tells when they do not any more."""

    changed = Signal()

    def __init__(self, app: QApplication, resources: Path, choice: str, text_size_px: int) -> None:
        super().__init__(app)
        self._app = app
        self._resources = resources
        self._choice = choice
        self._text_size_px = text_size_px
        font = QFont(list(SANS_FAMILIES))
        font.setPixelSize(UI_FONT_PX)
        app.setFont(font)
        self._choose_theme()
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def theme(self) -> Theme:
        return self._theme

    @property
    def icons(self) -> Icons:
        folder = self._resources / "icons"
        return Icons(folder, self._theme["muted"], self._theme["border_strong"])

    @property
    def page_style(self) -> PageStyle:
        return page_style(self._theme, self._text_size_px)

    def paper_style(self, text_size_px: float) -> PageStyle:
        """The look of a page on paper, light whatever the theme."""
        return page_style(load_theme(self._resources, is_dark=False), text_size_px)

    def dress(self) -> None:
        """Style the widgets: once where they are built before, at each step of building if not."""
        self._app.setStyleSheet(style_sheet(self._resources, self._theme))

    def choose(self, choice: str) -> None:
        """Change to "light", "dark", or to follow the "system"."""
        self._choice = choice
        self._choose_theme()
        self.dress()
        self.changed.emit()

    def set_text_size(self, text_size_px: int) -> None:
        """Change the size of reading and writing text."""
        self._text_size_px = text_size_px
        self.changed.emit()

    def _follow_system(self) -> None:
        if self._choice == "system":
            self._choose_theme()
            self.dress()
            self.changed.emit()

    def _choose_theme(self) -> None:
        is_system_dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        is_dark = is_system_dark if self._choice == "system" else self._choice == "dark"
        self._theme = load_theme(self._resources, is_dark=is_dark)
        self._app.setPalette(_palette(self._theme))


def _palette(theme: Theme) -> QPalette:
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, token in (
        (roles.Window, "window"),
        (roles.WindowText, "text"),
        (roles.Base, "surface"),
        (roles.AlternateBase, "code_background"),
        (roles.Text, "text"),
        (roles.Button, "raised"),
        (roles.ButtonText, "text"),
        (roles.ToolTipBase, "raised"),
        (roles.ToolTipText, "text"),
        (roles.Highlight, "selection"),
        (roles.HighlightedText, "text"),
        (roles.PlaceholderText, "muted"),
        (roles.Link, "accent"),
        (roles.Accent, "accent"),
        (roles.Mid, "border"),
        (roles.Dark, "border_strong"),
    ):
        palette.setColor(role, QColor(theme[token]))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme["muted"]))
    return palette
