"""Points gained and lost from one attempt to another."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from desktop.domain.mark import Mark, Verdict, counting_marks
from desktop.domain.rubric import RubricPoint


class PointChange(NamedTuple):
    """A rubric point and its verdicts before and after, None where nobody judged it."""

    point: RubricPoint
    before: Verdict | None
    after: Verdict | None

    @property
    def gain(self) -> float:
        """The weight gained, negative if lost, 0 where one side was not judged."""
        if self.before is None or self.after is None:
            return 0.0
        return self.point.weight * (self.after.share - self.before.share)


def point_changes(
    points_before: Sequence[RubricPoint],
    marks_before: Iterable[Mark],
    points_after: Sequence[RubricPoint],
    marks_after: Iterable[Mark],
) -> tuple[PointChange, ...]:
    """The points both rubrics have, by their text, in the order and weight of the later one."""
    verdicts = {
        points_before[number].text: mark.verdict
        for number, mark in counting_marks(marks_before).items()
        if number < len(points_before)
    }
    known = {point.text for point in points_before}
    later = counting_marks(marks_after)
    return tuple(
        PointChange(
            point,
            verdicts.get(point.text),
            later[number].verdict if number in later else None,
        )
        for number, point in enumerate(points_after)
        if point.text in known
    )
