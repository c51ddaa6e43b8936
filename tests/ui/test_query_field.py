"""Typing a query into the pane, over a real index."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from fake_clock import FakeClock
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QListWidget, QWidget
from pytestqt.qtbot import QtBot
from sample_index import SampleIndex, document

from desktop.controllers.browse_controller import BrowseController
from desktop.controllers.completion_controller import CompletionController
from desktop.controllers.task_runner import TaskRunner
from desktop.search.indexed_document import IndexedDocument
from desktop.services.found_matches import FoundMatch
from desktop.services.found_page import FoundPage, FoundSummary
from desktop.services.library import build_library
from desktop.settings.folders import find_folders
from desktop.ui.browser_pane import BrowserPane
from desktop.ui.icons import Icons
from desktop.ui.order_bar import BEST_MATCH
from desktop.ui.question_row_delegate import ROW_HEIGHT_PX
from desktop.ui.question_rows import MATCH_ROLE
from desktop.ui.theme import load_theme

SAMPLE_ANSWER = {"Sample answer": "The penalty pulls weights to zero; this is shrinkage at work."}


def bank() -> list[IndexedDocument]:
    return [
        document("ridge", "Ridge as a prior", topics=("regularization",), parts=SAMPLE_ANSWER),
        document("lasso", "Lasso and shrinkage", topics=("regularization", "lasso")),
        document("cpp", "A C++ inner loop", topics=("performance",), difficulty="hard"),
        document("norm", "Why the ℓ1 norm", prompt="Café or cafe?", difficulty="easy"),
        document("chinese", "梯度下降的收敛"),
        document("arabic", "الانحدار الخطي"),
    ]


Widget = TypeVar("Widget", bound=QWidget)


def child(pane: BrowserPane, kind: type[Widget], name: str) -> Widget:
    (found,) = pane.findChildren(kind, name)
    return found


class Desk:
    """The pane over its controllers, and a person who types."""

    def __init__(self, qtbot: QtBot, data: Path) -> None:
        folders = find_folders(data)
        folders.index.parent.mkdir(parents=True)
        self.sample = SampleIndex(folders.index.parent).holding(*bank())
        self.sample.index.note_complete()
        theme = load_theme(folders.resources, is_dark=False)
        self.pane = BrowserPane(theme, Icons(folders.resources / "icons", "#555", "#999"))
        self.pane.resize(320, 600)
        qtbot.addWidget(self.pane)
        self.runner = TaskRunner(self.pane)
        library = build_library(folders, FakeClock().now, lambda: 0.0)
        self.browse = BrowseController(lambda: library, self.runner, BEST_MATCH, parent=self.pane)
        completing = CompletionController(lambda: library, self.runner, self.pane)
        self.pane.query_edited.connect(self.browse.search)
        self.pane.completion_requested.connect(completing.complete)
        completing.offer_found.connect(self.pane.show_offer)
        self.browse.first_page_found.connect(self._show_page)
        self.browse.matches_found.connect(self.pane.show_matches)
        self.browse.summary_found.connect(self._show_summary)
        self.field = child(self.pane, QLineEdit, "search")
        self.view = child(self.pane, QListView, "questionList")
        self.hint = child(self.pane, QLabel, "queryHint")
        self._qtbot = qtbot

    def waits_for(self, condition: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(condition, timeout=10_000)

    def types(self, text: str) -> None:
        QTest.keyClicks(self.field, text)

    def pastes(self, text: str) -> None:
        QApplication.clipboard().setText(text)
        self.field.paste()

    def presses(self, key: Qt.Key) -> None:
        QTest.keyClick(self.field, key)

    @property
    def offered(self) -> list[str]:
        """The completions on show."""
        shown = self.pane.findChild(QListWidget, "completions")
        if shown is None or not shown.isVisible():
            return []
        return [shown.item(row).text() for row in range(shown.count())]

    @property
    def titles(self) -> list[str]:
        model = self.view.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def finds(self, *titles: str) -> None:
        """Wait until just these questions are on show."""
        self.waits_for(lambda: sorted(self.titles) == sorted(titles))

    def _show_page(self, page: FoundPage) -> None:
        self.pane.show_rows(
            page.rows, has_more=page.has_more, is_new_search=self.browse.is_new_search
        )
        self.pane.show_mistakes(self.browse.query, page.mistakes)

    def _show_summary(self, summary: FoundSummary) -> None:
        self.pane.show_mistakes(self.browse.query, summary.mistakes)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    with qtbot.waitActive(desk.pane):
        desk.pane.show()
        desk.pane.activateWindow()
    desk.field.setFocus()
    desk.browse.refresh()
    desk.waits_for(lambda: len(desk.titles) == len(bank()))
    yield desk
    desk.runner.close()
    desk.sample.connection.close()


def test_a_mistake_is_told_below_the_field_and_the_rest_still_works(desk: Desk) -> None:
    desk.types("ridge topc:regularization")
    desk.waits_for(desk.hint.isVisible)
    assert desk.hint.text() == 'There is no field "topc"; did you mean "topic"?'
    desk.finds("Ridge as a prior")


def test_a_mistake_is_underlined_in_its_place(desk: Desk) -> None:
    desk.types("ridge minutes:soon")
    before = desk.field.grab().toImage()
    desk.waits_for(desk.hint.isVisible)
    assert desk.field.grab().toImage() != before
    assert desk.field.text() == "ridge minutes:soon"


def test_what_is_still_typed_is_no_mistake_yet(desk: Desk) -> None:
    desk.types('"ridge as')
    desk.finds("Ridge as a prior")
    assert not desk.hint.isVisible()
    desk.waits_for(desk.hint.isVisible)
    assert desk.hint.text() == "The closing quote is missing."
    desk.types('"')
    desk.waits_for(lambda: not desk.hint.isVisible())


def test_a_value_that_no_question_has_is_told(desk: Desk) -> None:
    desk.types("topic:laso ")
    desk.waits_for(desk.hint.isVisible)
    assert desk.hint.text() == 'No topic is "laso"; did you mean "lasso"?'


def test_names_of_fields_are_offered_and_tab_takes_one(desk: Desk) -> None:
    desk.types("to")
    desk.waits_for(lambda: desk.offered == ["topic:"])
    desk.presses(Qt.Key.Key_Tab)
    assert desk.field.text() == "topic:"
    assert desk.field.hasFocus()


def test_values_are_offered_the_commonest_first_and_return_takes_one(desk: Desk) -> None:
    desk.types("topic:")
    desk.waits_for(lambda: desk.offered == ["regularization", "lasso", "performance"])
    desk.presses(Qt.Key.Key_Down)
    desk.presses(Qt.Key.Key_Return)
    assert desk.field.text() == "topic:lasso "
    assert desk.offered == []
    desk.finds("Lasso and shrinkage")


def test_escape_closes_what_is_offered_and_then_empties_the_field(desk: Desk) -> None:
    desk.types("topic:")
    desk.waits_for(lambda: bool(desk.offered))
    desk.presses(Qt.Key.Key_Escape)
    assert desk.offered == []
    assert desk.field.text() == "topic:"
    desk.presses(Qt.Key.Key_Escape)
    assert desk.field.text() == ""
    desk.waits_for(lambda: len(desk.titles) == len(bank()))


def test_return_goes_on_to_the_list_where_no_completion_is_chosen(desk: Desk) -> None:
    desk.types("pr")
    desk.finds("Ridge as a prior")
    desk.waits_for(lambda: desk.offered == ["prompt:"])
    desk.presses(Qt.Key.Key_Return)
    assert desk.field.text() == "pr"
    desk.waits_for(desk.view.hasFocus)
    assert desk.offered == []


def test_typing_goes_on_over_what_is_offered(desk: Desk) -> None:
    desk.types("topic:")
    desk.waits_for(lambda: bool(desk.offered))
    desk.types("perf")
    desk.waits_for(lambda: desk.offered == ["performance"])
    assert desk.field.text() == "topic:perf"


def test_a_row_shows_where_it_matches_and_keeps_its_height(desk: Desk) -> None:
    desk.types("shrinkage")
    desk.finds("Lasso and shrinkage", "Ridge as a prior")
    desk.waits_for(lambda: None not in [row.data(MATCH_ROLE) for row in rows(desk.view)])
    lasso, ridge = (row.data(MATCH_ROLE) for row in rows(desk.view))
    assert [lasso.place, ridge.place] == ["", "In Sample answer"]
    assert [lasso.title_spans, ridge.title_spans] == [((10, 19),), ()]
    ((start, end),) = ridge.snippet_spans
    assert ridge.snippet[start:end] == "shrinkage"
    assert {desk.view.visualRect(row).height() for row in rows(desk.view)} == {ROW_HEIGHT_PX}


def test_an_answer_is_named_by_its_day(desk: Desk) -> None:
    desk.sample.answer("cpp", "Unroll it, and mind the subgradient.")
    desk.types("subgradient")
    desk.finds("A C++ inner loop")
    desk.waits_for(lambda: rows(desk.view)[0].data(MATCH_ROLE) is not None)
    assert rows(desk.view)[0].data(MATCH_ROLE).place.startswith("In your answer of 3 May")


def test_matches_are_gone_with_the_words(desk: Desk) -> None:
    desk.types("ridge")
    desk.waits_for(lambda: bool(rows(desk.view)[0].data(MATCH_ROLE)))
    desk.presses(Qt.Key.Key_Escape)
    desk.waits_for(lambda: len(desk.titles) == len(bank()))
    desk.waits_for(lambda: not any(is_marked(row.data(MATCH_ROLE)) for row in rows(desk.view)))


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("c++", "A C++ inner loop"),
        ("ℓ1", "Why the ℓ1 norm"),
        ("café", "Why the ℓ1 norm"),
        ("CAFE", "Why the ℓ1 norm"),
        ("梯度", "梯度下降的收敛"),
        ("الانحدار", "الانحدار الخطي"),
    ],
)
def test_names_in_any_script_are_found(desk: Desk, query: str, title: str) -> None:
    desk.pastes(query)
    desk.finds(title)


@pytest.mark.parametrize(
    "query",
    [
        "ridge " * 1_700,
        "x" * 10_000,
        '"' * 10_000,
        "AND OR NOT NEAR( * ^ : - () {} " * 300,
        'title:"" -: -- minutes:<> answered:>> "',
        "category:,,,, topic:>x is:\0",
    ],
    ids=["words", "letters", "quotes", "operators", "half terms", "odd values"],
)
def test_a_strange_query_is_answered_or_said_to_be_wrong(desk: Desk, query: str) -> None:
    desk.pastes(query)
    desk.waits_for(lambda: desk.hint.isVisible() or desk.titles == [])
    desk.presses(Qt.Key.Key_Escape)
    desk.waits_for(lambda: len(desk.titles) == len(bank()))
    assert not desk.hint.isVisible()


def rows(view: QListView) -> list[QModelIndex]:
    model = view.model()
    return [model.index(row, 0) for row in range(model.rowCount())]


def is_marked(match: FoundMatch | None) -> bool:
    return match is not None and any(match)
