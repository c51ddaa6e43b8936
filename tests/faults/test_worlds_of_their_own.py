"""Runs the tests of the folder `worlds`, each file in a mount namespace of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from needed_tool import need_namespaces

WORLDS = sorted((Path(__file__).parent / "worlds").glob("*.py"))


@pytest.mark.parametrize("world", WORLDS, ids=lambda path: path.stem)
def test_a_world(world: Path, tmp_path: Path) -> None:
    command = need_namespaces("--mount")
    where = (f"--basetemp={tmp_path / 'world'}", "-p", "no:cacheprovider", "-q")
    ended = subprocess.run(
        [*command, sys.executable, "-m", "pytest", str(world), *where],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "GREENROOM_IN_WORLD": "1"},
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
