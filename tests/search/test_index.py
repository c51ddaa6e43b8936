import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sample_index import SampleIndex, document

from desktop.domain.errors import AppError
from desktop.domain.query import parse_query
from desktop.search.finder import Finder
from desktop.search.index import discard_index, open_index
from desktop.search.index_faults import IndexDamagedError
from desktop.search.index_notes import IndexNotes


def filled(folder: Path) -> Path:
    sample = SampleIndex(folder).holding(document("lasso"))
    sample.index.note_complete()
    sample.connection.close()
    return sample.index.path


def titles(path: Path) -> list[str]:
    with closing(open_index(path).connect()) as connection:
        return [one.title for one in Finder(connection).find(parse_query(""))]


def test_a_new_index_asks_to_be_filled_until_it_was(tmp_path: Path) -> None:
    path = tmp_path / "cache" / "index.sqlite"
    assert open_index(path).needs_rebuild
    assert open_index(path).needs_rebuild
    open_index(path).note_complete()
    assert not open_index(path).needs_rebuild


def test_what_was_put_in_is_there_at_the_next_start(tmp_path: Path) -> None:
    assert titles(filled(tmp_path)) == ["lasso"]


@pytest.mark.parametrize("version", [0, 99])
def test_an_index_of_another_version_is_made_new(tmp_path: Path, version: int) -> None:
    path = filled(tmp_path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
    assert open_index(path).needs_rebuild
    assert titles(path) == []


def test_a_file_that_is_no_database_is_made_new(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    path.write_bytes(b"not a database " * 1_000)
    assert open_index(path).needs_rebuild
    assert titles(path) == []


def test_an_empty_file_is_filled(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    path.touch()
    assert open_index(path).needs_rebuild
    assert titles(path) == []


def test_a_truncated_index_is_made_new_or_found_damaged(tmp_path: Path) -> None:
    path = filled(tmp_path)
    path.write_bytes(path.read_bytes()[: 3 * 8192])
    assert open_index(path).needs_rebuild


def test_damage_inside_is_said_when_it_is_met(tmp_path: Path) -> None:
    path = filled(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))
    assert open_index(path).needs_rebuild

    path = filled(tmp_path / "other")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM words_data")
        connection.commit()
    with closing(open_index(path).connect()) as connection, pytest.raises(IndexDamagedError):
        Finder(connection).find(parse_query("lasso"))
    discard_index(path)
    assert open_index(path).needs_rebuild


def test_a_folder_in_its_place_is_said_in_plain_words(tmp_path: Path) -> None:
    (tmp_path / "index.sqlite").mkdir()
    with pytest.raises(AppError, match="cannot be opened"):
        open_index(tmp_path / "index.sqlite")


def test_a_file_where_its_folder_should_be_is_said_in_plain_words(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("")
    with pytest.raises(AppError, match="cannot be made"):
        open_index(tmp_path / "cache" / "index.sqlite")


def test_notes_are_kept(tmp_path: Path) -> None:
    path = filled(tmp_path)
    with closing(open_index(path).connect()) as connection:
        IndexNotes(connection).put_note("journal", "17")
        IndexNotes(connection).put_note("journal", "18")
    with closing(open_index(path).connect()) as connection:
        assert IndexNotes(connection).find_note("journal") == "18"
        assert IndexNotes(connection).find_note("other") is None
