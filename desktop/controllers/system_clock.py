"""What time it is, handed in so that tests can say it."""

import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """A source of time."""

    def now(self) -> datetime:
        """The wall time, UTC-aware."""
        ...

    def monotonic_s(self) -> float:
        """Seconds that never jump; only differences mean anything."""
        ...


class SystemClock:
    """The machine's own time."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic_s(self) -> float:
        return time.monotonic()
