"""The commands that lead through several questions: quick-fire, mock runs, reviews."""

from functools import partial

from desktop.app.parts import Parts
from desktop.app.wirings import Wirings
from desktop.ui.commands import SEPARATOR, Command

PRACTICE = "&Practice"


def practice_commands(parts: Parts, wirings: Wirings) -> tuple[Command | str, ...]:
    """Every command of the menu, in its order."""
    firing, mocking, reviewing = wirings.firing, wirings.mocking, wirings.reviewing
    set_up = parts.mock_setup.begin
    return (
        Command(
            "today",
            PRACTICE,
            "&Today",
            "Ctrl+7",
            wirings.today.turn,
            is_on=wirings.today.is_shown,
        ),
        Command(
            "progress",
            PRACTICE,
            "&Progress",
            "Ctrl+8",
            wirings.progress.turn,
            is_on=wirings.progress.is_shown,
        ),
        SEPARATOR,
        Command(
            "seeAgain",
            PRACTICE,
            "See this question again on a &day…",
            "Ctrl+Alt+D",
            reviewing.choose_day,
            reviewing.has_items,
        ),
        Command(
            "suspendReviews",
            PRACTICE,
            "&Suspend its reviews",
            "Ctrl+Alt+S",
            reviewing.toggle_suspended,
            reviewing.has_items,
            is_on=reviewing.is_suspended,
        ),
        SEPARATOR,
        Command(
            "quickFire",
            PRACTICE,
            "&Quick-fire",
            "Ctrl+Shift+R",
            firing.begin,
            partial(_is_free_of_reviews, parts),
        ),
        Command(
            "nextInRow",
            PRACTICE,
            "&Next in quick-fire or reviews",
            "Alt+Right",
            partial(_go_on, parts, wirings),
            partial(_is_in_row, parts),
        ),
        Command(
            "endRow",
            PRACTICE,
            "&End quick-fire or reviews",
            "",
            partial(_leave, parts),
            partial(_is_in_row, parts),
        ),
        SEPARATOR,
        Command("mockRun", PRACTICE, "&Mock run…", "Ctrl+Alt+M", set_up, mocking.can_begin),
        Command("mockReports", PRACTICE, "Mock &reports…", "Ctrl+Alt+R", wirings.reporting.open),
    )


def _is_in_row(parts: Parts) -> bool:
    return parts.quick_fire.is_on() or parts.reviews.is_on()


def _is_free_of_reviews(parts: Parts) -> bool:
    return not parts.reviews.is_on()


def _go_on(parts: Parts, wirings: Wirings) -> None:
    if parts.quick_fire.is_on():
        wirings.firing.go_on()
    else:
        wirings.reviewing.go_on()


def _leave(parts: Parts) -> None:
    parts.quick_fire.leave()
    parts.reviews.leave()
