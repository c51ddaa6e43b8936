"""Half-written files go with the next start, wherever Greenroom writes."""

from pathlib import Path

from desktop.services.clear_leftovers import clear_leftovers
from desktop.settings.folders import find_folders

LEFT = ".name.md.0a1b2c3d.part"


def test_leftovers_go_from_every_folder_of_ours_and_from_no_other(tmp_path: Path) -> None:
    ours = ("", "cache", "questions/deeper", "packs/one", "images/ridge", "mock-templates")
    for folder in (*ours, "somebody-else"):
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
        (tmp_path / folder / LEFT).write_bytes(b"half")
        (tmp_path / folder / "whole.md").write_bytes(b"whole")
    clear_leftovers(find_folders(tmp_path))
    assert list(tmp_path.rglob(LEFT)) == [tmp_path / "somebody-else" / LEFT]
    assert len(list(tmp_path.rglob("whole.md"))) == len(ours) + 1
