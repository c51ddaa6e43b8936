"""The index follows the files, whatever happens to them."""

import os
from pathlib import Path

import pytest
from fake_clock import FakeClock

from desktop.bank.bank import Bank
from desktop.bank.bank_sources import find_sources
from desktop.search.index import open_index
from desktop.services.refresh_aside import RefreshAside
from desktop.services.refresh_index import RefreshIndex, RefreshLimits, TooMuchToRefreshError


class Place:
    """A bank on disk, with its index and journal."""

    def __init__(self, folder: Path) -> None:
        self.own, self.shipped, self.packs = (folder / one for one in ("own", "shipped", "packs"))
        self.own.mkdir()
        (self.packs / "far").mkdir(parents=True)
        (self.packs / "near").mkdir()
        self.index, self.journal = folder / "index.sqlite", folder / "journal.sqlite"
        self.sources = find_sources(self.shipped, self.own, self.packs)
        self.refresh = RefreshIndex(Bank(self.sources), self.index, self.journal, FakeClock().now)

    def write(self, path: Path, title: str, more: str = "") -> Path:
        path.write_text(f"---\ntitle: {title}\n{more}---\n\nWhy?\n", encoding="utf-8")
        return path

    def titles(self) -> dict[str, str]:
        connection = open_index(self.index).connect()
        rows = connection.rows("SELECT key, title FROM documents ORDER BY key")
        connection.close()
        return dict(rows)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def test_files_that_come_change_and_go_are_followed(place: Place) -> None:
    a, b = (place.write(place.own / f"{name}.md", name) for name in "ab")
    assert place.refresh.refresh().keys == frozenset({"a", "b"})
    assert place.refresh.refresh().changed == 0

    place.write(a, "Another title")
    b.unlink()
    place.write(place.own / "c.md", "c")
    assert place.refresh.refresh().keys == frozenset({"a", "b", "c"})
    assert place.titles() == {"a": "Another title", "c": "c"}


def test_one_file_can_be_followed_alone(place: Place) -> None:
    a, b = (place.write(place.own / f"{name}.md", name) for name in "ab")
    place.refresh.refresh()
    place.write(a, "New a")
    place.write(b, "New b")
    assert place.refresh.refresh(within=[str(a)]).keys == frozenset({"a"})
    assert place.titles() == {"a": "New a", "b": "b"}
    b.unlink()
    place.refresh.refresh(within=[str(place.own)])
    assert place.titles() == {"a": "New a"}


def test_a_second_pack_with_one_id_renames_the_first(place: Place) -> None:
    place.write(place.packs / "far" / "a.md", "Far")
    place.refresh.refresh()
    assert place.titles() == {"a": "Far"}
    twin = place.write(place.packs / "near" / "a.md", "Near")
    place.refresh.refresh(within=[str(twin)])
    assert place.titles() == {"far/a": "Far", "near/a": "Near"}
    twin.unlink()
    place.refresh.refresh()
    assert place.titles() == {"a": "Far"}


def test_an_own_file_hides_the_original_while_it_is_there(place: Place) -> None:
    place.write(place.packs / "far" / "a.md", "Far")
    own = place.write(place.own / "a.md", "Mine")
    place.refresh.refresh()
    assert place.titles() == {"a": "Mine"}
    assert place.refresh.refresh().changed == 0
    own.unlink()
    place.refresh.refresh(within=[str(own)])
    assert place.titles() == {"a": "Far"}


def test_a_file_that_says_what_it_was_is_paired_with_that(place: Place) -> None:
    old = place.write(place.own / "old.md", "A")
    place.refresh.refresh()
    old.unlink()
    new = place.write(place.own / "new.md", "A", "formerly: [older, old]\n")
    assert place.refresh.refresh(within=[str(old), str(new)]).renames == (("old", "new"),)


def test_an_id_that_is_used_again_is_not_paired(place: Place) -> None:
    place.write(place.own / "old.md", "A")
    place.write(place.own / "new.md", "A", "formerly: [old]\n")
    assert place.refresh.refresh().renames == ()


def test_bad_files_are_counted_and_hide_no_good_one(place: Place) -> None:
    for number in range(1_000):
        (place.own / f"bad-{number}.md").write_bytes(b"\xff\xfe no front matter")
    (place.own / "huge.md").write_bytes(b"x" * 5_000_000)
    place.write(place.own / "good.md", "Good")
    if os.name != "nt":
        os.mkfifo(place.own / "pipe.md")
        (place.own / "loop").symlink_to(place.own)
    report = place.refresh.refresh()
    assert report.problem_count >= 1_000
    assert len(report.problems) == 20
    titles = place.titles()
    assert len(titles) == 1_001
    assert titles["good"] == "Good"
    assert place.refresh.refresh().changed == 0


def test_a_folder_that_vanishes_takes_its_questions_along_until_it_returns(place: Place) -> None:
    place.write(place.own / "a.md", "A")
    place.refresh.refresh()
    away = place.own.rename(place.own.with_name("away"))
    assert place.refresh.refresh().problem_count == 0
    assert place.titles() == {}
    away.rename(place.own)
    place.refresh.refresh()
    assert place.titles() == {"a": "A"}


def test_a_damaged_index_is_made_anew(place: Place) -> None:
    for name in "ab":
        place.write(place.own / f"{name}.md", name)
    place.refresh.refresh()
    data = place.index.read_bytes()
    place.index.write_bytes(data[:8192] + b"\x5a" * (len(data) - 8192))
    place.refresh.refresh()
    assert place.titles() == {"a": "a", "b": "b"}


def test_too_much_is_refused_before_anything_changes(place: Place) -> None:
    for name in "abc":
        place.write(place.own / f"{name}.md", name)
    for limits in (RefreshLimits(2, 9), RefreshLimits(9, 2)):
        with pytest.raises(TooMuchToRefreshError):
            place.refresh.refresh(limits=limits)
        assert place.titles() == {}


def test_much_is_refreshed_in_another_process_with_progress(place: Place) -> None:
    for number in range(450):
        place.write(place.own / f"q-{number}.md", f"Question {number}")
    heard: list[tuple[int, int]] = []
    aside = RefreshAside(place.sources, place.index, place.journal, FakeClock().now)
    report = aside.refresh(lambda: False, lambda done, total: heard.append((done, total)))
    assert heard == [(0, 450), (200, 450), (400, 450), (450, 450)]
    assert report.changed == 450
    assert len(place.titles()) == 450


def test_a_refresh_in_another_process_ends_when_it_is_not_wanted(place: Place) -> None:
    for number in range(1_000):
        place.write(place.own / f"q-{number}.md", f"Question {number}")
    heard: list[int] = []
    aside = RefreshAside(place.sources, place.index, place.journal, FakeClock().now)
    aside.refresh(lambda: len(heard) > 1, lambda done, _total: heard.append(done))
    assert 200 <= len(place.titles()) < 1_000
    assert place.refresh.refresh().changed + 200 <= 1_000
    assert len(place.titles()) == 1_000
