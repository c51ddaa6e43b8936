"""From a file of many questions to the list, and back again."""

from pathlib import Path

import pytest
from anki_samples import deck_file, zipped
from person import Person
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QTreeView
from room import Room

from desktop.ui.main_window import MainWindow

CARDS = "left,right,tags\nA penalty,What is lasso?,norms\nA product,What is a kernel?,kernels\n"
LASSO, KERNEL = "What is lasso?", "What is a kernel?"


@pytest.fixture
def cards(tmp_path: Path) -> Path:
    path = tmp_path / "cards.csv"
    path.write_text(CARDS, encoding="utf-8")
    return path


def listed(person: Person) -> list[tuple[str, str]]:
    """The choice and the title in each row of the dialog."""
    if not person.sees("importBatchList"):
        return []
    model = person.widget(QTreeView, "importBatchList").model()
    return [
        (model.index(row, 0).data(), model.index(row, 1).data()) for row in range(model.rowCount())
    ]


def own_files(room: Room) -> list[str]:
    return sorted(path.name for path in room.folders.own_questions.glob("*.md"))


def drop(path: Path) -> None:
    window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(QPoint(9, 9), copy, data, left, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), copy, data, left, none))


def test_a_table_is_mapped_imported_and_taken_back(room: Room, cards: Path) -> None:
    room.dialogs.file = cards
    person = room.open()
    person.presses("Ctrl+Alt+I")
    person.waits_for(lambda: listed(person) == [("Keep", "A penalty"), ("Keep", "A product")])

    person.chooses("importColumnPrompt", "right")
    person.waits_for(lambda: [title for _, title in listed(person)] == [LASSO, KERNEL])
    person.chooses("importColumnAnswer", "left")
    person.waits_for(lambda: "A penalty" in person.text("importBatchPage"))

    person.clicks("importBatchSkip")
    assert listed(person) == [("Skip", LASSO), ("Keep", KERNEL)]
    person.clicks("importBatchKeep")
    person.clicks("importBatchImport")
    person.waits_for(lambda: LASSO in person.titles and KERNEL in person.titles)
    assert person.text("bannerText") == "2 imported from cards.csv."
    assert not person.sees("importBatchDialog")

    person.clicks("bannerAnswerUndo")
    person.waits_for(lambda: LASSO not in person.titles and KERNEL not in person.titles)
    assert own_files(room) == []


def test_an_import_is_taken_back_after_a_restart(room: Room, cards: Path) -> None:
    room.dialogs.file = cards
    person = room.open()
    person.presses("Ctrl+Alt+I")
    person.waits_for(lambda: listed(person) == [("Keep", "A penalty"), ("Keep", "A product")])
    person.presses("Ctrl+Return")
    person.waits_for(lambda: "A penalty" in person.titles)
    room.close()
    person = room.open()
    person.waits_for(lambda: "A penalty" in person.titles)
    person.presses("Ctrl+Alt+Z")
    person.waits_for(lambda: "A penalty" not in person.titles)
    assert "2 removed" in person.text("bannerText")
    person.presses("Ctrl+Alt+Z")
    person.reads("bannerText", "There is no import to take back.")


def test_a_deck_is_dropped_on_the_window(room: Room, tmp_path: Path) -> None:
    deck = tmp_path / "ml.apkg"
    deck.write_bytes(deck_file())
    person = room.open()
    drop(deck)
    person.waits_for(lambda: len(listed(person)) == 2)
    assert person.text("importBatchSummary") == "ml.apkg · Anki deck · 2 questions"


def test_a_folder_with_a_question_that_is_there_already(room: Room, tmp_path: Path) -> None:
    shipped = next(room.folders.shipped_questions.glob("ridge*.md"))
    folder = tmp_path / "pack"
    folder.mkdir()
    (folder / shipped.name).write_bytes(shipped.read_bytes())
    (folder / "dropout-at-test-time.md").write_text("---\ntitle: Mine\n---\n\nWhy?\n")
    room.dialogs.folder = folder
    person = room.open()
    person.presses("Ctrl+Alt+O")
    person.waits_for(lambda: len(listed(person)) == 2)
    assert [choice for choice, _ in listed(person)] == ["Keep", "Skip"]

    person.clicks("importBatchReplace")
    person.clicks("importBatchImport")
    person.waits_for(lambda: "Mine" in person.titles)
    assert own_files(room) == ["dropout-at-test-time.md"]


def test_what_cannot_be_read_is_told(room: Room, tmp_path: Path) -> None:
    bad = tmp_path / "pack.zip"
    bad.write_bytes(zipped({"picture.png": b"x"}))
    room.dialogs.file = bad
    person = room.open()
    person.presses("Ctrl+Alt+I")
    person.waits_for(lambda: person.sees("bannerText"))
    assert "No question was found in pack.zip" in person.text("bannerText")


def test_many_questions_in_a_file_opened_as_a_page(room: Room, cards: Path) -> None:
    room.dialogs.file = cards
    person = room.open()
    person.presses("Ctrl+Shift+I")
    person.clicks("importOpen")
    person.waits_for(lambda: len(listed(person)) == 2)
    assert not person.sees("importDialog")


def test_a_pasted_list_is_imported_as_many(room: Room) -> None:
    QGuiApplication.clipboard().setText(f"- {LASSO}\n- {KERNEL}\n- Explain dropout\n")
    person = room.open()
    person.presses("Ctrl+Shift+I")
    person.clicks_into("importSource")
    person.presses("Ctrl+V")
    person.clicks("importAll")
    person.waits_for(lambda: len(listed(person)) == 3)
    assert person.text("importBatchSummary") == "pasted text · List of questions · 3 questions"
    person.clicks("importBatchImport")
    person.waits_for(lambda: "Explain dropout" in person.titles)
