"""Labels and buttons whose look the style sheet decides by their role."""

from PySide6.QtWidgets import QLabel, QPushButton


def role_label(name: str, role: str, text: str = "") -> QLabel:
    """A label that wraps its words."""
    label = QLabel(text)
    label.setObjectName(name)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label


def role_button(name: str, title: str, role: str = "plain") -> QPushButton:
    """A button that Enter presses only when it has the focus."""
    button = QPushButton(title)
    button.setObjectName(name)
    button.setProperty("role", role)
    button.setAutoDefault(False)
    return button
