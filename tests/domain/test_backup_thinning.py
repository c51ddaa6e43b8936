"""Backups grow fewer with age, never more than fit, and the newest stays."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.backup_thinning import LEAST_LIMIT, Backup, thin_out

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
MB = 1_000_000


def made(age: timedelta, size: int = MB, reason: str = "") -> Backup:
    at = NOW - age
    return Backup(Path(f"{at:%Y%m%d%H%M%S}{reason}"), at, size, reason)


ages = st.timedeltas(min_value=timedelta(days=-2), max_value=timedelta(days=900))
backups = st.lists(
    st.builds(made, ages, st.integers(1, LEAST_LIMIT), st.sampled_from(["", "before-6"])),
    unique_by=lambda one: one.path,
)
sizes = st.integers(0, 2 * LEAST_LIMIT)


@given(backups, sizes)
def test_every_backup_stays_or_goes_and_the_newest_stays(
    given_ones: list[Backup], size: int
) -> None:
    kept, gone = thin_out(given_ones, NOW, size)
    assert sorted((*kept, *gone), key=str) == sorted(given_ones, key=str)
    if given_ones:
        assert kept[0].made_at == max(one.made_at for one in given_ones)


@given(backups, sizes)
def test_together_they_fit(given_ones: list[Backup], size: int) -> None:
    kept, _ = thin_out(given_ones, NOW, size)
    assert len(kept) <= 1 or sum(one.size for one in kept) <= max(3 * size, LEAST_LIMIT)


@given(backups, sizes)
def test_thinning_again_takes_nothing_more(given_ones: list[Backup], size: int) -> None:
    kept, _ = thin_out(given_ones, NOW, size)
    assert thin_out(kept, NOW, size) == (kept, ())


def test_hours_of_a_year_become_hours_days_weeks_and_months() -> None:
    """Thinned after each backup, as in life, not once at the end."""
    kept: tuple[Backup, ...] = ()
    begin = NOW - timedelta(days=365)
    for step in range(365 * 24 + 1):
        at = begin + step * timedelta(hours=1)
        kept, _ = thin_out((*kept, Backup(Path(str(step)), at, MB)), at, MB)
    steps = [one.made_at - older.made_at for one, older in pairwise(kept)]
    within = {
        timedelta(hours=23): timedelta(hours=1),
        timedelta(days=13): timedelta(days=1),
        timedelta(days=59): timedelta(days=7),
        timedelta(days=330): timedelta(days=31 + 7),
    }
    for reach, longest in within.items():
        near = [step for one, step in zip(kept, steps, strict=False) if NOW - one.made_at < reach]
        assert max(near) <= longest
    assert NOW - kept[-1].made_at > timedelta(days=330)
    assert len(kept) < 25 + 14 + 9 + 12


def test_a_backup_before_a_migration_does_not_give_way_to_one_of_the_same_hour() -> None:
    later, before = made(timedelta(minutes=10)), made(timedelta(minutes=20), reason="before-6")
    assert thin_out((before, later), NOW, MB) == ((later, before), ())


def test_where_room_is_short_the_oldest_go_and_no_gap_opens() -> None:
    newest, big, small = (
        made(timedelta(days=1), 600 * MB),
        made(timedelta(days=3), 600 * MB),
        made(timedelta(days=5), MB),
    )
    assert thin_out((small, big, newest), NOW, MB) == ((newest,), (big, small))
    assert thin_out((small, big, newest), NOW, 400 * MB)[1] == (small,)
