"""Checking ten thousand question files, remarks and repeated sentences included."""

from pathlib import Path

from make_bank import make_bank
from pytest_benchmark.fixture import BenchmarkFixture

from desktop.services.check_bank import check_paths

COUNT = 10_000
MOST_S = 60.0


def test_ten_thousand_files_in_a_minute(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    make_bank(tmp_path, COUNT, 1)
    found = benchmark.pedantic(check_paths, args=([tmp_path],), rounds=1)  # type: ignore[no-untyped-call]  # the plugin has no types
    assert found.file_count == COUNT
    assert benchmark.stats["max"] < MOST_S  # type: ignore[index]  # as above
