"""Ten thousand attempts from plain facts to the painted page, beside a bare table of them."""

from datetime import UTC, date, datetime, timedelta
from random import Random
from statistics import median
from time import perf_counter

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTableView
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from desktop.domain.practice_facts import AttemptFact
from desktop.domain.progress import ProgressFacts, ProgressFilter, draw_up
from desktop.settings.folders import find_folders
from desktop.ui.progress_page import ProgressPage
from desktop.ui.theme import load_theme

ATTEMPTS = 10_000
PAGE_PX = (1366, 768)
COLUMNS = 4
MOST_OF_BARE_TABLE = 1.5
"""Measured is about a half."""


def make_facts() -> ProgressFacts:
    """Three years of practice, without any order."""
    random = Random(7)
    now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    return ProgressFacts(
        tuple(make_fact(random, number, now) for number in range(ATTEMPTS)),
        (),
        (),
        date(2026, 11, 22),
    )


def make_fact(random: Random, number: int, now: datetime) -> AttemptFact:
    points = random.randint(3, 9)
    covered = random.randint(0, points)
    return AttemptFact(
        uuid=str(number),
        key=f"question-{random.randrange(800)}",
        title="Why the L1 penalty yields exact zeros",
        sealed_at=now - timedelta(hours=random.uniform(0, 26_000)),
        active_s=random.uniform(0, 2_400),
        budget_s=1_200,
        category="Coding",
        topics=tuple(random.sample([f"topic {one}" for one in range(200)], 4)),
        rounds=("coding",),
        points=points,
        covered=covered,
        share=covered / points,
        predicted=random.randint(0, points),
    )


def show_bare_table(qtbot: QtBot, facts: ProgressFacts) -> None:
    model = QStandardItemModel(0, COLUMNS)
    for fact in facts.facts:
        cells = (fact.title, f"{fact.sealed_at}", f"{fact.active_s}", f"{fact.covered}")
        model.appendRow([QStandardItem(cell) for cell in cells])
    table = QTableView()
    qtbot.addWidget(table)
    model.setParent(table)
    table.setModel(model)
    table.resize(*PAGE_PX)
    table.grab()


def test_ten_thousand_attempts_are_drawn_up_and_shown(
    benchmark: BenchmarkFixture, qtbot: QtBot
) -> None:
    facts = make_facts()
    theme = load_theme(find_folders().resources, is_dark=False)
    bare_s: list[float] = []
    drawn_s: list[float] = []
    shown_s: list[float] = []

    def one_of_each() -> None:
        begun_s = perf_counter()
        show_bare_table(qtbot, facts)
        bare_s.append(perf_counter() - begun_s)
        begun_s = perf_counter()
        draw_up(facts, ProgressFilter())
        drawn_s.append(perf_counter() - begun_s)
        page = ProgressPage(theme)
        qtbot.addWidget(page)
        page.resize(*PAGE_PX)
        begun_s = perf_counter()
        page.show_facts(facts)
        page.grab()
        shown_s.append(perf_counter() - begun_s)

    benchmark.pedantic(one_of_each, rounds=7, warmup_rounds=1)  # type: ignore[no-untyped-call]  # the plugin has no types
    ratio = median(ours / bare for ours, bare in zip(shown_s, bare_s, strict=True))
    benchmark.extra_info.update(
        attempts=ATTEMPTS,
        drawn_up_ms=round(1000 * median(drawn_s), 1),
        shown_ms=round(1000 * median(shown_s), 1),
        bare_table_ms=round(1000 * median(bare_s), 1),
        of_bare_table=round(ratio, 2),
    )
    print("\n", benchmark.extra_info)  # noqa: T201 - what the benchmark is run for
    assert ratio <= MOST_OF_BARE_TABLE
