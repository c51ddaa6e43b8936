"""What a benchmarked process says of itself once its window is painted."""

import json
import os
import time
from pathlib import Path


def report_and_end(*, is_good: bool = True) -> None:
    """Print the moment, the CPU seconds and the memory (MB, proportional; 0 where unknown).

    The exit code is 1 where what was painted is not what should have been.
    """
    moment_s = time.monotonic()
    report = {"at_s": moment_s, "cpu_s": time.process_time(), "pss_mb": _pss_mb()}
    print(json.dumps(report), flush=True)  # noqa: T201 - read by the benchmark
    os._exit(0 if is_good else 1)


def _pss_mb() -> float:
    rollup = Path("/proc/self/smaps_rollup")
    if not rollup.exists():
        return 0.0
    lines = rollup.read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:"))
