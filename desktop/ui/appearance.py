"""Dresses the application in a theme, and again when the system or the person changes it."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from desktop.ui.icons import Icons
from desktop.ui.page.page_style import PageStyle
from desktop.ui.theme import (
    MONO_FAMILIES,
    SANS_FAMILIES,
    UI_FONT_PX,
    Theme,
    load_theme,
    style_sheet,
)

ZOOM_STEP_PX = 1


class Appearance(QObject):
    """Theme, icons and page style as they stand; `changed` tells when they do not any more."""

    changed = Signal()

    def __init__(
        self, app: QApplication, resources: Path, choice: str, text_size_px: int
    ) -> None:
        super().__init__(app)
        self._app = app
        self._resources = resources
        self._choice = choice
        self._text_size_px = text_size_px
        font = QFont(list(SANS_FAMILIES))
        font.setPixelSize(UI_FONT_PX)
        app.setFont(font)
        self._dress()
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

    def choose(self, choice: str) -> None:
        """Change to "light", "dark", or to follow the "system"."""
        self._choice = choice
        self._dress()
        self.changed.emit()

    def set_text_size(self, text_size_px: int) -> None:
        """Change the size of reading and writing text."""
        self._text_size_px = text_size_px
        self.changed.emit()

    def _follow_system(self) -> None:
        if self._choice == "system":
            self._dress()
            self.changed.emit()

    def _dress(self) -> None:
        is_system_dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        is_dark = is_system_dark if self._choice == "system" else self._choice == "dark"
        self._theme = load_theme(self._resources, is_dark=is_dark)
        self._app.setPalette(_palette(self._theme))
        self._app.setStyleSheet(style_sheet(self._resources, self._theme))


def page_style(theme: Theme, text_size_px: int) -> PageStyle:
    """The look of pages in a theme at a text size."""
    return PageStyle(
        text=theme["text"],
        muted=theme["muted"],
        accent=theme["accent"],
        background=theme["surface"],
        code_background=theme["code_background"],
        code_text=theme["text"],
        border=theme["border"],
        quote_bar=theme["quote_bar"],
        selection=theme["selection"],
        selection_text=theme["text"],
        danger=theme["danger"],
        text_families=SANS_FAMILIES,
        code_families=MONO_FAMILIES,
        text_size_px=text_size_px,
        syntax=_syntax(theme),
    )


def _syntax(theme: Theme) -> dict[str, str]:
    colours = theme.syntax
    return {
        "Comment": colours["comment"],
        "Keyword": colours["keyword"],
        "Name.Function": colours["function"],
        "Name.Class": colours["class"],
        "Name.Builtin": colours["builtin"],
        "Name.Decorator": colours["builtin"],
        "Name.Exception": colours["class"],
        "Literal.String": colours["string"],
        "Literal.Number": colours["number"],
        "Operator": colours["operator"],
        "Operator.Word": colours["keyword"],
        "Punctuation": colours["operator"],
        "Generic.Heading": colours["heading"],
        "Error": colours["error"],
    }


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
