"""A disk that is really full: a tmpfs of 2 MB in a mount namespace of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.journal.reserve import Reserve

ROOT = Path(__file__).parents[2]
ALONE = ["unshare", "-m"] if os.name == "posix" and os.geteuid() == 0 else ["unshare", "-rm"]


def can_mount(folder: Path) -> bool:
    try:
        command = [*ALONE, "mount", "-t", "tmpfs", "none", str(folder)]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


def test_the_draft_is_saved_in_the_room_kept_in_reserve(tmp_path: Path) -> None:
    if not can_mount(tmp_path):
        pytest.skip("mount namespaces are refused here")
    script = ROOT / "tests" / "data" / "full_disk_process.py"
    done = subprocess.run(
        [*ALONE, sys.executable, str(script), str(tmp_path)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert json.loads(done.stdout) == {
        "filled": True,
        "filled when full": False,
        "reserve left": False,
        "refused": True,
        "filled again": True,
        "text": "room again",
    }


def test_the_reserve_is_made_once_and_given_free_once(tmp_path: Path) -> None:
    reserve = Reserve(tmp_path, 1000)
    assert reserve.fill()
    made = (tmp_path / "reserve").stat()
    assert reserve.fill()
    assert ((tmp_path / "reserve").stat().st_mtime_ns, made.st_size) == (made.st_mtime_ns, 1000)
    assert reserve.release()
    assert not reserve.release()
    assert not (tmp_path / "reserve").exists()
