"""A slim bar to find in the answer, and to replace what was found."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTextEdit,
    QToolButton,
    QWidget,
)

from desktop.ui.find_pattern import FindOptions, FindPattern
from desktop.ui.icons import Icons
from desktop.ui.text_finder import TextFinder
from desktop.ui.theme import Theme

LONGEST_TERM = 200
"""Characters; a longer selection is hardly meant as what to look for."""

_PARAGRAPH_SIGN = "\u2029"


class FindBar(QWidget):
    """Finds as one types; Esc goes back to where one was, unless one went on to a place."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._colour = theme["match"]
        self._view: QTextEdit | None = None
        self._finder: TextFinder | None = None
        self._origin = QTextCursor()
        self._origin_y = 0
        self._has_moved = False
        self._field = _field("findField", "Find")
        self._status = QLabel()
        self._status.setObjectName("findStatus")
        self._status.setProperty("role", "small")
        self._status.setMinimumWidth(1)
        self._case = _switch("findCase", "Aa", "Match case", "Alt+C")
        self._word = _switch("findWord", "W", "Whole words", "Alt+W")
        self._regular = _switch("findRegular", ".*", "Regular expression", "Alt+R")
        self._back = _button("findPrevious", "Previous place (Shift+F3)")
        self._on = _button("findNext", "Next place (F3)")
        self._close = _button("findClose", "Close (Esc)")
        self._replacement = _field("replaceField", "Replace with")
        self._replace = QPushButton("Replace")
        self._replace.setObjectName("replaceButton")
        self._replace_all = QPushButton("Replace all")
        self._replace_all.setObjectName("replaceAllButton")
        self._connect()
        self._arrange()
        self.set_theme(theme, icons)
        self.hide()

    def open(self, view: QTextEdit, *, is_replacing: bool) -> None:
        """Look for what is selected in `view`, or else for what was looked for last."""
        self._take(view)
        selected = view.textCursor().selectedText()
        if selected and len(selected) <= LONGEST_TERM and _PARAGRAPH_SIGN not in selected:
            self._field.setText(selected)
        for widget in (self._replacement, self._replace, self._replace_all):
            widget.setVisible(is_replacing)
        self.show()
        self._field.selectAll()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search()

    def step(self, view: QTextEdit, *, forwards: bool) -> None:
        """Go to the next place, or the one before, wherever the focus is."""
        if self.isHidden() or view is not self._view:
            self._take(view)
            self.show()
            self._search()
        if self._finder is None or not self._field.text():
            self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self._has_moved = True
        self._finder.step(forwards=forwards)

    def dismiss(self) -> None:
        """Put the bar away, as the text is not on show any more."""
        self.hide()
        self._let_go()

    def close_bar(self) -> None:
        """Put the bar away; the focus goes to the text."""
        view = self._view
        if view is None:
            return
        self.dismiss()
        if not self._has_moved:
            view.setTextCursor(self._origin)
            view.verticalScrollBar().setValue(self._origin_y)
        view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_theme(self, theme: Theme, icons: Icons) -> None:
        self._colour = theme["match"]
        for button, name in (
            (self._back, "chevron-up"),
            (self._on, "chevron-down"),
            (self._close, "x"),
        ):
            button.setIcon(icons.icon(name))
        if self._finder is not None:
            self._finder.set_colour(self._colour)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif is_return and self._replacement.hasFocus():
            self._replace_one()
        elif is_return and self._field.hasFocus():
            is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._go(forwards=not is_back)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current place in view when the bar takes a line from the text."""
        super().resizeEvent(event)
        if self._view is not None:
            self._view.ensureCursorVisible()

    def _take(self, view: QTextEdit) -> None:
        if view is not self._view or self.isHidden():
            self._let_go()
            self._view = view
            self._finder = TextFinder(view, self._colour)
            self._finder.searched.connect(self._show_status)
            self._origin = view.textCursor()
            self._origin_y = view.verticalScrollBar().value()
            self._has_moved = False
            _mark_finding(view, is_finding=True)

    def _let_go(self) -> None:
        finder, view = self._finder, self._view
        self._finder = self._view = None
        if finder is not None and view is not None:
            finder.search(None)
            finder.deleteLater()
            _mark_finding(view, is_finding=False)

    def _search(self) -> None:
        options = FindOptions(
            self._case.isChecked(), self._word.isChecked(), self._regular.isChecked()
        )
        if self._finder is not None:
            pattern = FindPattern(self._field.text(), options)
            self._finder.search(pattern, self._show_first)

    def _show_first(self) -> None:
        """Show the first place after where one was, until one goes on from there."""
        if self._finder is None or self._view is None or self._has_moved:
            return
        if self._finder.count:
            self._finder.select_from(self._origin.selectionStart())
        else:
            self._view.setTextCursor(self._origin)

    def _show_status(self) -> None:
        finder, term = self._finder, self._field.text()
        if finder is None:
            return
        count, current = finder.count, finder.current
        found = f"{count:,} found" if term else ""
        if current:
            found = f"{current:,} of {count:,}"
        elif finder.replaced:
            found = f"{finder.replaced:,} replaced"
        self._status.setText(finder.fault or found)
        can_replace = bool(count) and self._view is not None and not self._view.isReadOnly()
        if not can_replace and (self._replace.hasFocus() or self._replace_all.hasFocus()):
            self._field.setFocus()
        self._replace.setEnabled(can_replace)
        self._replace_all.setEnabled(can_replace)

    def _go_on(self) -> None:
        self._go(forwards=True)

    def _go_back(self) -> None:
        self._go(forwards=False)

    def _go(self, *, forwards: bool) -> None:
        if self._view is not None:
            self.step(self._view, forwards=forwards)

    def _replace_one(self) -> None:
        if self._finder is not None and self._view and not self._view.isReadOnly():
            self._has_moved = True
            self._finder.replace(self._replacement.text())

    def _replace_every(self) -> None:
        if self._finder is not None and self._view and not self._view.isReadOnly():
            self._has_moved = True
            self._finder.replace_all(self._replacement.text())

    def _connect(self) -> None:
        self._field.textChanged.connect(self._look_anew)
        for switch in (self._case, self._word, self._regular):
            switch.toggled.connect(self._look_anew)
        self._on.clicked.connect(self._go_on)
        self._back.clicked.connect(self._go_back)
        self._close.clicked.connect(self.close_bar)
        self._replace.clicked.connect(self._replace_one)
        self._replace_all.clicked.connect(self._replace_every)

    def _look_anew(self) -> None:
        if self._has_moved and self._view is not None:
            self._origin = self._view.textCursor()
            self._origin_y = self._view.verticalScrollBar().value()
            self._has_moved = False
        self._search()

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(24, 6, 16, 6)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        tools = QHBoxLayout()
        tools.setSpacing(0)
        for button in (self._case, self._word, self._regular, self._back, self._on, self._close):
            tools.addWidget(button)
        grid.addWidget(self._field, 0, 0)
        grid.addWidget(self._status, 0, 1)
        grid.addLayout(tools, 0, 2)
        actions = QHBoxLayout()
        actions.setSpacing(4)
        for action in (self._replace, self._replace_all):
            action.setProperty("role", "plain")
            actions.addWidget(action)
        actions.addStretch(1)
        grid.addWidget(self._replacement, 1, 0)
        grid.addLayout(actions, 1, 1, 1, 2)
        in_order = (self._field, self._replacement, self._replace, self._replace_all, self._case)
        for before, after in pairwise(in_order):
            self.setTabOrder(before, after)


def _field(name: str, title: str) -> QLineEdit:
    field = QLineEdit(placeholderText=title)
    field.setObjectName(name)
    field.setAccessibleName(title)
    field.setMinimumWidth(90)
    return field


def _button(name: str, title: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setToolTip(title)
    button.setAccessibleName(title)
    return button


def _switch(name: str, sign: str, title: str, key: str) -> QToolButton:
    switch = _button(name, f"{title} ({key})")
    switch.setText(sign)
    switch.setCheckable(True)
    switch.setShortcut(key)
    return switch


def _mark_finding(view: QTextEdit, *, is_finding: bool) -> None:
    """Let the selection stand out from the other places while the bar is open."""
    view.setProperty("isFinding", is_finding)
    view.style().unpolish(view)
    view.style().polish(view)
