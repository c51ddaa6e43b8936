"""The clock of one answer: budget, active time, pauses."""

from dataclasses import dataclass, replace

SLEEP_GAP_S = 10.0
"""A tick that comes later than this means the machine slept; the gap is not active time.

Ticks come every second; ten seconds is more than any stall of a live window."""

IDLE_AFTER_S = 120.0
"""Time without a key after which the person is asked whether it counts (design, section 3)."""


@dataclass(frozen=True, slots=True)
class AnswerClock:
    """Active seconds of an answer against its budget; monotonic times come in as arguments.

    `ticked_at_s` is None while the clock stands still. `idle_s` is the time since the last key,
    `unsettled_s` earlier quiet time of which the person has not yet said whether it counts; both
    are part of `active_s`.
    """

    budget_s: float
    active_s: float = 0.0
    idle_s: float = 0.0
    unsettled_s: float = 0.0
    ticked_at_s: float | None = None

    @property
    def is_running(self) -> bool:
        return self.ticked_at_s is not None

    @property
    def remaining_s(self) -> float:
        """Seconds left of the budget; negative in overtime."""
        return self.budget_s - self.active_s

    @property
    def is_overtime(self) -> bool:
        return self.remaining_s < 0

    @property
    def quiet_s(self) -> float:
        """Seconds without a key that are long enough to ask about; 0 if there are none."""
        return self.unsettled_s + (self.idle_s if self.idle_s >= IDLE_AFTER_S else 0.0)

    def started(self, now_s: float) -> "AnswerClock":
        """The clock running from `now_s`; a running one is unchanged."""
        return self if self.is_running else replace(self, ticked_at_s=now_s)

    def ticked(self, now_s: float) -> "AnswerClock":
        """The clock after the time since the last tick, unless the machine slept through it."""
        if self.ticked_at_s is None:
            return self
        step_s = now_s - self.ticked_at_s
        if not 0 <= step_s <= SLEEP_GAP_S:
            step_s = 0.0
        return replace(
            self,
            active_s=self.active_s + step_s,
            idle_s=self.idle_s + step_s,
            ticked_at_s=now_s,
        )

    def keyed(self, now_s: float) -> "AnswerClock":
        """The clock after a key; the first key starts it."""
        ticked = self.started(now_s).ticked(now_s)
        return replace(ticked, idle_s=0.0, unsettled_s=ticked.quiet_s)

    def paused(self, now_s: float) -> "AnswerClock":
        """The clock standing still after `now_s`."""
        ticked = self.ticked(now_s)
        return replace(ticked, ticked_at_s=None, idle_s=0.0, unsettled_s=ticked.quiet_s)

    def without_quiet(self) -> "AnswerClock":
        """The clock with the quiet time taken out."""
        active_s = max(0.0, self.active_s - self.quiet_s)
        return replace(self, active_s=active_s, idle_s=0.0, unsettled_s=0.0)

    def with_quiet(self) -> "AnswerClock":
        """The clock with the quiet time counted."""
        return replace(self, idle_s=0.0, unsettled_s=0.0)
