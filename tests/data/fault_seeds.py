"""Which faults are tried: a few in every run, many in the slow one, others by the environment.

GREENROOM_FAULT_SEED moves all seeds, and so all moments; GREENROOM_FAULTS is how many are tried.
"""

import os
from collections.abc import Sequence
from typing import Any

import pytest

FIRST = int(os.environ.get("GREENROOM_FAULT_SEED", "0"))


def fault_seeds(few: int, many: int) -> Sequence[Any]:
    """The seeds of a test; those beyond `few` are slow."""
    wanted = int(os.environ.get("GREENROOM_FAULTS", many))
    quick = [FIRST + number for number in range(few)]
    slow = [pytest.param(FIRST + number, marks=pytest.mark.slow) for number in range(few, wanted)]
    return [*quick, *slow]
