"""Stars, lists and saved searches in the journal."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from journal_samples import NOON, after

from desktop.domain.collection_names import find_list
from desktop.domain.errors import AppError
from desktop.domain.question_collections import QuestionList, SavedSearch
from desktop.journal.journal import Journal
from desktop.journal.journal_change import ChangeKind, JournalChange


class Heard:
    """Keeps the changes a journal tells of."""

    def __init__(self) -> None:
        self.changes: list[JournalChange] = []


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def journal(tmp_path: Path, heard: Heard) -> Iterator[Journal]:
    with Journal.open(tmp_path / "j.sqlite", listeners=[heard.changes.append]) as opened:
        yield opened


def fill(journal: Journal, name: str, *keys: str, uuid: str = "") -> None:
    for number, key in enumerate(keys):
        journal.collections.add_to_list(name, key, uuid=uuid or name, at=after(number))


def test_a_star_comes_and_goes(journal: Journal, heard: Heard) -> None:
    assert journal.collections.toggle_star("ridge", NOON)
    assert journal.collections.all().starred == {"ridge"}
    assert not journal.collections.toggle_star("ridge", after(1))
    assert journal.collections.all().is_empty
    assert heard.changes == [JournalChange(frozenset({ChangeKind.STARS}), "ridge")] * 2


def test_adding_makes_the_list_and_keeps_the_order(journal: Journal) -> None:
    fill(journal, "To repeat", "ridge", "lasso", "dropout", uuid="u")
    fill(journal, "to-REPEAT", "ridge", uuid="another")
    assert journal.collections.all().lists == (
        QuestionList("u", "To repeat", ("ridge", "lasso", "dropout")),
    )


def test_adding_twice_is_no_change(journal: Journal, heard: Heard) -> None:
    fill(journal, "Friday", "ridge")
    heard.changes.clear()
    fill(journal, "Friday", "ridge")
    assert heard.changes == []


def test_lists_keep_the_order_they_were_made_in(journal: Journal) -> None:
    journal.collections.make_list("Zebra", uuid="z", at=NOON)
    journal.collections.make_list("Apple", uuid="a", at=NOON)
    journal.collections.make_list("ZEBRA", uuid="again", at=NOON)
    assert [one.name for one in journal.collections.all().lists] == ["Zebra", "Apple"]


def test_removing_and_deleting(journal: Journal) -> None:
    fill(journal, "Friday", "ridge", "lasso", uuid="f")
    journal.collections.remove_from_list("f", "ridge")
    assert journal.collections.all().lists[0].keys == ("lasso",)
    journal.collections.delete_list("f")
    assert journal.collections.all().is_empty
    fill(journal, "Friday", "dropout", uuid="g")
    assert journal.collections.all().lists == (QuestionList("g", "Friday", ("dropout",)),)


def test_a_list_takes_another_name_but_not_one_that_is_taken(journal: Journal) -> None:
    fill(journal, "Friday", "ridge", uuid="f")
    fill(journal, "Monday", "ridge", uuid="m")
    journal.collections.rename_list("f", "friday")
    with pytest.raises(AppError, match="“MONDAY” is taken; nothing was changed"):
        journal.collections.rename_list("f", "MONDAY")
    assert [one.name for one in journal.collections.all().lists] == ["friday", "Monday"]


@pytest.mark.parametrize("name", ["", "   ", "-", "x" * 81])
def test_what_cannot_be_a_name_is_refused(journal: Journal, name: str) -> None:
    with pytest.raises(AppError, match="nothing was changed"):
        journal.collections.make_list(name, uuid="u", at=NOON)
    with pytest.raises(AppError, match="nothing was changed"):
        journal.collections.save_search(name, "lasso", "title", uuid="u", at=NOON)
    assert journal.collections.all().is_empty


@pytest.mark.parametrize("name", ["Für Freitag", "复习", "مراجعة", 'a "quoted" name', "C++, ℓ1"])
def test_a_list_is_found_under_any_name(journal: Journal, name: str) -> None:
    fill(journal, name, "ridge", uuid="u")
    found = find_list(journal.collections.all(), name.upper())
    assert found == QuestionList("u", name, ("ridge",))


def test_a_search_saved_again_takes_the_place_of_the_first(journal: Journal) -> None:
    save = journal.collections.save_search
    save("Hard ones", "difficulty:hard", "title", uuid="h", at=NOON)
    save("Short ones", "minutes:<10", "minutes", uuid="s", at=NOON)
    save("hard ones", "difficulty:hard lasso", "relevance", uuid="other", at=NOON)
    assert journal.collections.all().searches == (
        SavedSearch("h", "hard ones", "difficulty:hard lasso", "relevance"),
        SavedSearch("s", "Short ones", "minutes:<10", "minutes"),
    )
    journal.collections.rename_search("s", "Quick ones")
    journal.collections.delete_search("h")
    assert [one.name for one in journal.collections.all().searches] == ["Quick ones"]


@settings(deadline=None, max_examples=40)
@given(
    size=st.integers(1, 8),
    moves=st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=12),
)
def test_any_moves_leave_the_order_they_say(size: int, moves: list[tuple[int, int]]) -> None:
    expected = [f"question-{number}" for number in range(size)]
    with TemporaryDirectory() as folder, Journal.open(Path(folder) / "j.sqlite") as journal:
        fill(journal, "Friday", *expected, uuid="f")
        for which, place in moves:
            key = f"question-{which}"
            journal.collections.move_in_list("f", key, place)
            if key in expected:
                expected.remove(key)
                expected.insert(place, key)
            assert list(journal.collections.all().lists[0].keys) == expected
