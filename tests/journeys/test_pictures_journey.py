"""Pictures beside a question file, wherever the question is shown."""

from pathlib import Path

import pytest
from person import Person
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QTextEdit
from room import Room

TITLE = "A curve to read"
QUESTION = f"""\
---
title: {TITLE}
---

What does ![the curve](curve.png) say?

## Why it is asked

Look at ![the curve](curve.png) and ![another](../other.png).
"""


@pytest.fixture
def person(room: Room) -> Person:
    """Somebody before a question with a picture."""
    folder = room.folders.own_questions
    folder.mkdir(parents=True)
    (folder / "a-curve.md").write_text(QUESTION, encoding="utf-8")
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    assert image.save(str(folder / "curve.png"))
    assert image.save(str(folder.parent / "other.png"))
    person = room.open()
    person.waits_for(lambda: TITLE in person.titles)
    person.clicks_row(TITLE)
    person.waits_for(lambda: person.question == TITLE and len(person.folds) > 0)
    return person


def pictures(person: Person, name: str) -> int:
    page = person.finds(QTextEdit, name)
    return page[0].toPlainText().count("\ufffc") if page else 0


def test_prompt_parts_and_strip_show_the_picture(room: Room, person: Person) -> None:
    assert pictures(person, "prompt") == 1
    person.clicks("foldHeaderWHY")
    person.waits_for(lambda: pictures(person, "partWHY") == 1)
    assert person.text("partWHY").endswith(" and another.")
    person.presses("F11")
    assert pictures(person, "stripPrompt") == 1
    room.close()
    again = room.open()
    again.waits_for(lambda: pictures(again, "prompt") == 1)


def test_the_picture_is_printed(room: Room, person: Person, tmp_path: Path) -> None:
    room.dialogs.new_file = tmp_path / "curve.pdf"
    person.presses("Ctrl+Alt+P")
    person.waits_for(lambda: person.sees("printDialog"))
    person.presses("Return")
    person.waits_for(lambda: person.is_told("Saved as curve.pdf."))
    assert (tmp_path / "curve.pdf").read_bytes().count(b"/Subtype /Image") == 1
