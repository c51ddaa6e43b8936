"""A small dialog in which the name of a list is typed."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.collection_names import MAX_NAME_LENGTH, find_list
from desktop.domain.query_fields import folded_value
from desktop.domain.question_collections import Collections, QuestionList
from desktop.ui.icons import Icons
from desktop.ui.palette import Palette, PaletteRow


class ListPalette(Palette):
    """Narrows the lists as one types; a list that has the question gives it up when chosen."""

    list_chosen = Signal(str, str)
    """The question and the name of the list."""

    def __init__(self, collections: Collections, key: str, icons: Icons, parent: QWidget) -> None:
        self._collections = collections
        self._key = key
        self._icons = icons
        super().__init__(
            "listPalette",
            "Add to a list",
            "Type the name of a list, old or new",
            self._rows,
            parent,
        )
        self.resize(400, 300)
        self.field.setMaxLength(MAX_NAME_LENGTH)
        self.chosen.connect(self._tell)

    def _rows(self, text: str) -> Iterator[PaletteRow]:
        typed = folded_value(text)
        fitting = [one for one in self._collections.lists if typed in folded_value(one.name)]
        for one in sorted(fitting, key=self._has_question):
            has_it = self._has_question(one)
            icon = self._icons.icon("check" if has_it else "list")
            hint = "The question is on it; choosing takes it off" if has_it else ""
            yield PaletteRow(one.name, one.name, icon, hint)
        if typed.strip("-") and find_list(self._collections, text) is None:
            yield PaletteRow(f"New list “{text.strip()}”", text, self._icons.icon("plus"))

    def _has_question(self, one: QuestionList) -> bool:
        return self._key in one.keys

    def _tell(self, name: str) -> None:
        self.list_chosen.emit(self._key, name)
