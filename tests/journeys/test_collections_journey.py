"""Starring questions, putting them on lists, saving searches."""

import pytest
from person import Person
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QLineEdit,
    QListView,
    QMenu,
    QTreeWidget,
    QWidget,
)
from room import Room

from desktop.journal.journal_reader import JournalReader
from desktop.ui.question_list_view import QuestionListView

FEED = "A ranker for a news feed"
MEDIAN = "Bootstrap interval of a median"
DROPOUT = "Dropout at test time"
RIDGE = "Ridge as shrinkage"


@pytest.fixture
def person(room: Room) -> Person:
    """Somebody before a filled list."""
    person = room.open()
    person.waits_for(lambda: person.text("questionCount") == "4 questions")
    person.waits_for(lambda: person.question == FEED)
    return person


def shelf(person: Person) -> dict[str, str]:
    """The rows of the shelf with their counts; none while it is not to be seen."""
    if not person.sees("collectionShelf"):
        return {}
    tree = person.widget(QTreeWidget, "shelfRows")
    items = [tree.topLevelItem(number) for number in range(tree.topLevelItemCount())]
    return {item.text(0): item.text(1) for item in items if item is not None}


def place_on_shelf(person: Person, title: str) -> QPoint:
    tree = person.widget(QTreeWidget, "shelfRows")
    item = tree.topLevelItem(list(shelf(person)).index(title))
    assert item is not None
    return tree.visualItemRect(item).center()


def clicks_shelf(person: Person, title: str) -> None:
    viewport = person.widget(QTreeWidget, "shelfRows").viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place_on_shelf(person, title))


def row_rect_place(person: Person, title: str) -> tuple[QListView, QPoint]:
    view = person.widget(QListView, "questionList")
    rect = view.visualRect(view.model().index(person.titles.index(title), 0))
    return view, QPoint(rect.right() - 21, rect.top() + 37)


def clicks_star(person: Person, title: str) -> None:
    view, place = row_rect_place(person, title)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def drags_to_shelf(person: Person, title: str, row: str) -> None:
    """What Qt delivers when a row of the list is dropped on a row of the shelf."""
    view = person.widget(QListView, "questionList")
    dragged: QMimeData = view.model().mimeData([view.model().index(person.titles.index(title), 0)])
    place = place_on_shelf(person, row)
    copy, left, bare = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    viewport = person.widget(QTreeWidget, "shelfRows").viewport()
    QApplication.sendEvent(viewport, QDragEnterEvent(place, copy, dragged, left, bare))
    QApplication.sendEvent(viewport, QDragMoveEvent(place, copy, dragged, left, bare))
    QApplication.sendEvent(viewport, QDropEvent(QPointF(place), copy, dragged, left, bare))


def drags_within(view: QListView, row: int, *, above: int) -> None:
    """What Qt delivers when a row is dropped above another, or below the last."""
    model = view.model()
    dragged = model.mimeData([model.index(row, 0)])
    last = view.visualRect(model.index(model.rowCount() - 1, 0))
    is_last = above == model.rowCount()
    place = (
        last.center() + QPoint(0, 15)
        if is_last
        else view.visualRect(model.index(above, 0)).center() - QPoint(0, 15)
    )
    copy, left, bare = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    for event in (
        QDragEnterEvent(place, copy, dragged, left, bare),
        QDragMoveEvent(place, copy, dragged, left, bare),
        QDropEvent(QPointF(place), copy, dragged, left, bare),
    ):
        QApplication.sendEvent(view.viewport(), event)


def entry(person: Person, menu: str, title: str) -> QAction:
    actions: list[QAction] = []
    waiting: list[QMenu] = [person.widget(QMenu, menu)]
    while waiting:
        for action in waiting.pop().actions():
            actions.append(action)
            submenu = action.menu()
            if isinstance(submenu, QMenu):
                waiting.append(submenu)
    return next(action for action in actions if action.text() == title)


def chooses_in_menu(person: Person, menu: str, title: str) -> None:
    """Trigger an entry of the menu that is open, and let the menu go."""
    entry(person, menu, title).trigger()
    person.widget(QMenu, menu).close()
    is_back_in(person, person.widget(QWidget, "questionList").window())


def asks_for_menu(
    person: Person, kind: type[QAbstractScrollArea], name: str, place: QPoint
) -> None:
    viewport = person.widget(kind, name).viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)


def puts_on_list(person: Person, typed: str) -> None:
    person.presses("Ctrl+Shift+A")
    person.waits_for(lambda: person.sees("listPalette"))
    field = person.widget(QLineEdit, "paletteField")
    window = person.widget(QWidget, "questionList").window()
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    is_back_in(person, window)


def is_back_in(person: Person, window: QWidget) -> None:
    """What a window manager does when a dialog or a menu goes."""
    window.activateWindow()
    person.waits_for(window.isActiveWindow)


def test_there_is_no_shelf_before_there_is_something_on_it(person: Person) -> None:
    assert not person.sees("collectionShelf")


def test_a_key_stars_the_question_on_show(person: Person) -> None:
    person.presses("Ctrl+Shift+S")
    person.waits_for(lambda: shelf(person) == {"All questions": "", "Starred": "1"})
    clicks_shelf(person, "Starred")
    person.waits_for(lambda: person.titles == [FEED])
    person.waits_for(lambda: person.text("search") == "is:starred")
    person.presses("Ctrl+Shift+S")
    person.waits_for(lambda: person.titles == [])
    person.waits_for(lambda: not person.sees("collectionShelf"))


def test_a_click_on_a_star_does_not_open_the_question(person: Person) -> None:
    clicks_star(person, RIDGE)
    person.waits_for(lambda: shelf(person).get("Starred") == "1")
    assert person.question == FEED
    assert len(person.titles) == 4


def test_typing_a_name_makes_a_list_and_typing_it_again_takes_off(person: Person) -> None:
    puts_on_list(person, "To repeat")
    person.waits_for(lambda: shelf(person).get("To repeat") == "1")
    clicks_shelf(person, "To repeat")
    person.waits_for(lambda: person.titles == [FEED])
    person.waits_for(lambda: person.text("search") == 'list:"To repeat"')
    puts_on_list(person, "to rep")
    person.waits_for(lambda: shelf(person).get("To repeat") == "0")
    person.waits_for(lambda: person.titles == [])


def test_rows_are_dragged_onto_lists_and_stars(person: Person) -> None:
    puts_on_list(person, "Friday")
    person.waits_for(lambda: shelf(person).get("Friday") == "1")
    drags_to_shelf(person, RIDGE, "Friday")
    person.waits_for(lambda: shelf(person).get("Friday") == "2")
    drags_to_shelf(person, MEDIAN, "Starred")
    person.waits_for(lambda: shelf(person).get("Starred") == "1")
    drags_to_shelf(person, DROPOUT, "All questions")
    clicks_shelf(person, "Friday")
    person.waits_for(lambda: person.titles == [FEED, RIDGE])


def is_on_friday(person: Person, *titles: str) -> None:
    """Put questions on a new list, one after another, and show it."""
    for title in titles:
        person.clicks_row(title)
        person.reads("questionTitle", title)
        puts_on_list(person, "Friday")
    person.waits_for(lambda: shelf(person).get("Friday") == str(len(titles)))
    clicks_shelf(person, "Friday")
    person.waits_for(lambda: person.titles == list(titles))


def test_a_list_keeps_the_order_it_is_given_by_keys(person: Person, room: Room) -> None:
    is_on_friday(person, RIDGE, FEED, DROPOUT)
    person.clicks_row(DROPOUT)
    person.presses("Ctrl+Shift+PgUp")
    person.waits_for(lambda: person.titles == [RIDGE, DROPOUT, FEED])
    person.presses("Ctrl+Shift+PgUp")
    person.waits_for(lambda: person.titles == [DROPOUT, RIDGE, FEED])
    person.presses("Ctrl+Shift+PgDown")
    person.waits_for(lambda: person.titles == [RIDGE, DROPOUT, FEED])
    assert person.chosen_title == DROPOUT
    room.close()
    again = room.open()
    clicks_shelf(again, "Friday")
    again.waits_for(lambda: again.titles == [RIDGE, DROPOUT, FEED])


def test_a_row_is_dragged_to_another_place_of_its_list(person: Person) -> None:
    is_on_friday(person, RIDGE, FEED, DROPOUT)
    view = person.widget(QuestionListView, "questionList")
    moved: list[tuple[str, str]] = []
    view.row_moved.connect(lambda key, before: moved.append((key, before)))
    drags_within(view, 2, above=0)
    person.waits_for(lambda: person.titles == [DROPOUT, RIDGE, FEED])
    drags_within(view, 0, above=3)
    person.waits_for(lambda: person.titles == [RIDGE, FEED, DROPOUT])
    person.chooses("sort", "Title")
    person.waits_for(lambda: person.titles == [FEED, DROPOUT, RIDGE])
    drags_within(view, 2, above=0)
    assert len(moved) == 2


def test_an_empty_list_says_what_to_do(person: Person) -> None:
    is_on_friday(person, RIDGE)
    puts_on_list(person, "Friday")
    person.waits_for(lambda: person.titles == [])
    assert person.text("listEmpty").startswith("This list is empty. Drag questions")
    person.presses("Ctrl+F")
    person.types(" zebra")
    person.waits_for(lambda: person.text("listEmpty").startswith("Nothing matches"))


def test_the_menu_of_a_row_stars_lists_and_surprises(person: Person) -> None:
    puts_on_list(person, "Friday")
    person.waits_for(lambda: "Friday" in shelf(person))
    _, place = row_rect_place(person, MEDIAN)
    asks_for_menu(person, QListView, "questionList", place)
    chooses_in_menu(person, "rowMenu", "Friday")
    person.waits_for(lambda: shelf(person)["Friday"] == "2")
    person.presses("Ctrl+F")
    person.types("shrinkage")
    person.waits_for(lambda: person.titles == [RIDGE])
    asks_for_menu(person, QListView, "questionList", QPoint(60, 20))
    chooses_in_menu(person, "rowMenu", "Surprise me within this")
    person.waits_for(lambda: person.question == RIDGE)


def test_a_renamed_list_is_followed_by_the_query(person: Person, room: Room) -> None:
    puts_on_list(person, "Friday")
    person.waits_for(lambda: "Friday" in shelf(person))
    clicks_shelf(person, "Friday")
    person.waits_for(lambda: person.titles == [FEED])
    room.dialogs.name = "Monday"
    asks_for_menu(person, QTreeWidget, "shelfRows", place_on_shelf(person, "Friday"))
    chooses_in_menu(person, "shelfMenu", "Rename…")
    person.waits_for(lambda: person.text("search") == "list:Monday")
    person.waits_for(lambda: person.titles == [FEED])


def test_deleting_a_list_asks_and_keeps_the_questions(person: Person, room: Room) -> None:
    puts_on_list(person, "Friday")
    person.waits_for(lambda: "Friday" in shelf(person))
    clicks_shelf(person, "Friday")
    person.waits_for(lambda: person.titles == [FEED])
    tree = person.widget(QTreeWidget, "shelfRows")
    QTest.keyClick(tree, Qt.Key.Key_Delete)
    assert "Friday" in shelf(person)
    assert room.dialogs.asked[-1].startswith("Delete the list “Friday”?")
    room.dialogs.agrees = True
    QTest.keyClick(tree, Qt.Key.Key_Delete)
    person.waits_for(lambda: len(person.titles) == 4)
    person.waits_for(lambda: not person.sees("collectionShelf"))


def test_a_search_is_saved_with_its_order(person: Person, room: Room) -> None:
    room.dialogs.name = "Middling"
    person.presses("Ctrl+F")
    person.types("difficulty:medium")
    person.waits_for(lambda: person.titles == [DROPOUT, RIDGE])
    person.presses("Ctrl+Shift+F")
    person.waits_for(lambda: "Middling" in shelf(person))
    clicks_shelf(person, "All questions")
    person.waits_for(lambda: len(person.titles) == 4)
    clicks_shelf(person, "Middling")
    person.waits_for(lambda: person.titles == [DROPOUT, RIDGE])
    person.waits_for(lambda: person.text("search") == "difficulty:medium")


def test_a_name_that_is_taken_is_told_and_changes_nothing(person: Person, room: Room) -> None:
    puts_on_list(person, "Friday")
    person.waits_for(lambda: "Friday" in shelf(person))
    puts_on_list(person, "Monday")
    person.waits_for(lambda: "Monday" in shelf(person))
    room.dialogs.name = "friday"
    asks_for_menu(person, QTreeWidget, "shelfRows", place_on_shelf(person, "Monday"))
    chooses_in_menu(person, "shelfMenu", "Rename…")
    person.waits_for(lambda: person.is_told("“friday” is taken; nothing was changed"))
    assert {"Friday", "Monday"} <= shelf(person).keys()


def test_everything_is_there_after_a_restart(person: Person, room: Room) -> None:
    clicks_star(person, RIDGE)
    person.waits_for(lambda: shelf(person).get("Starred") == "1")
    room.close()
    again = room.open()
    assert shelf(again) == {"All questions": "", "Starred": "1"}
    with JournalReader.open(room.folders.journal) as journal:
        assert len(journal.collections.all().starred) == 1


def test_the_palette_closes_with_escape(person: Person) -> None:
    person.presses("Ctrl+Shift+A")
    person.waits_for(lambda: person.sees("listPalette"))
    QTest.keyClick(person.widget(QDialog, "listPalette"), Qt.Key.Key_Escape)
    person.waits_for(lambda: not person.sees("listPalette"))
    assert shelf(person) == {}
