"""From the wish to star, list or save something to the journal, and from the shelf to a query."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.controllers.browse_controller import BrowseController
from desktop.controllers.collection_controller import CollectionController
from desktop.domain.question_collections import STARRED_QUERY, Collections, QuestionList
from desktop.ui.appearance import Appearance
from desktop.ui.dialogs import Dialogs
from desktop.ui.main_window import MainWindow
from desktop.ui.window_memory import WindowMemory

if TYPE_CHECKING:
    from desktop.ui.collection_shelf import CollectionShelf, ShelfRow

SHELF_MEMORY = "shelf/open"
EMPTY_STARS = "No question is starred yet. Ctrl+Shift+S stars the one you read."
EMPTY_LIST = (
    "This list is empty. Drag questions onto its name, or add the one you read with Ctrl+Shift+A."
)


class CollectionFlow(QObject):
    """Shows the shelf once there is something on it, and asks for names and consent."""

    surprise_requested = Signal()

    def __init__(
        self,
        window: MainWindow,
        collecting: CollectionController,
        browse: BrowseController,
        appearance: Appearance,
        dialogs: Dialogs,
        memory: WindowMemory,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._collecting = collecting
        self._browse = browse
        self._appearance = appearance
        self._dialogs = dialogs
        self._memory = memory
        self._shelf: CollectionShelf | None = None
        self._shown: ShelfRow | None = None

    def show_collections(self, collections: Collections) -> None:
        """Show what there is now, in the rows and on the shelf."""
        self._window.browser.show_stars(collections.starred)
        if self._shelf is None:
            if collections.is_empty:
                return
            self._shelf = self._new_shelf()
            self._window.browser.put_above(self._shelf)
        self._shelf.show_collections(collections)
        self._shelf.setVisible(not collections.is_empty)
        self._follow_shown(collections)
        self.mark_current()

    def mark_current(self) -> None:
        """Mark the row of the shelf that leads to the query on show."""
        if self._shelf is not None:
            self._shown = self._find_shown()
            self._shelf.show_current(self._shown)

    def is_list_shown(self) -> bool:
        """Whether the query on show asks for a hand-made list and nothing else."""
        return self._find_shown_list() is not None

    @property
    def empty_text(self) -> str:
        """What to say where a list or the stars on show hold nothing; "" for another query."""
        if self._find_shown_list() is not None:
            return EMPTY_LIST
        return EMPTY_STARS if self._browse.query.strip() == STARRED_QUERY else ""

    def move_before(self, key: str, before: str) -> None:
        """Put a question of the list on show before another, or last."""
        one = self._find_shown_list()
        if one is not None and key in one.keys:
            rest = [other for other in one.keys if other != key]
            place = rest.index(before) if before in rest else len(rest)
            self._collecting.move_in_list(one.uuid, key, place)

    def move_by(self, key: str, by: int) -> None:
        """Put a question of the list on show so many places lower, or higher."""
        one = self._find_shown_list()
        if one is not None and key in one.keys:
            self._collecting.move_in_list(one.uuid, key, max(0, one.keys.index(key) + by))

    def dress(self) -> None:
        """Take up another theme."""
        if self._shelf is not None:
            self._shelf.set_icons(self._appearance.icons)

    def choose_lists(self, key: str) -> None:
        """Ask for the list a question is put on, or taken off."""
        if not key:
            return
        from desktop.ui.list_palette import ListPalette  # noqa: PLC0415 – when it is asked for

        palette = ListPalette(
            self._collecting.collections, key, self._appearance.icons, self._window
        )
        palette.list_chosen.connect(self._collecting.turn_list)
        palette.open()

    def save_search(self) -> None:
        """Ask for a name for the search on show."""
        query = self._browse.query.strip()
        if query:
            name = self._dialogs.ask_name("Save this search", "Name", query)
            if name is not None:
                self._collecting.save_search(name, query, self._browse.sort)

    def make_list(self) -> None:
        """Ask for the name of a new list."""
        name = self._dialogs.ask_name("New list", "Name", "")
        if name is not None:
            self._collecting.make_list(name)

    def show_row_menu(self, key: str, place: QPoint) -> None:
        """Offer what can be done with a question of the list."""
        collections = self._collecting.collections
        menu = self._new_menu("rowMenu")
        star = "Take the star away" if key in collections.starred else "Star"
        _add(menu, star, partial(self._collecting.toggle_star, key))
        lists = menu.addMenu("Lists")
        for one in collections.lists:
            turn = partial(self._collecting.turn_list, key, one.name)
            entry = _add(lists, one.name.replace("&", "&&"), turn)
            entry.setCheckable(True)
            entry.setChecked(key in one.keys)
        _add(lists, "New list…", partial(self.choose_lists, key))
        menu.addSeparator()
        _add(menu, "Surprise me within this", self.surprise_requested.emit)
        menu.popup(place)

    def show_new_menu(self, place: QPoint) -> None:
        """Offer what can be put on the shelf."""
        menu = self._new_menu("newMenu")
        _add(menu, "New list…", self.make_list)
        save = _add(menu, "Save this search…", self.save_search)
        save.setEnabled(bool(self._browse.query.strip()))
        menu.popup(place)

    def show_shelf_menu(self, row: "ShelfRow", place: QPoint) -> None:
        """Offer what can be done with a row of the shelf."""
        menu = self._new_menu("shelfMenu")
        if row.uuid:
            _add(menu, "Rename…", partial(self.rename, row))
            _add(menu, "Delete…", partial(self.delete, row))
            menu.addSeparator()
        _add(menu, "Surprise me within this", partial(self._surprise_within, row))
        menu.popup(place)

    def choose(self, row: "ShelfRow") -> None:
        """Write the query of a row into the search field and find what it asks for."""
        from desktop.ui.collection_queries import find_query  # noqa: PLC0415 – when one is chosen

        query = find_query(self._collecting.collections, row)
        if query is not None:
            self._browse.show_query(*query)

    def rename(self, row: "ShelfRow") -> None:
        """Ask for another name of a list or a saved search."""
        if not row.uuid:
            return
        name = self._dialogs.ask_name("Rename", "Name", row.title)
        if name is None or name == row.title:
            return
        if row.is_list:
            self._collecting.rename_list(row.uuid, name)
        else:
            self._collecting.rename_search(row.uuid, name)

    def delete(self, row: "ShelfRow") -> None:
        """Throw a list or a saved search away, after asking."""
        if not row.uuid:
            return
        what = "list" if row.is_list else "saved search"
        agreed = self._dialogs.confirm(
            f"Delete the {what} “{row.title}”?",
            "Its questions stay in the bank, with all you wrote.",
            "Delete",
        )
        if agreed and row.is_list:
            self._collecting.delete_list(row.uuid)
        elif agreed:
            self._collecting.delete_search(row.uuid)

    def drop(self, row: "ShelfRow", key: str) -> None:
        """Star a question that was dragged onto the stars, or put it on the list it came to."""
        if row.is_list:
            self._collecting.add_to_list(row.title, key)
        elif key not in self._collecting.collections.starred:
            self._collecting.toggle_star(key)

    def _new_shelf(self) -> "CollectionShelf":
        from desktop.ui.collection_shelf import (  # noqa: PLC0415 – many have nothing to show
            CollectionShelf,
        )

        is_open = self._memory.flag(SHELF_MEMORY, default=True)
        shelf = CollectionShelf(self._appearance.icons, is_open=is_open)
        shelf.row_chosen.connect(self.choose)
        shelf.menu_requested.connect(self.show_shelf_menu)
        shelf.new_requested.connect(self.show_new_menu)
        shelf.rename_requested.connect(self.rename)
        shelf.delete_requested.connect(self.delete)
        shelf.question_dropped.connect(self.drop)
        shelf.folded.connect(self._keep_fold)
        return shelf

    def _find_shown(self) -> "ShelfRow | None":
        if not self._browse.query.strip():
            from desktop.ui.collection_shelf import ALL_ROW  # noqa: PLC0415 – it is loaded

            return ALL_ROW
        from desktop.ui.collection_queries import find_shown  # noqa: PLC0415 – not at the start

        return find_shown(self._collecting.collections, self._browse.query)

    def _find_shown_list(self) -> QuestionList | None:
        query = self._browse.query.strip()
        if not query:
            return None
        from desktop.domain.collection_names import find_list, listed_name  # noqa: PLC0415 – as above
        from desktop.domain.query import parse_query  # noqa: PLC0415 – as above

        name = listed_name(parse_query(query))
        return find_list(self._collecting.collections, name) if name else None

    def _follow_shown(self, collections: Collections) -> None:
        """Write the query anew if the list on show took another name, or went."""
        if self._shown is None or not self._shown.is_list:
            return
        from desktop.ui.collection_queries import find_query  # noqa: PLC0415 – as above

        query = find_query(collections, self._shown) or ("", "")
        if query[0] != self._browse.query.strip():
            self._browse.show_query(*query)

    def _surprise_within(self, row: "ShelfRow") -> None:
        self.choose(row)
        self.surprise_requested.emit()

    def _keep_fold(self, is_open: bool) -> None:  # noqa: FBT001 – a signal's payload
        self._memory.keep(SHELF_MEMORY, is_open)

    def _new_menu(self, name: str) -> QMenu:
        menu = QMenu(self._window)
        menu.setObjectName(name)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.triggered.connect(_run)
        return menu


def _add(menu: QMenu, title: str, run: Callable[[], object]) -> QAction:
    action = menu.addAction(title)
    action.setData(run)
    return action


def _run(action: QAction) -> None:
    action.data()()
