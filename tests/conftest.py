"""What every test shares: no screen needed, and a clock that tests set."""

import os

import pytest
from fake_clock import FakeClock

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()
