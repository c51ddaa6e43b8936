"""The fields of a question as a form, with doubts shown beside them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.imported_question import FieldWarning
from desktop.domain.question import Part, Question
from desktop.domain.vocabulary import CATEGORIES, DIFFICULTIES, ROLES, ROUNDS

MOST_MINUTES = 240
TEXT_MARGIN_PX = 8
"""Where the other fields begin their text; a style sheet does not move that of a spin box."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A field that is one line: a text, a list with commas, or a choice."""

    name: str
    title: str
    hint: str = ""
    choices: tuple[str, ...] = ()
    is_list: bool = False


LINES = (
    _Line("title", "Title"),
    _Line("category", "Category", choices=CATEGORIES),
    _Line("difficulty", "Difficulty", choices=DIFFICULTIES),
    _Line("rounds", "Rounds", ", ".join(ROUNDS[:3]) + ", …", is_list=True),
    _Line("roles", "Roles", ", ".join(ROLES[:2]) + ", …", is_list=True),
    _Line("topics", "Topics", "regularization, lasso", is_list=True),
    _Line("companies", "Companies", is_list=True),
    _Line("source", "Source", "where it comes from"),
)

TEXTS = (("prompt", "Prompt", 5), *((part.name, part.value, 6) for part in Part))


class QuestionForm(QWidget):
    """Shows a question's values for mending; reading it back keeps what the form does not show."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("questionForm")
        self._question = Question(id="", title="")
        self._lines: dict[str, QLineEdit | QComboBox] = {}
        self._texts: dict[str, QPlainTextEdit] = {}
        self._warnings: dict[str, QLabel] = {}
        self._minutes = QSpinBox(minimum=0, maximum=MOST_MINUTES, suffix=" min")
        self._minutes.setObjectName("fieldMinutes")
        self._minutes.setSpecialValueText("not said")
        self._minutes.lineEdit().setTextMargins(TEXT_MARGIN_PX, 0, 0, 0)
        self._minutes.valueChanged.connect(self.edited)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 12, 16)
        layout.setSpacing(4)
        for line in LINES:
            self._add_row(layout, line.name, line.title, self._new_line(line))
            if line.name == "difficulty":
                self._add_row(layout, "minutes", "Minutes", self._minutes)
        for name, title, rows in TEXTS:
            self._add_row(layout, name, title, self._new_text(name, rows))

    @property
    def first_field(self) -> QWidget:
        """The field in which typing begins."""
        return self._lines[LINES[0].name]

    def show_question(self, question: Question) -> None:
        """Show a question's values."""
        self._question = question
        for line in LINES:
            value: Any = getattr(question, line.name)
            self._set_line(line.name, ", ".join(value) if line.is_list else value)
        self._minutes.setValue(question.minutes or 0)
        self._set_text("prompt", question.prompt)
        for part in Part:
            self._set_text(part.name, question.parts.get(part, ""))

    def question(self) -> Question:
        """The question as the form has it now."""
        values: dict[str, Any] = {}
        for line in LINES:
            text = self._line_text(line.name)
            values[line.name] = _as_list(text) if line.is_list else text
        parts = {part: self._texts[part.name].toPlainText().strip() for part in Part}
        return replace(
            self._question,
            **values,
            minutes=self._minutes.value() or None,
            prompt=self._texts["prompt"].toPlainText().strip(),
            parts={part: text for part, text in parts.items() if text},
        )

    def show_warnings(self, warnings: Sequence[FieldWarning]) -> tuple[FieldWarning, ...]:
        """Show each warning below its field; returns those that have no field here."""
        told: dict[str, list[str]] = {name: [] for name in self._warnings}
        elsewhere = []
        for warning in warnings:
            name = _field_name(warning.field)
            if name in told:
                told[name].append(warning.message)
            else:
                elsewhere.append(warning)
        for name, label in self._warnings.items():
            label.setText("\n".join(told[name]))
            label.setVisible(bool(told[name]))
        return tuple(elsewhere)

    def _add_row(self, layout: QVBoxLayout, name: str, title: str, field: QWidget) -> None:
        label = QLabel(title)
        label.setProperty("role", "muted")
        label.setContentsMargins(2, 8, 0, 0)
        label.setBuddy(field)
        warning = QLabel()
        warning.setObjectName(f"warning{name[:1].upper()}{name[1:]}")
        warning.setProperty("role", "warning")
        warning.setWordWrap(True)
        warning.hide()
        self._warnings[name] = warning
        for widget in (label, field, warning):
            layout.addWidget(widget)

    def _new_line(self, line: _Line) -> QLineEdit | QComboBox:
        field: QLineEdit | QComboBox
        if line.choices:
            field = QComboBox()
            field.setEditable(True)
            field.addItems(["", *line.choices])
            field.editTextChanged.connect(self.edited)
        else:
            field = QLineEdit(placeholderText=line.hint)
            field.textEdited.connect(self.edited)
        field.setObjectName(f"field{line.name.capitalize()}")
        field.setAccessibleName(line.title)
        self._lines[line.name] = field
        return field

    def _new_text(self, name: str, rows: int) -> QPlainTextEdit:
        field = QPlainTextEdit()
        field.setObjectName(f"field{name[:1].upper()}{name[1:]}")
        field.setTabChangesFocus(True)
        field.setFixedHeight(QFontMetrics(field.font()).lineSpacing() * rows + 20)
        field.textChanged.connect(self.edited)
        self._texts[name] = field
        return field

    def _set_text(self, name: str, text: str) -> None:
        """Show a text; one that is there already keeps its cursor and its place."""
        if text != self._texts[name].toPlainText().strip():
            self._texts[name].setPlainText(text)

    def _set_line(self, name: str, text: str) -> None:
        field = self._lines[name]
        if isinstance(field, QComboBox):
            field.setEditText(text)
        else:
            field.setText(text)
            field.setCursorPosition(0)

    def _line_text(self, name: str) -> str:
        field = self._lines[name]
        return (field.currentText() if isinstance(field, QComboBox) else field.text()).strip()


def _as_list(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())


def _field_name(name: str) -> str:
    """The form's name of a question's field: a part may be named by its heading."""
    by_heading = {part.value: part.name for part in Part}
    return by_heading.get(name, name.upper() if name.upper() in Part.__members__ else name)
