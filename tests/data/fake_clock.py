"""Time that moves only when a test says so."""

from datetime import UTC, datetime, timedelta

from desktop.domain.moment import Moment


class FakeClock:
    """A source of time for the parts that take one."""

    def __init__(self) -> None:
        self._now = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
        self._monotonic_s = 1_000.0

    def now(self) -> datetime:
        return self._now

    def monotonic_s(self) -> float:
        return self._monotonic_s

    def moment(self) -> Moment:
        return Moment(self._now, self._monotonic_s, "boot")

    def pass_s(self, seconds: float) -> None:
        self._now += timedelta(seconds=seconds)
        self._monotonic_s += seconds

    def jump_s(self, seconds: float) -> None:
        """Let somebody set the wall clock; no time passes."""
        self._now += timedelta(seconds=seconds)
