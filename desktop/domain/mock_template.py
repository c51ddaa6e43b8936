"""How a mock run is put together."""

from dataclasses import dataclass

from desktop.domain.mock_run import MockTask


@dataclass(frozen=True, slots=True)
class TemplateSlot:
    """So many questions that match a query of the search field, each with so many minutes."""

    query: str
    count: int
    minutes: float


@dataclass(frozen=True, slots=True)
class MockTemplate:
    """A kind of mock run: its questions in order, and the follow-ups to each of them."""

    name: str
    slots: tuple[TemplateSlot, ...]
    follow_ups: int = 0
    follow_up_minutes: float = 0.0

    @property
    def minutes(self) -> float:
        """The length of a run with all its follow-ups."""
        return sum(
            slot.count * (slot.minutes + self.follow_ups * self.follow_up_minutes)
            for slot in self.slots
        )


@dataclass(frozen=True, slots=True)
class MockPlan:
    """A run ready to begin: the name of its template, its seed, its tasks, their question texts.

    `texts` holds one text for each task, in order.
    """

    template: str
    seed: str
    tasks: tuple[MockTask, ...]
    texts: tuple[str, ...]
