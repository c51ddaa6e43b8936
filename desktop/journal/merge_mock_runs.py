"""Joining the mock runs of two journals; of one run in both, the one that got further stays."""

from collections import defaultdict

from desktop.journal.joined_journals import JoinedJournals, Row, as_sortable

_PARTS = {
    "mock_steps": ("run_uuid", "number"),
    "mock_texts": ("run_uuid", "task", "follow_up"),
    "mock_answers": ("run_uuid", "task"),
}
"""What belongs to a run and goes with it as a whole."""


def merge_mock_runs(journals: JoinedJournals) -> None:
    """Join the runs with their records, texts and answers; comes after the attempts."""
    ours, theirs = (_whole_runs(journals, schema) for schema in ("main", "other"))
    for uuid, run in theirs.items():
        before = ours.get(uuid)
        if before is None:
            journals.insert("mock_runs", run["mock_runs"][0])
        elif _reach(run) > _reach(before):
            _overwrite(journals, run["mock_runs"][0])
        else:
            continue
        for table in _PARTS:
            journals.do(f"DELETE FROM main.{table} WHERE run_uuid = ?", uuid)  # noqa: S608 – ours
            for row in run[table]:
                journals.insert(table, row)


_WholeRun = dict[str, list[Row]]


def _whole_runs(journals: JoinedJournals, schema: str) -> dict[str, _WholeRun]:
    runs: dict[str, _WholeRun] = {}
    for row in journals.rows(f"SELECT * FROM {schema}.mock_runs ORDER BY uuid"):  # noqa: S608 – ours
        runs[row["uuid"]] = defaultdict(list, mock_runs=[row])
    for table, key in _PARTS.items():
        order = ", ".join(key)
        for row in journals.rows(f"SELECT * FROM {schema}.{table} ORDER BY {order}"):  # noqa: S608 – ours
            runs[row["run_uuid"]][table].append(row)
    return runs


def _reach(run: _WholeRun) -> tuple[object, ...]:
    """How far a run got: ended or not, the last step of its record, then all it holds."""
    (row,) = run["mock_runs"]
    last_step = max((step["wall_at"] for step in run["mock_steps"]), default="")
    rows = [list(map(as_sortable, run[table])) for table in ("mock_runs", *_PARTS)]
    return row["ended_at"] or "", last_step, len(run["mock_steps"]), rows


def _overwrite(journals: JoinedJournals, row: Row) -> None:
    columns = ", ".join(f"{name} = ?" for name in row)
    journals.do(f"UPDATE mock_runs SET {columns} WHERE uuid = ?", *row.values(), row["uuid"])  # noqa: S608 – ours
