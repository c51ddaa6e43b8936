"""The state of a mock run as JSON."""

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

from desktop.domain.mock_run import Break, MockRun, MockTask, PartTime, Stage
from desktop.domain.moment import Moment
from desktop.journal.timestamps import as_moment, as_text


def write_state(run: MockRun) -> str:
    """The state as JSON text."""
    return json.dumps(asdict(run), default=_plain, ensure_ascii=False)


def read_state(text: str) -> MockRun:
    """The state of a kept text."""
    kept: dict[str, Any] = json.loads(text)
    return MockRun(
        **{
            **kept,
            "tasks": tuple(MockTask(**task) for task in kept["tasks"]),
            "seen": _moment(kept["seen"]),
            "part_began": _moment(kept["part_began"]),
            "stage": Stage(kept["stage"]),
            "to_ask": tuple(kept["to_ask"]),
            "gap_began": _moment(kept["gap_began"]) if kept["gap_began"] else None,
            "parts": tuple(PartTime(**part) for part in kept["parts"]),
            "breaks": tuple(
                Break(_moment(one["began"]), one["seconds"], one["is_gap"])
                for one in kept["breaks"]
            ),
        }
    )


def _plain(value: object) -> str:
    assert isinstance(value, datetime)
    return as_text(value)


def _moment(kept: dict[str, Any]) -> Moment:
    return Moment(as_moment(kept["wall"]), kept["steady_s"], kept["boot"])
