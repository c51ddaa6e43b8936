"""From a key in the search field to the painted page of results, beside a bare table's repaint."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from statistics import median, quantiles
from string import ascii_lowercase
from time import perf_counter

import pytest
from fake_clock import FakeClock
from make_bank import make_questions
from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView, QTableView
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from desktop.controllers.browse_controller import BrowseController
from desktop.controllers.completion_controller import CompletionController
from desktop.controllers.task_runner import TaskRunner
from desktop.domain.question import Question
from desktop.search.index import open_index
from desktop.search.index_writer import IndexWriter
from desktop.search.indexed_document import FileStamp, IndexedDocument
from desktop.services.found_page import FoundPage, FoundSummary
from desktop.services.library import build_library
from desktop.settings.folders import Folders, find_folders
from desktop.ui.browser_pane import BrowserPane
from desktop.ui.icons import Icons
from desktop.ui.theme import load_theme

BATCH = 500
BETWEEN_KEYS_MS = 40
"""A quick typist; what follows a page has not ended by then in a large bank."""

WORDS = ("regularization", "why ridge", "bootstrap interval", "the loss", "design a service")
TYPED = {"letters": tuple(ascii_lowercase), "words": WORDS}
PANE_PX = (300, 740)
PATIENCE_MS = 20_000
COLUMNS = 4


@pytest.fixture(
    scope="module",
    params=[10_000, pytest.param(100_000, marks=pytest.mark.slow)],
    ids=lambda count: f"{count} questions",
)
def folders(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Folders:
    """The folders of a room whose index holds a large bank."""
    folders = find_folders(tmp_path_factory.mktemp("large"))
    index = open_index(folders.index)
    connection = index.connect()
    questions = make_questions(request.param, seed=7)
    writer = IndexWriter(connection)
    while batch := [indexed(question) for question in islice(questions, BATCH)]:
        writer.replace(batch)
    connection.close()
    index.note_complete()
    return folders


def indexed(question: Question) -> IndexedDocument:
    return IndexedDocument(
        key=question.id,
        stamp=FileStamp(str(Path("bank") / question.id), 1, 1),
        digest=question.id,
        title=question.title,
        prompt=question.prompt,
        category=question.category,
        topics=question.topics,
        difficulty=question.difficulty,
        rounds=question.rounds,
        roles=question.roles,
        minutes=question.minutes,
        companies=question.companies,
        pack="mine",
        parts={part.value: text for part, text in question.parts.items()},
    )


class Desk(QObject):
    """The browser pane over its controller, connected as in the window; times its paints."""

    def __init__(self, folders: Folders) -> None:
        super().__init__()
        theme = load_theme(folders.resources, is_dark=False)
        self.pane = BrowserPane(theme, Icons(folders.resources / "icons", "#555", "#999"))
        self.runner = TaskRunner(self)
        library = build_library(folders, FakeClock().now, lambda: 0.0)
        self.browse = BrowseController(lambda: library, self.runner, "relevance", parent=self)
        completing = CompletionController(lambda: library, self.runner, self)
        self.pane.query_edited.connect(self.browse.search)
        self.pane.more_requested.connect(self.browse.load_more)
        self.pane.completion_requested.connect(completing.complete)
        completing.offer_found.connect(self.pane.show_offer)
        self.browse.first_page_found.connect(self._show_page)
        self.browse.matches_found.connect(self.pane.show_matches)
        self.browse.summary_found.connect(self._show_summary)
        (self.field,) = self.pane.findChildren(QLineEdit, "search")
        (view,) = self.pane.findChildren(QListView, "questionList")
        view.model().modelReset.connect(self._note_reset)
        view.viewport().installEventFilter(self)
        self._is_due = False
        self._painted = QEventLoop(self)
        self._idle = QEventLoop(self)
        self.runner.became_idle.connect(self._idle.quit)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._is_due:
            self._is_due = False
            self._painted.quit()
        return False

    def ms_to_paint(self, letter: str) -> float:
        """Milliseconds from a key to the first paint of what it finds."""
        patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        patience.timeout.connect(self._give_up)
        begun_s = perf_counter()
        QTest.keyClicks(self.field, letter)
        patience.start()
        self._painted.exec()
        taken_ms = 1000 * (perf_counter() - begun_s)
        assert patience.isActive(), "nothing was painted"
        patience.stop()
        return taken_ms

    def pause(self) -> None:
        """Let what follows a page go on for as long as there is between two keys."""
        between = QEventLoop(self)
        QTimer.singleShot(BETWEEN_KEYS_MS, between.quit)
        between.exec()

    def start_over(self) -> None:
        """Empty the field and wait until nothing is searched any more."""
        self.field.clear()
        self.browse.search("")
        self._painted.exec()
        self.pause()
        while not self.runner.is_idle:
            self._idle.exec()

    def _show_page(self, page: FoundPage) -> None:
        self._has_new_rows = False
        self.pane.show_rows(
            page.rows, has_more=page.has_more, is_new_search=self.browse.is_new_search
        )
        self.pane.show_mistakes(self.browse.query, page.mistakes)
        self.pane.show_order(page.sort, page.grouping)
        self._is_due = True
        if not page.rows or not self._has_new_rows:
            self._is_due = False
            QTimer.singleShot(0, self._painted.quit)

    def _show_summary(self, summary: FoundSummary) -> None:
        self.pane.show_count(f"{summary.count:,} questions")
        self.pane.show_facets(summary.facets, summary.chosen)
        self.pane.show_mistakes(self.browse.query, summary.mistakes)

    def _note_reset(self) -> None:
        self._has_new_rows = True

    def _give_up(self) -> None:
        self._painted.quit()


@pytest.fixture
def desk(qtbot: QtBot, folders: Folders) -> Iterator[Desk]:
    desk = Desk(folders)
    desk.pane.resize(*PANE_PX)
    qtbot.addWidget(desk.pane)
    with qtbot.waitActive(desk.pane):
        desk.pane.show()
        desk.pane.activateWindow()
    desk.field.setFocus()
    desk.start_over()
    yield desk
    desk.runner.close()


class BareTable:
    """A table of plain texts, as large as the pane."""

    def __init__(self, qtbot: QtBot) -> None:
        self._table = QTableView()
        self._table.resize(*PANE_PX)
        qtbot.addWidget(self._table)
        with qtbot.waitExposed(self._table):
            self._table.show()
        self._models = [_bare_model(one) for one in "ab"]

    def ms_to_paint(self) -> float:
        """Milliseconds to show and paint another model."""
        begun_s = perf_counter()
        self._models.reverse()
        self._table.setModel(self._models[0])
        self._table.repaint()
        self._table.viewport().repaint()
        return 1000 * (perf_counter() - begun_s)


def _bare_model(name: str) -> QStandardItemModel:
    model = QStandardItemModel(50, COLUMNS)
    for row in range(50):
        for column in range(COLUMNS):
            model.setItem(row, column, QStandardItem(f"{name} row {row}, {column}"))
    return model


@pytest.mark.parametrize("kind", TYPED)
def test_key_to_results_painted(
    benchmark: BenchmarkFixture, qtbot: QtBot, desk: Desk, kind: str
) -> None:
    table = BareTable(qtbot)
    ours_ms: list[float] = []
    bare_ms: list[float] = []

    def type_all() -> None:
        for text in TYPED[kind]:
            desk.start_over()
            for letter in text:
                bare_ms.append(table.ms_to_paint())
                desk.field.setFocus()
                ours_ms.append(desk.ms_to_paint(letter))
                desk.pause()

    benchmark.pedantic(type_all, rounds=3, warmup_rounds=1)  # type: ignore[no-untyped-call]  # the plugin has no types
    benchmark.extra_info.update(
        keys=len(ours_ms),
        median_ms=round(median(ours_ms), 2),
        p95_ms=round(quantiles(ours_ms, n=20)[-1], 2),
        worst_ms=round(max(ours_ms), 2),
        bare_p95_ms=round(quantiles(bare_ms, n=20)[-1], 2),
        bare_median_ms=round(median(bare_ms), 2),
        ratio=round(median(ours_ms) / median(bare_ms), 2),
    )
    print("\n", benchmark.extra_info)  # noqa: T201 - what the benchmark is run for
