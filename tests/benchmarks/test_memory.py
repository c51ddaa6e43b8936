"""What an answer with many formulas adds to the memory of the window."""

import gc
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextBrowser, QTextEdit
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot
from room import Room

MOST_MB = 40
FORMULAS = 40
OBJECT = "\ufffc"
SENTENCE = "The gradient of the penalty **pulls** each weight `w_i` towards zero, or not at all. "


def test_memory_of_an_answer_with_formulas(
    benchmark: BenchmarkFixture, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    if "ziamath" in sys.modules:
        pytest.skip("run it in a process of its own: formulas were typeset here before")
    room = Room(qtbot, qapp, tmp_path / "room")
    person = room.open()
    person.waits_for(lambda: bool(person.question))
    QTest.qWait(2_000)
    empty_mb = pss_mb()
    editor = person.widget(QTextEdit, "editor")
    editor.insertPlainText("\n\n".join(map(paragraph, range(FORMULAS))))
    qtbot.waitUntil(lambda: formulas_shown(person.finds(QTextBrowser, "preview")), timeout=60_000)
    bar = person.widget(QTextBrowser, "preview").verticalScrollBar()
    for position in range(0, bar.maximum(), bar.pageStep()):
        bar.setValue(position)
        QCoreApplication.processEvents()
    full_mb = benchmark.pedantic(pss_mb, rounds=1)  # type: ignore[no-untyped-call]  # the plugin has no types
    added_mb = round(full_mb - empty_mb, 1)
    benchmark.extra_info.update(empty_mb=round(empty_mb), added_mb=added_mb)
    print("\n", benchmark.extra_info)  # noqa: T201 - what the benchmark is run for
    room.close()
    assert added_mb <= MOST_MB


def paragraph(number: int) -> str:
    """Some 25 words and a formula of their own."""
    tex = rf"\hat\beta_{{{number}}} = (X^\top X + \lambda I)^{{-1}} \sum_i \frac{{x_i}}{{n}}"
    mark = "$$" if number % 2 else "$"
    return f"{SENTENCE}{SENTENCE[:50]}\n{mark}{tex}{mark}"


def formulas_shown(previews: list[QTextBrowser]) -> bool:
    return any(view.toPlainText().count(OBJECT) >= FORMULAS for view in previews)


def pss_mb() -> float:
    """The memory of this process, what it shares with others by its share."""
    gc.collect()
    for line in Path("/proc/self/smaps_rollup").read_text(encoding="utf-8").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise ValueError("the system does not tell how much memory a process has")
