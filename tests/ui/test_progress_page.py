import csv
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TypeVar
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QFrame,
    QLabel,
    QListWidget,
    QScrollArea,
    QTableView,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from desktop.domain.errors import AppError
from desktop.domain.practice_facts import AttemptFact, ReviewItem
from desktop.domain.progress import ProgressFacts, ProgressFilter, draw_up
from desktop.domain.progress_table import Table
from desktop.domain.readiness import RoundReadiness
from desktop.settings.folders import find_folders
from desktop.ui.charts.chart_view import ChartView
from desktop.ui.progress_page import ProgressPage
from desktop.ui.theme import load_theme

RESOURCES = find_folders().resources
TODAY = date(2026, 11, 22)
DRAWN = ("calendar", "weeks", "topics", "readiness", "predictions", "pace")
SVG = "{http://www.w3.org/2000/svg}"

Kind = TypeVar("Kind", bound=QObject)


def attempt(number: int) -> AttemptFact:
    """Every third day another question, the last one today; they get better and slower."""
    day = TODAY - timedelta(3 * (29 - number))
    return AttemptFact(
        uuid=f"{number}",
        key=f"q{number % 7}",
        title=f"Question {number % 7}",
        sealed_at=datetime(day.year, day.month, day.day, 12).astimezone(),
        active_s=60 * (10 + number),
        budget_s=60 * 20,
        category="Coding" if number % 2 else "Statistics",
        topics=("bias", "trees") if number % 2 else ("trees",),
        rounds=("coding",) if number % 3 else ("ml-depth",),
        points=5,
        covered=number // 6,
        share=number // 6 / 5,
        predicted=3,
    )


def point(number: int) -> ReviewItem:
    return ReviewItem(
        key=f"q{number}",
        title=f"Question {number}",
        minutes=2,
        due_on=TODAY,
        point=f"=States fact {number}",
        misses=number,
        share=0.25,
    )


FACTS = ProgressFacts(
    tuple(attempt(number) for number in range(30)),
    tuple(point(number) for number in range(1, 4)),
    (
        RoundReadiness(
            round="coding",
            held_on=TODAY + timedelta(9),
            company="Acme",
            readiness=0.4,
            topics=8,
            topics_practised=6,
            coverage=0.7,
            recall=0.8,
        ),
    ),
    TODAY,
)
DRAWN_UP = draw_up(FACTS, ProgressFilter())
TABLES: dict[str, Table] = {
    "calendar": DRAWN_UP.calendar.table,
    "weeks": DRAWN_UP.weeks.table,
    "topics": DRAWN_UP.topics.table,
    "readiness": DRAWN_UP.readiness.table,
    "predictions": DRAWN_UP.predictions.table,
    "pace": DRAWN_UP.pace.table,
    "weakest": DRAWN_UP.weakest.table,
}


class Desk:
    """The page in its window, and its parts by name."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.page = ProgressPage(load_theme(RESOURCES, is_dark=False))
        qtbot.addWidget(self.page)
        self.page.resize(1366, 768)
        self.page.show_facts(FACTS)
        with qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()

    def part(self, kind: type[Kind], name: str) -> Kind:
        (found,) = self.page.findChildren(kind, name)
        return found

    def readout(self, name: str) -> str:
        return self.part(QLabel, f"readout_{name}").text()

    def focus(self, name: str) -> ChartView:
        chart = self.part(ChartView, f"chart_{name}")
        self.part(QScrollArea, "progressScroll").ensureWidgetVisible(chart)
        chart.setFocus()
        self._qtbot.waitUntil(chart.hasFocus)
        return chart


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


FIRST_WORDS = {
    "calendar": "Monday 17 November 2025: no practice",
    "weeks": "Week from 24 August 2026 (2026-W35): 21 min, 2 attempts",
    "topics": (
        "bias: 23 of 35 points covered (66%) in 7 questions; 0% in the week from 24 August 2026"
    ),
    "readiness": (
        "Coding at Acme on 1 December 2026: 40% ready. "
        "6 of 8 topics practised; there 70% covered, 80% recalled"
    ),
    "predictions": "6 answers: 60% of the points predicted, 0% covered",
    "pace": "Question 0, 27 August 2026: 10 min of 20 min (50%)",
}
LAST_WORDS = {
    "calendar": "Sunday 22 November 2026: 1 attempt, 39 min",
    "pace": "Question 1, 22 November 2026: 39 min of 20 min (195%)",
}


@pytest.mark.parametrize(
    ("name", "key", "words"),
    [
        *((name, Qt.Key.Key_Right, words) for name, words in FIRST_WORDS.items()),
        *((name, Qt.Key.Key_Left, words) for name, words in LAST_WORDS.items()),
    ],
)
def test_keys_tell_the_numbers_behind_a_mark(
    desk: Desk, name: str, key: Qt.Key, words: str
) -> None:
    chart = desk.focus(name)
    QTest.keyClick(chart, key)
    assert desk.readout(name) == words
    assert chart.accessibleDescription() == words


@pytest.mark.parametrize("name", DRAWN)
def test_the_mouse_tells_the_same_as_the_keys(desk: Desk, name: str) -> None:
    chart = desk.focus(name)
    QTest.keyClick(chart, Qt.Key.Key_Home)
    mark, told = chart.mark, desk.readout(name)
    QTest.keyClick(chart, Qt.Key.Key_End)
    QTest.mouseMove(chart, QPoint(1, 1))
    QTest.mouseMove(chart, chart.mark_area(mark).center().toPoint())
    assert (chart.mark, desk.readout(name)) == (mark, told)


def test_arrow_keys_go_by_days_and_weeks_and_stop_at_the_ends(desk: Desk) -> None:
    chart = desk.focus("calendar")
    last = 53 * 7 - 1
    for key, mark in (
        (Qt.Key.Key_Left, last),
        (Qt.Key.Key_Right, last),
        (Qt.Key.Key_Left, last - 7),
        (Qt.Key.Key_Up, last - 8),
        (Qt.Key.Key_Down, last - 7),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Up, 0),
    ):
        QTest.keyClick(chart, key)
        assert chart.mark == mark


def test_a_narrow_page_has_one_column(desk: Desk, qtbot: QtBot) -> None:
    weeks, topics = (desk.part(QFrame, f"card_{name}") for name in ("weeks", "topics"))
    assert weeks.y() == topics.y()
    desk.page.resize(720, 768)
    qtbot.waitUntil(lambda: topics.y() > weeks.geometry().bottom())
    assert weeks.x() == topics.x()
    assert desk.page.width() == 720


def test_leaving_a_chart_brings_its_summary_back(desk: Desk) -> None:
    QTest.keyClick(desk.focus("pace"), Qt.Key.Key_End)
    desk.focus("weeks")
    assert desk.readout("pace") == "19 of 30 answers went over the budget."


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_the_numbers_of_its_series(desk: Desk, name: str) -> None:
    desk.part(QToolButton, f"asTable_{name}").click()
    view = desk.part(QTableView, f"table_{name}")
    assert view.isVisible()
    model, table = view.model(), TABLES[name]
    across = range(model.columnCount())
    titles = [model.headerData(one, Qt.Orientation.Horizontal) for one in across]
    assert titles == list(table.columns)
    cells = [
        tuple(model.index(row, one).data(Qt.ItemDataRole.EditRole) for one in across)
        for row in range(model.rowCount())
    ]
    assert cells == list(table.rows)


def test_t_turns_a_chart_into_its_table_and_back(desk: Desk) -> None:
    chart, table = desk.focus("topics"), desk.part(QTableView, "table_topics")
    QTest.keyClick(chart, Qt.Key.Key_T)
    assert table.isVisible()
    assert table.hasFocus()
    QTest.keyClick(table, Qt.Key.Key_T)
    assert chart.isVisible()
    assert chart.hasFocus()


def test_enter_opens_the_question_of_a_weak_point(desk: Desk, qtbot: QtBot) -> None:
    points = desk.part(QListWidget, "chart_weakest")
    assert points.item(0).text() == "=States fact 3"
    QTest.keyClick(points, Qt.Key.Key_Down)
    with qtbot.waitSignal(desk.page.question_chosen) as chosen:
        QTest.keyClick(points, Qt.Key.Key_Return)
    assert chosen.args == ["q2"]


def test_filters_choose_what_is_drawn(desk: Desk) -> None:
    summary = desk.part(QLabel, "progressSummary")
    assert summary.text() == "30 attempts, 12 h 15 min of writing"
    categories = desk.part(QComboBox, "progressCategory")
    categories.setCurrentText("Coding")
    assert summary.text().startswith("15 attempts")
    desk.part(QComboBox, "progressRound").setCurrentText("ML depth")
    assert summary.text().startswith("5 attempts")
    desk.page.show_facts(FACTS)
    assert categories.currentText() == "Coding"
    assert summary.text().startswith("5 attempts")


def test_a_period_of_ones_own_has_two_dates(desk: Desk) -> None:
    summary = desk.part(QLabel, "progressSummary")
    since, until = desk.part(QDateEdit, "progressSince"), desk.part(QDateEdit, "progressUntil")
    period = desk.part(QComboBox, "progressPeriod")
    period.setCurrentText("Last 30 days")
    assert summary.text().startswith("10 attempts")
    assert not since.isVisible()
    period.setCurrentText("Own dates")
    assert since.isVisible()
    since.setDate(until.date().addDays(-6))
    assert summary.text().startswith("3 attempts")
    until.setDate(until.date().addDays(-7))
    assert summary.text().startswith("1 attempt,")


def test_nothing_practised_says_what_to_do(desk: Desk) -> None:
    desk.page.show_facts(ProgressFacts((), (), (), TODAY))
    for name in desk.page.picture_names():
        empty = desk.part(QLabel, f"empty_{name}")
        assert empty.isVisible()
        assert empty.text()
        assert not desk.part(QToolButton, f"asTable_{name}").isEnabled()
    marked = desk.part(QLabel, "empty_topics").text()
    assert marked == "Nothing marked yet. Seal an answer and hold it against the rubric."
    desk.page.show_facts(FACTS)
    assert desk.part(ChartView, "chart_topics").isVisible()


@pytest.mark.parametrize("name", ["", *TABLES])
def test_an_exported_image_opens(desk: Desk, tmp_path: Path, name: str) -> None:
    path = tmp_path / "picture.png"
    desk.page.export(name, "PNG", path)
    image = QImage(str(path))
    assert image.width() >= 2 * 600
    surface = image.pixelColor(2, 2)
    colours = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(80, 180)}
    assert surface.name() == "#ffffff"
    assert len(colours) > 2


@pytest.mark.parametrize("name", ["", *TABLES])
def test_an_exported_drawing_has_its_words_as_text(desk: Desk, tmp_path: Path, name: str) -> None:
    path = tmp_path / "picture.svg"
    desk.page.export(name, "SVG", path)
    root = ET.fromstring(path.read_text(encoding="utf-8"))
    texts = {(one.text or "").strip() for one in root.iter(f"{SVG}text")}
    assert (TABLES[name].title if name else "Progress") in texts
    assert root.attrib["viewBox"].split()[:2] == ["0", "0"]


def test_an_exported_table_is_read_back(desk: Desk, tmp_path: Path) -> None:
    desk.page.export("", "CSV", tmp_path / "all")
    for name, table in TABLES.items():
        with (tmp_path / "all" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            columns, *rows = csv.reader(file)
        assert columns == list(table.columns)
        guarded = [
            [f"{cell}".replace("=States", "'=States") for cell in row] for row in table.rows
        ]
        assert rows == guarded


def test_a_disk_that_refuses_is_told(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(AppError):
        desk.page.export("pace", "PNG", tmp_path / "taken")


def test_a_wish_to_export_names_form_and_picture(desk: Desk, qtbot: QtBot) -> None:
    menu = desk.part(QToolButton, "save_topics").menu()
    with qtbot.waitSignal(desk.page.export_requested) as wished:
        menu.actions()[1].trigger()
    assert wished.args == ["SVG", "topics"]


def test_escape_asks_to_close(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.page.close_requested):
        QTest.keyClick(desk.focus("weeks"), Qt.Key.Key_Escape)


@pytest.mark.parametrize("name", DRAWN)
def test_a_theme_changes_the_colours_at_once(desk: Desk, name: str) -> None:
    chart = desk.part(ChartView, f"chart_{name}")
    light = chart.grab().toImage()
    desk.page.set_theme(load_theme(RESOURCES, is_dark=True))
    assert chart.grab().toImage() != light
