"""Stars and lists of the journal are found by queries."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.bank.bank import Bank
from desktop.bank.bank_sources import find_sources
from desktop.journal.journal import Journal
from desktop.services.find_questions import FindQuestions
from desktop.services.refresh_index import RefreshIndex

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Desk:
    """A bank of three questions with its journal and index."""

    def __init__(self, folder: Path) -> None:
        own = folder / "questions"
        own.mkdir()
        for key in ("ridge", "lasso", "dropout"):
            (own / f"{key}.md").write_text(f"---\ntitle: About {key}\n---\n\nWhy?\n")
        sources = find_sources(folder / "shipped", own, folder / "packs")
        index, journal = folder / "index.sqlite", folder / "journal.sqlite"
        self.journal = Journal.open(journal)
        self.refresh = RefreshIndex(Bank(sources), index, journal, lambda: NOON)
        self.find = FindQuestions(index, lambda: NOON, self.journal.collections.all)
        self.refresh.refresh()

    def found(self, query: str) -> list[str]:
        return [row.key for row in self.find.page(query, "title", 0).rows]

    def add(self, name: str, *keys: str) -> None:
        for key in keys:
            self.journal.collections.add_to_list(name, key, uuid=name, at=NOON)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.journal.close()


def test_a_starred_question_is_found_at_once(desk: Desk) -> None:
    desk.journal.collections.toggle_star("lasso", NOON)
    desk.refresh.note_practice("lasso")
    assert desk.found("is:starred") == ["lasso"]
    assert desk.found("-is:starred") == ["dropout", "ridge"]
    desk.journal.collections.toggle_star("lasso", NOON)
    desk.refresh.note_practice("lasso")
    assert desk.found("is:starred") == []


def test_a_list_is_found_by_its_name(desk: Desk) -> None:
    desk.add("To repeat", "lasso", "ridge")
    desk.add("Friday", "lasso")
    desk.refresh.refresh()
    assert desk.found('list:"To repeat"') == ["lasso", "ridge"]
    assert desk.found("list:to-repeat list:friday") == ["lasso", "ridge"]
    assert desk.found("list:friday ridge") == []


def test_a_list_asked_for_alone_has_its_own_order(desk: Desk) -> None:
    desk.add("Friday", "ridge", "lasso", "dropout")
    for key in ("ridge", "lasso", "dropout"):
        desk.refresh.note_practice(key)

    def shown(query: str, sort: str = "relevance", grouping: str = "") -> tuple[str, list[str]]:
        page = desk.find.page(query, sort, 0, grouping=grouping)
        return page.sort, [row.key for row in page.rows]

    assert shown("list:friday") == ("list", ["ridge", "lasso", "dropout"])
    desk.journal.collections.move_in_list("Friday", "dropout", 0)
    assert shown("list:friday") == ("list", ["dropout", "ridge", "lasso"])
    assert shown("list:friday", "title") == ("title", ["dropout", "lasso", "ridge"])
    assert shown("list:friday", grouping="category")[0] == "title"
    assert shown("list:friday -dropout") == ("title", ["lasso", "ridge"])
    assert shown("-list:friday") == ("title", [])
    assert shown("list:fri") == ("title", ["dropout", "lasso", "ridge"])


def test_a_random_question_is_another_than_the_open_one(desk: Desk) -> None:
    assert {desk.find.random_key("", "ridge") for _ in range(50)} == {"lasso", "dropout"}
    assert desk.find.random_key("title:ridge", "ridge") == "ridge"
    assert desk.find.random_key("zebra", "ridge") == ""


def test_a_list_that_is_renamed_or_deleted_is_followed(desk: Desk) -> None:
    desk.add("Friday", "lasso")
    desk.refresh.refresh()
    desk.journal.collections.rename_list("Friday", "Monday")
    desk.refresh.refresh()
    assert desk.found("list:Monday") == ["lasso"]
    assert desk.found("list:Friday") == []
    desk.journal.collections.delete_list("Friday")
    desk.refresh.refresh()
    assert desk.found("list:Monday") == []
    assert len(desk.found("")) == 3


def test_a_starred_question_whose_file_comes_back_is_starred_still(
    desk: Desk, tmp_path: Path
) -> None:
    desk.journal.collections.toggle_star("lasso", NOON)
    file = tmp_path / "questions" / "lasso.md"
    text = file.read_text()
    file.unlink()
    desk.refresh.refresh()
    assert desk.found("is:starred") == []
    file.write_text(text)
    desk.refresh.refresh()
    assert desk.found("is:starred") == ["lasso"]
