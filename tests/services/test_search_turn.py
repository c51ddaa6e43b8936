"""Giving up what is searched for a query that is not wanted any more."""

import threading
from pathlib import Path

import pytest
from fake_clock import FakeClock
from sample_index import SampleIndex, document

from desktop.search.index_faults import SearchCancelledError
from desktop.services.find_questions import FindQuestions
from desktop.services.search_turn import SearchTurn

_ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"


def test_nothing_begins_in_a_turn_that_is_over(tmp_path: Path) -> None:
    SampleIndex(tmp_path).holding(document("ridge"))
    find = FindQuestions(tmp_path / "index.sqlite", FakeClock().now)
    turn = SearchTurn()
    assert find.page("ridge", "title", 0, turn=turn).rows
    turn.give_up()
    with pytest.raises(SearchCancelledError):
        find.page("ridge", "title", 0, turn=turn)
    with pytest.raises(SearchCancelledError):
        find.summary("ridge", turn)
    assert find.page("ridge", "title", 0, turn=SearchTurn()).rows


def test_what_runs_is_stopped(tmp_path: Path) -> None:
    connection = SampleIndex(tmp_path).connection
    turn, ended = SearchTurn(), threading.Event()
    has_begun = threading.Event()

    def count_for_ever() -> None:
        with turn.running(connection):
            has_begun.set()
            connection.rows(_ENDLESS)

    def search() -> None:
        with pytest.raises(SearchCancelledError):
            count_for_ever()
        ended.set()

    thread = threading.Thread(target=search, daemon=True)
    thread.start()
    has_begun.wait(10)
    while not ended.wait(0.05):
        turn.give_up()
    thread.join(10)
    assert connection.rows("SELECT 1") == [(1,)]


def test_the_first_page_says_whether_better_matches_are_to_come(tmp_path: Path) -> None:
    SampleIndex(tmp_path).holding(document("ridge"))
    find = FindQuestions(tmp_path / "index.sqlite", FakeClock().now)
    assert not find.page("ridge", "relevance", 0, ranked=False).is_final
    assert find.page("ridge", "relevance", 0).is_final
    assert find.page("rid", "relevance", 0, ranked=False).is_final
    assert find.page("ridge", "title", 0, ranked=False).is_final


def test_without_words_the_best_match_is_title_order(tmp_path: Path) -> None:
    SampleIndex(tmp_path).holding(document("b"), document("a"))
    find = FindQuestions(tmp_path / "index.sqlite", FakeClock().now)
    page = find.page("", "relevance", 0)
    assert page.sort == "title"
    assert [row.key for row in page.rows] == ["a", "b"]
