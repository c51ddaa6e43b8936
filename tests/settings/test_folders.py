from pathlib import Path

from desktop.settings.folders import find_folders


def test_one_folder_holds_everything_of_the_person(tmp_path: Path) -> None:
    folders = find_folders(tmp_path)
    own = (folders.journal, folders.index, folders.settings, folders.window, folders.own_questions)
    assert all(path.is_relative_to(tmp_path) for path in own)


def test_what_ships_is_found_in_the_source_tree() -> None:
    folders = find_folders()
    assert (folders.resources / "themes" / "light.toml").is_file()
    assert any(folders.shipped_questions.rglob("*.md"))


def test_cache_and_data_are_apart_without_a_folder_given() -> None:
    folders = find_folders()
    assert not folders.cache.is_relative_to(folders.data)
