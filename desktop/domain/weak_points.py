"""The rubric points that were missed most."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.domain.practice_facts import ReviewItem
from desktop.domain.progress_table import Table, percent

MOST_POINTS = 20


@dataclass(frozen=True, slots=True)
class WeakPoints:
    """The weakest points, most missed first; among equals those with most weight."""

    points: tuple[ReviewItem, ...]

    @property
    def table(self) -> Table:
        columns = ("Question", "Point", "Times missed", "Weight in the rubric (%)")
        rows = ((one.title, one.point, one.misses, percent(one.share)) for one in self.points)
        return Table("Weakest points", columns, tuple(rows))


def weak_points(points: Iterable[ReviewItem]) -> WeakPoints:
    """The weakest twenty of some missed points; whole questions are left out."""
    weakest = sorted(
        (one for one in points if one.is_point and one.misses),
        key=lambda one: (-one.misses, -one.share, one.title, one.point),
    )
    return WeakPoints(tuple(weakest[:MOST_POINTS]))
