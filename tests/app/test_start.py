import os
from pathlib import Path

import pytest

from desktop.app.start import start


def test_a_data_folder_that_cannot_be_made_is_said_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "notes.txt").write_text("a file, not a folder")
    data = tmp_path / "notes.txt" / "data"

    assert start(str(data)) == 1
    assert capsys.readouterr().err == (
        f"greenroom: The folder {data} cannot be made: Not a directory. "
        "Choose another with --data DIR.\n"
    )


def test_a_data_folder_that_is_read_only_is_said_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tmp_path.chmod(0o500)
    if os.access(tmp_path, os.W_OK):
        pytest.skip("root may write anywhere")

    assert start(str(tmp_path)) == 1
    assert capsys.readouterr().err == (
        f"greenroom: The folder {tmp_path} cannot be written to. "
        "Change its permissions, or choose another with --data DIR.\n"
    )
