"""One moment by two clocks."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Moment:
    """The wall time, and seconds of a clock that counts sleep and that nobody sets.

    `wall` is UTC-aware. `steady_s` means something only against another moment of the same
    `boot`, a name for the time since the machine was started.
    """

    wall: datetime
    steady_s: float
    boot: str

    def seconds_since(self, earlier: "Moment") -> float:
        """The time that passed, by the wall clock only if the machine was started in between.

        Setting the clock or the time zone thus changes nothing. Never negative.
        """
        if self.boot == earlier.boot:
            return max(0.0, self.steady_s - earlier.steady_s)
        return max(0.0, (self.wall - earlier.wall).total_seconds())
