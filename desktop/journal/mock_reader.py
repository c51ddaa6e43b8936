"""Reading mock runs from the journal."""

from typing import Any

from desktop.domain.mock_record import MockRecord, MockStep, PartText
from desktop.journal.mock_state import read_state
from desktop.journal.statements import Statements
from desktop.journal.timestamps import as_moment

_RUNS = "SELECT uuid, template, seed, started_at, ended_at, state FROM mock_runs"


class MockReader:
    """The runs with what was written, answered and rated in them."""

    def __init__(self, statements: Statements) -> None:
        self._statements = statements

    def runs(self) -> tuple[MockRecord, ...]:
        """All runs, oldest first."""
        return tuple(map(_record, self._statements.rows(f"{_RUNS} ORDER BY started_at, uuid")))

    def find(self, uuid: str) -> MockRecord | None:
        """A run by its uuid."""
        rows = self._statements.rows(f"{_RUNS} WHERE uuid = ?", uuid)
        return _record(rows[0]) if rows else None

    def find_open(self) -> MockRecord | None:
        """The newest run that has not ended."""
        rows = self._statements.rows(
            f"{_RUNS} WHERE ended_at IS NULL ORDER BY started_at DESC, uuid LIMIT 1"
        )
        return _record(rows[0]) if rows else None

    def steps(self, uuid: str) -> tuple[MockStep, ...]:
        """The record of a run, in order."""
        rows = self._statements.rows(
            "SELECT step, wall_at, steady_s, boot FROM mock_steps WHERE run_uuid = ?"
            " ORDER BY number",
            uuid,
        )
        return tuple(MockStep(step, as_moment(wall), s, boot) for step, wall, s, boot in rows)

    def find_text(self, uuid: str, task: int, follow_up: int) -> PartText | None:
        """What is being written in a part of a run, None before the first key."""
        rows = self._statements.rows(
            "SELECT text, cursor FROM mock_texts"
            " WHERE run_uuid = ? AND task = ? AND follow_up = ?",
            uuid,
            task,
            follow_up,
        )
        return PartText(*rows[0]) if rows else None

    def answers(self, uuid: str) -> dict[int, str]:
        """The uuids of a run's attempts by task; a task without an answer is missing."""
        return dict(
            self._statements.rows(
                "SELECT task, attempt_uuid FROM mock_answers WHERE run_uuid = ? ORDER BY task",
                uuid,
            )
        )

    def overtime_texts(self, attempt_uuid: str) -> dict[int, str]:
        """The later texts by follow-up, `MAIN` for the answer itself."""
        return dict(
            self._statements.rows(
                "SELECT follow_up, text FROM overtime_texts WHERE attempt_uuid = ?", attempt_uuid
            )
        )

    def ratings(self, uuid: str) -> dict[str, int]:
        """How the person rated themselves in a run, by dimension."""
        return dict(
            self._statements.rows(
                "SELECT dimension, rating FROM mock_ratings WHERE run_uuid = ?", uuid
            )
        )


def _record(row: tuple[Any, ...]) -> MockRecord:
    uuid, template, seed, started_at, ended_at, state = row
    return MockRecord(
        uuid,
        template,
        seed,
        as_moment(started_at),
        read_state(state),
        as_moment(ended_at) if ended_at else None,
    )
