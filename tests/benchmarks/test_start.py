"""From start to first painted window, against a bare PySide6 window in the same run."""

import json
import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import NamedTuple

import pytest
from make_bank import make_bank
from pytest_benchmark.fixture import BenchmarkFixture

from desktop.services.library import build_library
from desktop.settings.folders import find_folders
from desktop.ui.window_memory import WindowMemory

HERE = Path(__file__).parent
ROUNDS = 12
MOST_TIMES_BARE = 6.0
"""Far above what is measured; the goals are 1.5, and 1.6 and 2 in the large banks."""
MOST_PSS_MB = 80.0


class Start(NamedTuple):
    wall_s: float
    cpu_s: float
    pss_mb: float


@pytest.fixture(
    scope="module",
    params=[0, 10_000, pytest.param(100_000, marks=pytest.mark.slow)],
    ids=["shipped questions", "10,000 questions", "100,000 questions"],
)
def data(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in which a question has been read before."""
    folders = find_folders(tmp_path_factory.mktemp("room"))
    make_bank(folders.own_questions, request.param, seed=7)
    library = build_library(folders, lambda: datetime.now(UTC), lambda: 1_200.0)
    library.refresh.refresh(lambda: False)
    key = library.find.page("", "title", 0).rows[0].key
    library.opening.open(key)
    WindowMemory(folders.window).keep("question", key)
    return folders.data


def started(script: str, *arguments: str) -> Start:
    """Run a script of this folder until its window is painted."""
    paths = os.pathsep.join((str(HERE.parent / "data"), str(HERE.parents[1])))
    environment = {**os.environ, "PYTHONPATH": paths}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if environment.get("DISPLAY"):
        environment.pop("QT_QPA_PLATFORM", None)
    begun_s = time.monotonic()
    done = subprocess.run(
        [sys.executable, str(HERE / script), *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, f"no list, question or editor was painted {done.stderr}"
    report = json.loads(done.stdout.splitlines()[-1])
    return Start(report["at_s"] - begun_s, report["cpu_s"], report["pss_mb"])


def test_start_to_first_painted_window(benchmark: BenchmarkFixture, data: Path) -> None:
    bare: list[Start] = []
    ours: list[Start] = []

    def one_of_each() -> None:
        bare.append(started("start_bare.py"))
        ours.append(started("start_greenroom.py", str(data)))

    one_of_each()  # compiles what is not compiled yet
    bare.clear()
    ours.clear()
    benchmark.pedantic(one_of_each, rounds=ROUNDS)  # type: ignore[no-untyped-call]  # the plugin has no types
    wall_ratio = median(start.wall_s for start in ours) / median(start.wall_s for start in bare)
    cpu_ratio = median(start.cpu_s for start in ours) / median(start.cpu_s for start in bare)
    benchmark.extra_info.update(
        bare_wall_ms=round(1000 * median(start.wall_s for start in bare)),
        ours_wall_ms=round(1000 * median(start.wall_s for start in ours)),
        wall_ratio=round(wall_ratio, 2),
        cpu_ratio=round(cpu_ratio, 2),
        bare_pss_mb=round(median(start.pss_mb for start in bare)),
        ours_pss_mb=round(median(start.pss_mb for start in ours)),
    )
    print("\n", benchmark.extra_info)  # noqa: T201 - what the benchmark is run for
    assert wall_ratio < MOST_TIMES_BARE
    assert benchmark.extra_info["ours_pss_mb"] <= MOST_PSS_MB
