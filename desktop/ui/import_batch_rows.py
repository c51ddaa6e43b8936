"""The questions of an import as rows: what becomes of each, its title, what it is like."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.domain.import_choice import Candidate, ImportChoice

CHOICE, TITLE, REMARK = range(3)
HEADINGS = ("", "Question", "Remark")
CHOICE_WORDS = {
    ImportChoice.KEEP: "Keep",
    ImportChoice.REPLACE: "Replace",
    ImportChoice.SKIP: "Skip",
}

Index = QModelIndex | QPersistentModelIndex


class ImportBatchRows(QAbstractTableModel):
    """Holds the candidates with the choice made for each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._candidates: tuple[Candidate, ...] = ()
        self._choices: list[ImportChoice] = []

    def show(self, candidates: Sequence[Candidate]) -> None:
        """Show other candidates, each with its usual choice."""
        self.beginResetModel()
        self._candidates = tuple(candidates)
        self._choices = [one.usual_choice for one in candidates]
        self.endResetModel()

    def candidate(self, row: int) -> Candidate:
        return self._candidates[row]

    @property
    def decisions(self) -> tuple[tuple[Candidate, ImportChoice], ...]:
        return tuple(zip(self._candidates, self._choices, strict=True))

    def count(self, choice: ImportChoice) -> int:
        """How many questions have a choice."""
        return self._choices.count(choice)

    def choose(self, rows: Sequence[int], choice: ImportChoice) -> None:
        """Make a choice for some rows; what cannot be replaced stays as it is."""
        for row in rows:
            if choice is not ImportChoice.REPLACE or self._candidates[row].can_replace:
                self._choices[row] = choice
        if rows:
            self.dataChanged.emit(self.index(min(rows), CHOICE), self.index(max(rows), CHOICE))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._candidates)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as above
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self._candidates[index.row()]
        remark = remark_on(one)
        if role == Qt.ItemDataRole.DisplayRole:
            title = one.question.imported.question.title
            return (CHOICE_WORDS[self._choices[index.row()]], title, remark)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (str(one.question.place), remark)))
        return None


def remark_on(one: Candidate) -> str:
    """What it is like, and what looks wrong in it."""
    duplicate = str(one.duplicate) if one.duplicate else ""
    told = duplicate[:1].upper() + duplicate[1:]
    return " ".join(
        filter(None, (told, *(each.message for each in one.question.imported.warnings)))
    )
