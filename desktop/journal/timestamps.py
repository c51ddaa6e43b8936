"""Moments as the journal keeps them: UTC, ISO 8601, microseconds, of one width."""

from datetime import UTC, datetime


def as_text(moment: datetime) -> str:
    """A UTC-aware moment as text that sorts as time does; a naive one raises ValueError."""
    if moment.tzinfo is None:
        raise ValueError("the journal keeps UTC-aware moments only")
    in_utc = moment.astimezone(UTC).replace(tzinfo=None)
    return in_utc.isoformat(timespec="microseconds") + "Z"


def as_moment(text: str) -> datetime:
    """The UTC-aware moment of a kept text."""
    return datetime.fromisoformat(text)
