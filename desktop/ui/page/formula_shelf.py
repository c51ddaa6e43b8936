"""The formulas that are typeset, for all pages of the window."""

from collections import OrderedDict

from PySide6.QtCore import QObject, Signal

from desktop.rendering.formula import Formula, FormulaKey

MOST_FORMULAS = 2_000
"""About 10 kB each."""


class FormulaShelf(QObject):
    """Holds typeset formulas and asks for those that a page lacks.

    Whoever answers `formula_wanted` typesets off the window's thread and calls `put`. Each formula
    is asked for once until it is put.
    """

    formula_wanted = Signal(object)
    formula_put = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._formulas: OrderedDict[FormulaKey, Formula] = OrderedDict()
        self._stand_ins: dict[FormulaKey, Formula] = {}
        self._asked: set[FormulaKey] = set()

    def find(self, key: FormulaKey) -> Formula | None:
        """The formula, typeset or with its fault; None, and it is asked for, if it is not here."""
        if key not in self._formulas and key not in self._asked:
            self._asked.add(key)
            self.formula_wanted.emit(key)
        formula = self._formulas.get(key)
        if formula is not None:
            self._formulas.move_to_end(key)
        return formula

    def put(self, key: FormulaKey, formula: Formula) -> None:
        """Keeps a formula; the longest unused ones make room."""
        self._formulas[key] = formula
        self._asked.discard(key)
        self._stand_ins.pop(key, None)
        while len(self._formulas) > MOST_FORMULAS:
            self._formulas.popitem(last=False)
        self.formula_put.emit(key)

    def find_stand_in(self, key: FormulaKey) -> Formula | None:
        """The picture to show until the formula is there."""
        return self._stand_ins.get(key)

    def let_stand_in(self, old: FormulaKey, new: FormulaKey) -> None:
        """Shows `old`, or what stands in for it, until `new`, which it became, is there."""
        formula = self._formulas.get(old)
        if formula is None or formula.fault:
            formula = self._stand_ins.get(old)
        if formula is not None and new not in self._formulas:
            self._stand_ins[new] = formula
