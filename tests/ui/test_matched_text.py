from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from desktop.ui.matched_text import starting_near_match

SNIPPET = "… the first words of a long sentence end in shrinkage at last"


def test_the_first_match_is_brought_into_sight(qapp: QApplication) -> None:
    metrics = QFontMetrics(QFont(qapp.font()))
    start = SNIPPET.index("shrinkage")
    width = metrics.horizontalAdvance("… sentence end in shrinkage")
    text, spans = starting_near_match(SNIPPET, [(start, start + 9)], width, metrics)
    assert [text[a:b] for a, b in spans] == ["shrinkage"]
    assert text.startswith("… ")
    assert metrics.horizontalAdvance(text[: spans[0][1]]) <= width


def test_a_snippet_with_room_stays_as_it_is(qapp: QApplication) -> None:
    metrics = QFontMetrics(QFont(qapp.font()))
    assert starting_near_match("shrinkage here", [(0, 9)], 2_000, metrics) == (
        "shrinkage here",
        ((0, 9),),
    )


def test_without_room_the_match_itself_begins_the_line(qapp: QApplication) -> None:
    metrics = QFontMetrics(QFont(qapp.font()))
    start = SNIPPET.index("shrinkage")
    text, spans = starting_near_match(SNIPPET, [(start, start + 9)], 1, metrics)
    assert text == "… shrinkage at last"
    assert spans == ((2, 11),)
