"""From a key in the middle of an answer to the painted editor, and to the painted preview.

In the real window, whose journal saves meanwhile. Beside it, key by key in turn, something by
which the machine's own speed is known: a plain editor, and a browser that is given ready HTML.
"""

import gc
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextBrowser, QTextEdit
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot
from room import Room
from sample_answer import answer_of

from desktop.rendering.page_html import page_to_html
from desktop.rendering.render_page import render_markdown

KEYS = 20
PATIENCE_S = 30.0
QUIET_MS = 1_500
"""Without a change to the preview, all formulas are there."""

MOST_OF_READY_HTML = {1_000: 1.0, 10_000: 0.4, 50_000: 0.2}
"""By words, what the preview of a key may take of the time for showing ready HTML."""


class Watch(QObject):
    """Sees when a view has painted its newest text."""

    def __init__(self, view: QTextEdit | QPlainTextEdit) -> None:
        super().__init__(view)
        self._is_changed = False
        self._painted_s = 0.0
        self._view = view
        view.document().contentsChanged.connect(self._note_change)
        view.viewport().installEventFilter(self)

    def begin(self) -> None:
        self._is_changed = False
        self._painted_s = 0.0

    def wait(self) -> float:
        """The moment at which the view has painted what changed since the beginning."""
        begun_s = perf_counter()
        self._view.viewport().update()
        while not self._painted_s:
            assert perf_counter() - begun_s < PATIENCE_S, "nothing was painted"
            QApplication.processEvents()
        return self._painted_s

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Paint or not self._is_changed or self._painted_s:
            return False
        self._view.viewportEvent(event)
        self._painted_s = perf_counter()
        return True

    def _note_change(self) -> None:
        self._is_changed = True


class Desk:
    """The real window with an answer of so many words, and the views it is measured beside."""

    def __init__(self, qtbot: QtBot, app: QApplication, folder: Path, words: int) -> None:
        text = answer_of(words)
        self._ready_html = page_to_html(render_markdown(text))
        self.plain, self._browser = QPlainTextEdit(text), QTextBrowser()
        qtbot.addWidget(self.plain)
        qtbot.addWidget(self._browser)
        self.room = Room(qtbot, app, folder)
        person = self.room.open()
        person.waits_for(lambda: bool(person.question))
        person.clicks_into("editor")
        person.types("x")
        person.waits_for(lambda: person.sees("preview"))
        self.editor = person.widget(QTextEdit, "editor")
        self.preview = person.widget(QTextBrowser, "preview")
        self.editor.selectAll()
        self.editor.insertPlainText(text)
        self._wait_for_formulas(qtbot)
        for beside in (self.plain, self._browser):
            beside.resize(self.preview.size())
            with qtbot.waitExposed(beside):
                beside.show()
        for editor in (self.editor, self.plain):
            cursor = editor.textCursor()
            cursor.setPosition(text.index("Plain words", len(text) // 2) + 6)
            editor.setTextCursor(cursor)
            editor.ensureCursorVisible()
        views = (self.editor, self.preview, self.plain, self._browser)
        self._watches: dict[QObject, Watch] = {view: Watch(view) for view in views}

    def key_to_paint(
        self, editor: QTextEdit | QPlainTextEdit, view: QTextEdit | QPlainTextEdit
    ) -> float:
        """Seconds from a key in an editor until a view has painted it."""
        return self._time(lambda: QTest.keyClick(editor, Qt.Key.Key_X), view)

    def html_to_paint(self) -> float:
        """Seconds for showing ready HTML of the whole text."""
        return self._time(self._show_html, self._browser)

    def _show_html(self) -> None:
        self._browser.setHtml(self._ready_html)
        # Qt would lay the end of it out beside what is measured next.
        self._browser.document().size()

    def _time(self, act: Callable[[], object], view: QTextEdit | QPlainTextEdit) -> float:
        QTest.qWait(50)
        watch = self._watches[view]
        watch.begin()
        begun_s = perf_counter()
        act()
        return watch.wait() - begun_s

    def _wait_for_formulas(self, qtbot: QtBot) -> None:
        changed_s = perf_counter()

        def note() -> None:
            nonlocal changed_s
            changed_s = perf_counter()

        self.preview.document().contentsChanged.connect(note)
        qtbot.waitUntil(
            lambda: perf_counter() - changed_s > QUIET_MS / 1000, timeout=1000 * int(PATIENCE_S)
        )
        self.preview.document().contentsChanged.disconnect(note)


@pytest.mark.parametrize("words", MOST_OF_READY_HTML)
def test_key_to_paint(
    benchmark: BenchmarkFixture, qtbot: QtBot, qapp: QApplication, tmp_path: Path, words: int
) -> None:
    desk = Desk(qtbot, qapp, tmp_path / "room", words)
    plain_s: list[float] = []
    editor_s: list[float] = []
    html_s: list[float] = []
    preview_s: list[float] = []

    def one_key_in_each() -> None:
        plain_s.append(desk.key_to_paint(desk.plain, desk.plain))
        editor_s.append(desk.key_to_paint(desk.editor, desk.editor))
        html_s.append(desk.html_to_paint())
        preview_s.append(desk.key_to_paint(desk.editor, desk.preview))

    gc.collect()
    gc.freeze()  # as the app does after its first paint
    benchmark.pedantic(one_key_in_each, rounds=KEYS, warmup_rounds=2)  # type: ignore[no-untyped-call]  # the plugin has no types
    share = median(ours / html for ours, html in zip(preview_s, html_s, strict=True))
    benchmark.extra_info.update(
        words=words,
        plain_editor_ms=_ms(median(plain_s)),
        editor_ms=_ms(median(editor_s)),
        editor_worst_ms=_ms(max(editor_s)),
        ready_html_ms=_ms(median(html_s)),
        preview_ms=_ms(median(preview_s)),
        preview_worst_ms=_ms(max(preview_s)),
        editor_of_plain=round(median(a / b for a, b in zip(editor_s, plain_s, strict=True)), 2),
        preview_of_ready_html=round(share, 3),
    )
    print("\n", benchmark.extra_info)  # noqa: T201 - what the benchmark is run for
    gc.unfreeze()
    desk.room.close()
    assert share <= MOST_OF_READY_HTML[words]


def _ms(seconds: float) -> float:
    return round(1000 * seconds, 1)
