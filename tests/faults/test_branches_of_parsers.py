"""Every parser with what atheris finds by their branches, where it is installed."""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from fault_seeds import FIRST

import desktop

DATA = Path(__file__).parents[1] / "data"
MANY = 100_000
LONGEST_S = 10
"""libFuzzer counts the wall clock, and a build machine has other work."""

PARSERS = ("reads_question", "reads_page", "reads_html", "reads_query", "renders_markdown")


@pytest.mark.slow
@pytest.mark.skipif(find_spec("atheris") is None, reason="atheris is optional")
@pytest.mark.parametrize("parser", PARSERS)
def test_no_branch_of_a_parser_crashes_or_hangs(tmp_path: Path, parser: str) -> None:
    runs = int(os.environ.get("GREENROOM_FUZZ", MANY))
    source = Path(desktop.__file__).parents[1]
    path = os.pathsep.join((str(source), str(DATA), os.environ.get("PYTHONPATH", "")))
    options = (f"-runs={runs}", f"-seed={FIRST + 1}", f"-timeout={LONGEST_S}", "-max_len=4000")
    ended = subprocess.run(
        [sys.executable, str(DATA / "atheris_process.py"), parser, str(tmp_path), *options],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": path},
    )
    assert ended.returncode == 0, ended.stderr[-4_000:]
