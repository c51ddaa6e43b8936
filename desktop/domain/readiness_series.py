"""The readiness for several rounds side by side."""

from dataclasses import dataclass

from desktop.domain.progress_table import Table, percent
from desktop.domain.readiness import RoundReadiness
from desktop.domain.vocabulary import spelled_out


@dataclass(frozen=True, slots=True)
class ReadinessSeries:
    """One readiness a round and company; first those of planned interviews, the next above."""

    rounds: tuple[RoundReadiness, ...]

    @property
    def table(self) -> Table:
        columns = (
            "Round",
            "Company",
            "On day",
            "Readiness (%)",
            "Topics practised",
            "Topics",
            "Covered in practised topics (%)",
            "Recalled on the day (%)",
        )
        rows = (
            (
                spelled_out(one.round),
                one.company,
                f"{one.held_on}",
                percent(one.readiness),
                one.topics_practised,
                one.topics,
                percent(one.coverage),
                percent(one.recall),
            )
            for one in self.rounds
        )
        return Table("Readiness by round", columns, tuple(rows))


def readiness_series(rounds: tuple[RoundReadiness, ...], chosen: str) -> ReadinessSeries:
    """The readiness for a round, or for all where none is chosen."""
    fitting = (one for one in rounds if chosen in ("", one.round))
    order = sorted(fitting, key=lambda one: (not one.company, one.held_on, one.company))
    return ReadinessSeries(tuple(order))
