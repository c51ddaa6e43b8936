"""What came of a run of quick questions, to be read."""

from dataclasses import dataclass

from desktop.domain.list_items import write_items
from desktop.domain.quick_fire import QuickFire, QuickResult
from desktop.rendering.page_tree import Page
from desktop.rendering.render_page import render_markdown


@dataclass(frozen=True, slots=True)
class OpenPoints:
    """The points of a question that were missed or covered partly."""

    key: str
    title: str
    page: Page


@dataclass(frozen=True, slots=True)
class QuickFireReport:
    """A run that is over, and what it left open."""

    run: QuickFire
    open_points: tuple[OpenPoints, ...]


def report_on(run: QuickFire) -> QuickFireReport:
    """Render what a run left open."""
    return QuickFireReport(
        run,
        tuple(
            _open_points(key, result) for key, result in run.results.items() if result.open_points
        ),
    )


def _open_points(key: str, result: QuickResult) -> OpenPoints:
    return OpenPoints(key, result.title, render_markdown(write_items(result.open_points)))
