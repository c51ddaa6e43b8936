"""A part of a page that stays folded until it is opened."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.icons import Icons


class Fold(QWidget):
    """A header that opens and closes what is below it; the content comes at first opening."""

    toggled = Signal(str, bool)

    def __init__(self, name: str, title: str, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"fold{name}")
        self.name = name
        self._icons = icons
        self._content: QWidget | None = None
        self._header = QPushButton(title)
        self._header.setObjectName(f"foldHeader{name}")
        self._header.setProperty("role", "fold")
        self._header.setCheckable(True)
        self._header.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._header.setAccessibleDescription("Folded part; Space opens it")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._header)
        self._header.clicked.connect(self._turn)
        self._show_arrow()

    @property
    def is_open(self) -> bool:
        return self._header.isChecked()

    @property
    def header(self) -> QPushButton:
        return self._header

    @property
    def content(self) -> QWidget | None:
        return self._content

    def set_content(self, content: QWidget) -> None:
        """Put a widget below the header; shown while the fold is open."""
        if self._content is not None:
            self._layout.removeWidget(self._content)
            self._content.deleteLater()
        self._content = content
        self._layout.addWidget(content)
        content.setVisible(self.is_open)

    def set_open(self, *, is_open: bool) -> None:
        """Open or close without telling anyone."""
        self._header.setChecked(is_open)
        self._show_arrow()
        if self._content is not None:
            self._content.setVisible(is_open)

    def set_icons(self, icons: Icons) -> None:
        self._icons = icons
        self._show_arrow()

    def _turn(self) -> None:
        self.set_open(is_open=self.is_open)
        self.toggled.emit(self.name, self.is_open)

    def _show_arrow(self) -> None:
        name = "chevron-down" if self.is_open else "chevron-right"
        self._header.setIcon(self._icons.icon(name))
