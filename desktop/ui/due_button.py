"""The button at the end of the menu bar that says how much is due."""

from PySide6.QtWidgets import QToolButton, QWidget


class DueButton(QToolButton):
    """Leads to today's page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dueButton")
        self.setProperty("role", "filter")
        self.setToolTip("What is due today (Ctrl+7)")
        self.show_count(0)

    def show_count(self, due: int) -> None:
        """Say how many things are due."""
        self.setText(f"Today  ·  {due} due" if due else "Today")
        self.setProperty("isActive", bool(due))
        self.style().unpolish(self)
        self.style().polish(self)
