import pytest
from person import Person
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollBar, QTextBrowser, QTextEdit
from room import Room

HOSTILE = {
    "a line of 1 MB": "word " * 200_000,
    "a word of 1 MB": "x" * 1_000_000,
    "10,000 nested quotes": ">" * 10_000 + " deep",
    "a formula of 100 kB": "$" + "x" * 100_000 + "$",
    "a display of 100 kB": "$$\n" + "x+" * 50_000 + "\n$$",
    "a table of 500 columns": "|a" * 500 + "|\n" + "|-" * 500 + "|\n" + "|b" * 500 + "|",
}


EDGE_PX = 40
"""The cursor at an end of the text leaves some air out of sight."""


@pytest.fixture
def person(room: Room) -> Person:
    """Somebody whose preview shows one word."""
    person = room.open()
    person.waits_for(lambda: bool(person.question))
    person.clicks_into("editor")
    person.types("Beginning")
    person.waits_for(lambda: person.sees("preview") and "Beginning" in shown(person))
    return person


def shown(person: Person) -> str:
    return person.widget(QTextBrowser, "preview").toPlainText()


def paste(person: Person, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    person.presses("Ctrl+A", "Ctrl+V")


def page_bar(person: Person) -> QScrollBar:
    return person.widget(QTextBrowser, "preview").verticalScrollBar()


def test_preview_follows_each_key(person: Person) -> None:
    for key in " of":
        person.types(key)
        person.waits_for(lambda: person.answer.strip() == shown(person).strip())


@pytest.mark.parametrize("name", HOSTILE)
def test_window_outlives(person: Person, name: str) -> None:
    paste(person, HOSTILE[name])
    person.waits_for(lambda: "plain text" in shown(person))
    assert len(shown(person)) < 25_000
    person.presses("Ctrl+A")
    person.types("Still here")
    person.waits_for(lambda: "Still here" in shown(person))


def test_html_is_text_and_nothing_is_fetched(person: Person) -> None:
    paste(person, '<b onclick="x()">raw</b> <img src="file:///etc/passwd"> ![x](/etc/passwd)')
    person.waits_for(lambda: '<b onclick="x()">raw</b>' in shown(person))
    assert "<img src" in shown(person)
    preview = person.widget(QTextBrowser, "preview")
    formats = [
        text_format
        for text_format in preview.document().allFormats()
        if text_format.isImageFormat()
    ]
    assert formats == []
    kind = QTextDocument.ResourceType.ImageResource.value
    assert preview.loadResource(kind, "file:///etc/passwd") is None


def test_only_web_and_mail_addresses_are_links(person: Person) -> None:
    paste(person, "[a](javascript:alert(1)) [b](file:///etc/passwd) [c](https://example.org)")
    person.waits_for(lambda: "c" in shown(person))
    document = person.widget(QTextBrowser, "preview").document()
    links = [one.toCharFormat().anchorHref() for one in document.allFormats()]
    assert [link for link in links if link] == ["https://example.org"]


def test_editor_and_preview_scroll_together_until_told_otherwise(person: Person) -> None:
    paste(person, "\n\n".join(f"Paragraph {number} of the answer" for number in range(200)))
    person.waits_for(lambda: "Paragraph 199" in shown(person))
    person.presses("Ctrl+Home")
    assert is_at_top(page_bar(person))
    person.presses("Ctrl+End")
    assert is_at_end(page_bar(person))
    person.presses("Ctrl+Shift+Y", "Ctrl+Home")
    assert is_at_end(page_bar(person))
    QTest.keyClick(person.widget(QTextBrowser, "preview"), Qt.Key.Key_PageUp)
    assert is_at_top(person.widget(QTextEdit, "editor").verticalScrollBar())
    person.presses("Ctrl+Shift+Y")
    assert is_at_top(page_bar(person))


def is_at_top(bar: QScrollBar) -> bool:
    return bar.value() < EDGE_PX


def is_at_end(bar: QScrollBar) -> bool:
    return bar.value() > bar.maximum() - EDGE_PX
