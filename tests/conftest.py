"""What every test shares: no screen needed, and a clock that tests set."""

import os

import pytest
from fake_clock import FakeClock

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the slow tests take their time."""
    for item in items:
        if item.get_closest_marker("slow"):
            item.add_marker(pytest.mark.timeout(0))


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()
