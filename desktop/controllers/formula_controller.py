"""Typesets formulas behind the window, one after another."""

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.controllers.task_runner import TaskRunner

if TYPE_CHECKING:
    from desktop.rendering.formula import Formula, FormulaKey

LANE = "formulas"
BATCH = 8
"""Formulas typeset before the first of them is shown, so that a page changes less often."""


class FormulaController(QObject):
    """Answers every wish for a formula in the order of asking."""

    formula_typeset = Signal(object, object)

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._wanted: deque[FormulaKey] = deque()
        self._is_typesetting = False

    def typeset(self, key: "FormulaKey") -> None:
        """Typeset a formula soon."""
        self._wanted.append(key)
        self._go_on()

    def _go_on(self) -> None:
        if self._is_typesetting or not self._wanted:
            return
        self._is_typesetting = True
        batch = [self._wanted.popleft() for _ in range(min(BATCH, len(self._wanted)))]

        def typeset_batch() -> "list[tuple[FormulaKey, Formula]]":
            from desktop.rendering.formula import typeset  # noqa: PLC0415 - on a worker thread

            return [(key, typeset(key)) for key in batch]

        self._runner.run(LANE, typeset_batch, self._tell)

    def _tell(self, done: "list[tuple[FormulaKey, Formula]]") -> None:
        self._is_typesetting = False
        for key, formula in done:
            self.formula_typeset.emit(key, formula)
        self._go_on()
