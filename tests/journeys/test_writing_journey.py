"""Writing with lists, pairs, formats and pasted things, in the real window."""

from collections.abc import Iterator

import pytest
from person import Person
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QCheckBox, QTextEdit, QToolButton
from room import Room

KEY = "ridge-as-shrinkage"


@pytest.fixture
def person(room: Room) -> Iterator[Person]:
    """Somebody with the caret in an empty answer."""
    person = room.open()
    person.waits_for(lambda: len(person.titles) == 4)
    person.clicks_row("Ridge as shrinkage")
    person.waits_for(lambda: person.question == "Ridge as shrinkage")
    person.waits_for(lambda: len(person.folds) > 0)
    person.presses("Ctrl+T")
    person.waits_for(lambda: person.has_keys("editor"))
    yield person
    QGuiApplication.clipboard().clear()


def test_a_list_is_written_with_enter_and_tab_only(person: Person) -> None:
    person.types("1. one\ntwo\n")
    person.presses("Tab")
    person.types("inner\n")
    person.presses("Shift+Tab")
    person.types("three\n\nend (so)")
    assert person.answer == "1. one\n2. two\n   1. inner\n3. three\nend (so)"
    assert person.has_keys("editor")


@pytest.mark.parametrize(
    ("keys", "typed", "text"),
    [
        (("Ctrl+B",), "x", "**x**"),
        (("Ctrl+I",), "x", "*x*"),
        (("Ctrl+`",), "x", "`x`"),
        (("Ctrl+M",), "x", "$x$"),
        (("Ctrl+K",), "x", "[x]()"),
        (("Ctrl+Shift+8",), "x", "- x"),
        (("Ctrl+Shift+7",), "x", "1. x"),
        (("Ctrl+Shift+9",), "x", "- [ ] x"),
        (("Ctrl+Shift+.",), "x", "> x"),
        (("Ctrl+Shift+`",), "x", "```\nx\n```"),
        (("Alt+Shift+Left",), "x", "## x"),
        (("Alt+Shift+Right",), "x", "###### x"),
        (("Ctrl+Shift+T",), "x", "| x | Column 2 | Column 3 |\n| --- | --- | --- |\n|  |  |  |"),
    ],
)
def test_formats_have_keys(person: Person, keys: tuple[str], typed: str, text: str) -> None:
    person.presses(*keys)
    person.types(typed)
    assert person.answer == text


def test_pasting_plain_has_a_key(person: Person) -> None:
    QGuiApplication.clipboard().setText("a\tb\n1\t2")
    person.presses("Ctrl+Shift+V")
    assert person.answer == "a\tb\n1\t2"


def test_lines_move_and_are_doubled_and_deleted(person: Person) -> None:
    person.types("one\ntwo")
    person.presses("Alt+Shift+Up")
    assert person.answer == "two\none"
    person.presses("Alt+Shift+Down", "Ctrl+D")
    assert person.answer == "one\ntwo\ntwo"
    person.presses("Ctrl+Shift+K")
    assert person.answer == "one\ntwo"
    person.presses("Ctrl+Z")
    assert person.answer == "one\ntwo\ntwo"


def test_the_bar_formats_and_keeps_the_focus_in_the_text(person: Person) -> None:
    person.types("so ")
    person.clicks("boldButton")
    person.types("bold")
    assert person.answer == "so **bold**"
    assert person.has_keys("editor")
    button = person.widget(QToolButton, "boldButton")
    assert (button.toolTip(), button.accessibleName()) == ("Bold (Ctrl+B)", "Bold")


def test_the_bar_can_be_hidden_for_good(room: Room, person: Person) -> None:
    assert person.sees("formatBar")
    person.presses("Ctrl+Shift+B")
    assert not person.sees("formatBar")
    room.close()
    again = room.open()
    assert not again.sees("formatBar")
    again.presses("Ctrl+Shift+B")
    assert again.sees("formatBar")


def test_pairs_are_a_setting(room: Room, person: Person) -> None:
    person.types("f(")
    assert person.answer == "f()"
    person.presses("Ctrl+,")
    name = "setting_pair_brackets_and_marks"
    person.waits_for(lambda: person.sees(name))
    person.widget(QCheckBox, name).click()
    person.presses("Esc")
    person.waits_for(lambda: not person.sees("settingsDialog"))
    room.close()
    again = room.open()
    again.waits_for(lambda: again.has_keys("editor"))
    again.types("g(")
    assert again.answer == "f(g()"


def test_formats_rest_while_a_seal_can_be_undone_and_undo_survives_it(person: Person) -> None:
    person.types("one")
    person.presses("Ctrl+B")
    person.types("two")
    person.presses("Ctrl+Return")
    assert person.is_told("you can take it back")
    person.presses("Ctrl+B", "Ctrl+D", "Ctrl+Z")
    assert person.answer == "one**two**"
    assert not person.can_click("boldButton")
    person.presses("Ctrl+Shift+Return", "Ctrl+Z", "Ctrl+Z")
    assert person.answer == "one"
    person.presses("Ctrl+Shift+Z", "Ctrl+Shift+Z")
    assert person.answer == "one**two**"


def test_formats_leave_the_next_draft_alone_while_an_attempt_is_shown(
    room: Room, person: Person
) -> None:
    person.types("sealed")
    person.presses("Ctrl+Return")
    person.clicks("bannerAnswerSealnow")
    person.waits_for(lambda: person.sees("comparePane"))
    person.presses("Ctrl+B", "Ctrl+Shift+8")
    person.clicks("rewriteButton")
    assert person.answer == ""
    assert room.draft(KEY) is None


def test_a_pasted_picture_is_shown_sealed_and_exported(room: Room, person: Person) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor(Qt.GlobalColor.red))
    data = QMimeData()
    data.setImageData(image)
    QGuiApplication.clipboard().setMimeData(data)
    person.types("See ")
    person.presses("Ctrl+V")
    person.waits_for(lambda: ".png)" in person.answer)
    (file,) = (room.folders.data / "images" / KEY).iterdir()
    assert person.answer == f"See ![](images/{KEY}/{file.name})"
    assert QImage(str(file)).size() == image.size()
    person.waits_for(lambda: shows_picture(person, "preview"))
    room.close()
    person = room.open()
    person.waits_for(lambda: shows_picture(person, "preview"))

    person.waits_for(lambda: len(person.folds) > 0)
    room.dialogs.folder = room.folders.data / "out"
    person.presses("Ctrl+Return")
    person.clicks("bannerAnswerSealnow")
    person.waits_for(lambda: person.sees("sealedText") and shows_picture(person, "sealedText"))
    person.presses("Ctrl+Shift+E")
    person.waits_for((room.folders.data / "out/images" / KEY / file.name).exists)


def test_a_picture_that_cannot_be_written_is_told_and_nothing_is_lost(
    room: Room, person: Person
) -> None:
    (room.folders.data / "images").write_text("in the way", encoding="utf-8")
    data = QMimeData()
    data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    QGuiApplication.clipboard().setMimeData(data)
    person.types("See ")
    person.presses("Ctrl+V")
    person.waits_for(lambda: person.is_told("could not be written"))
    assert person.answer == "See "


def test_a_copied_picture_file_is_kept_as_a_picture(room: Room, person: Person) -> None:
    picture = room.folders.data / "holiday.bmp"
    assert QImage(6, 4, QImage.Format.Format_RGB32).save(str(picture))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(picture))])
    QGuiApplication.clipboard().setMimeData(data)
    person.presses("Ctrl+V")
    person.waits_for(lambda: ".png)" in person.answer)
    (kept,) = (room.folders.data / "images" / KEY).iterdir()
    assert QImage(str(kept)).width() == 6


def shows_picture(person: Person, name: str) -> bool:
    """Whether a page holds an object, which in these texts can only be a picture."""
    page = person.finds(QTextEdit, name)
    return bool(page) and "\ufffc" in page[0].toPlainText()
