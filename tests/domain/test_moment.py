from datetime import UTC, datetime, timedelta

from desktop.domain.moment import Moment

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_setting_the_clock_changes_nothing() -> None:
    before = Moment(NOON, 100.0, "boot")
    assert Moment(NOON - timedelta(hours=3), 107.0, "boot").seconds_since(before) == 7
    assert Moment(NOON + timedelta(days=3), 107.0, "boot").seconds_since(before) == 7


def test_after_a_new_start_of_the_machine_the_wall_clock_counts() -> None:
    before = Moment(NOON, 100_000.0, "boot")
    assert Moment(NOON + timedelta(seconds=90), 12.0, "other").seconds_since(before) == 90
    assert Moment(NOON - timedelta(seconds=90), 12.0, "other").seconds_since(before) == 0
