"""A shell for the command line."""

from pathlib import Path

import pytest
from cli_samples import Shell


@pytest.fixture
def shell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Shell:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    return Shell(tmp_path / "data", capsys)
