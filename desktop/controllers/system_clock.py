"""What time it is, handed in so that tests can say it."""

import os
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from desktop.domain.moment import Moment

BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class Clock(Protocol):
    """A source of time."""

    def now(self) -> datetime:
        """The wall time, UTC-aware."""
        ...

    def monotonic_s(self) -> float:
        """Seconds that never jump; only differences mean anything."""
        ...

    def moment(self) -> Moment:
        """Now, by the wall clock and by one that counts sleep and that nobody sets."""
        ...


class SystemClock:
    """The machine's own time."""

    def __init__(self) -> None:
        self._boot = _read_boot()

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic_s(self) -> float:
        return time.monotonic()

    def moment(self) -> Moment:
        return Moment(self.now(), _steady_s(), self._boot)


def _steady_s() -> float:
    """Seconds of a clock that goes on while the machine sleeps, as far as the system has one.

    On macOS CLOCK_MONOTONIC does, time.monotonic() does not; on Windows the latter does.
    """
    clock = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))
    return time.monotonic() if clock is None else time.clock_gettime(clock)


def _read_boot() -> str:
    """A name for the time since the machine was started; elsewhere one for this process only.

    Where the system does not tell, two runs of the app are compared by the wall clock.
    """
    try:
        return BOOT_ID.read_text(encoding="ascii").strip()
    except OSError:
        return f"process {os.getpid()} of {time.time():.3f}"
