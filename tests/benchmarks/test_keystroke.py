"""From a key in the middle of an answer to the painted editor, and to the painted preview."""

from statistics import median
from time import perf_counter
from typing import TypeAlias

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPlainTextEdit, QTextEdit, QWidget
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from desktop.controllers.preview_controller import PreviewController
from desktop.controllers.task_runner import TaskRunner
from desktop.settings.folders import find_folders
from desktop.ui.markdown_editor import MarkdownEditor
from desktop.ui.markdown_highlighter import MarkdownHighlighter
from desktop.ui.page.page_view import PageView
from desktop.ui.page.theme_style import page_style
from desktop.ui.theme import Theme, load_theme

KEYS = 30
PATIENCE_S = 20.0
SENTENCE = "The gradient of the penalty **pulls** each weight `w_i` towards zero, or not at all. "

Editor: TypeAlias = MarkdownEditor | QPlainTextEdit


class PaintWatch(QObject):
    """Counts the paint events of the viewport it filters."""

    def __init__(self, view: QTextEdit | QPlainTextEdit) -> None:
        super().__init__(view)
        self.count = 0
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def answer_of(words: int) -> str:
    """Markdown of so many words in paragraphs, lists and headings."""
    paragraph, item = SENTENCE * 4, f"## A step\n\n- {SENTENCE}\n- {SENTENCE}"
    pieces = (item if number % 5 == 0 else paragraph for number in range(words))
    return " ".join("\n\n".join(pieces).split(" ")[:words])


@pytest.fixture
def theme() -> Theme:
    return load_theme(find_folders().resources, is_dark=False)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.setLayout(QHBoxLayout())
    window.resize(1200, 700)
    qtbot.addWidget(window)
    return window


def show_beside(qtbot: QtBot, window: QWidget, *widgets: QWidget) -> None:
    layout = window.layout()
    assert layout is not None
    for widget in widgets:
        layout.addWidget(widget)
    with qtbot.waitExposed(window):
        window.show()


def go_to_the_middle(editor: Editor) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(len(editor.toPlainText()) // 2)
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()


def paint_after_key(qtbot: QtBot, editor: Editor, watch: PaintWatch) -> float:
    """Seconds from one key to the next paint of what is watched."""
    qtbot.wait(1)
    before, begun_s = watch.count, perf_counter()
    QTest.keyClick(editor, Qt.Key.Key_X)
    while watch.count == before:
        assert perf_counter() - begun_s < PATIENCE_S, "nothing was painted"
        QApplication.processEvents()
    return perf_counter() - begun_s


@pytest.mark.parametrize("words", [1_000, 10_000, 50_000])
def test_key_to_editor_painted(
    benchmark: BenchmarkFixture, qtbot: QtBot, window: QWidget, theme: Theme, words: int
) -> None:
    ours, bare, plain = MarkdownEditor(theme, 16), MarkdownEditor(theme, 16), QPlainTextEdit()
    highlighter = MarkdownHighlighter(ours, theme)
    show_beside(qtbot, window, ours, bare, plain)
    ours.set_answer(answer_of(words), 0)
    bare.set_answer(answer_of(words), 0)
    plain.setPlainText(answer_of(words))
    qtbot.waitUntil(lambda: highlighter.is_idle)
    watches: dict[Editor, PaintWatch] = {one: PaintWatch(one) for one in (ours, bare, plain)}
    taken_s: dict[Editor, list[float]] = {one: [] for one in watches}
    for editor in watches:
        go_to_the_middle(editor)

    def one_key_in_each() -> None:
        for editor, watch in watches.items():
            taken_s[editor].append(paint_after_key(qtbot, editor, watch))

    benchmark.pedantic(one_key_in_each, rounds=KEYS, warmup_rounds=2)  # type: ignore[no-untyped-call]  # the plugin has no types
    benchmark.extra_info.update(
        words=words,
        plain_ms=round(1000 * median(taken_s[plain]), 2),
        without_colours_ms=round(1000 * median(taken_s[bare]), 2),
        ours_ms=round(1000 * median(taken_s[ours]), 2),
        ours_worst_ms=round(1000 * max(taken_s[ours]), 2),
    )
    print("\n", benchmark.extra_info)  # noqa: T201 - what the benchmark is run for


@pytest.mark.parametrize("words", [1_000, 10_000])
def test_key_to_preview_painted(
    benchmark: BenchmarkFixture, qtbot: QtBot, window: QWidget, theme: Theme, words: int
) -> None:
    editor, view = MarkdownEditor(theme, 16), PageView(page_style(theme))
    show_beside(qtbot, window, editor, view)
    editor.set_answer(answer_of(words), 0)
    go_to_the_middle(editor)
    runner = TaskRunner()
    preview = PreviewController(runner)
    preview.set_source(editor.toPlainText)
    preview.page_rendered.connect(view.update_page)
    preview.page_rendered.connect(view.viewport().update)
    editor.edited.connect(preview.note_change)
    watch = PaintWatch(view)
    taken_s: list[float] = []

    def one_key() -> None:
        with qtbot.waitSignal(preview.page_rendered, timeout=round(1000 * PATIENCE_S)):
            begun_s = perf_counter()
            QTest.keyClick(editor, Qt.Key.Key_X)
        before = watch.count
        while watch.count == before:
            assert perf_counter() - begun_s < PATIENCE_S, "nothing was painted"
            QApplication.processEvents()
        taken_s.append(perf_counter() - begun_s)

    benchmark.pedantic(one_key, rounds=10, warmup_rounds=1)  # type: ignore[no-untyped-call]  # the plugin has no types
    benchmark.extra_info.update(words=words, preview_ms=round(1000 * median(taken_s), 1))
    print("\n", benchmark.extra_info)  # noqa: T201 - what the benchmark is run for
    qtbot.waitUntil(lambda: runner.is_idle)
    runner.close()
