-- Mock runs. `state` is where a run stands, as JSON; `mock_steps` is its record, never rewritten,
-- with the wall clock and the steady one. Tasks of a run and follow-ups of a question count from
-- 0; follow-up -1 is the main answer.
BEGIN EXCLUSIVE;

CREATE TABLE mock_runs (
    uuid TEXT PRIMARY KEY,
    template TEXT NOT NULL,
    seed TEXT NOT NULL,
    started_at TEXT NOT NULL,
    ended_at TEXT,
    state TEXT NOT NULL
) STRICT;

CREATE TABLE mock_steps (
    run_uuid TEXT NOT NULL REFERENCES mock_runs (uuid) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    step TEXT NOT NULL,
    wall_at TEXT NOT NULL,
    steady_s REAL NOT NULL,
    boot TEXT NOT NULL,
    PRIMARY KEY (run_uuid, number)
) STRICT;

-- What is being written in a run; its history stands in draft_history under the draft_id.
CREATE TABLE mock_texts (
    run_uuid TEXT NOT NULL REFERENCES mock_runs (uuid) ON DELETE CASCADE,
    task INTEGER NOT NULL,
    follow_up INTEGER NOT NULL,
    draft_id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    text TEXT NOT NULL,
    cursor INTEGER NOT NULL,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (run_uuid, task, follow_up)
) STRICT;

CREATE TABLE mock_answers (
    run_uuid TEXT NOT NULL REFERENCES mock_runs (uuid) ON DELETE CASCADE,
    task INTEGER NOT NULL,
    attempt_uuid TEXT NOT NULL UNIQUE REFERENCES attempts (uuid) ON DELETE CASCADE,
    PRIMARY KEY (run_uuid, task)
) STRICT;

-- The text as it stood at the end where writing went on after the time was up.
CREATE TABLE overtime_texts (
    attempt_uuid TEXT NOT NULL REFERENCES attempts (uuid) ON DELETE CASCADE,
    follow_up INTEGER NOT NULL,
    text TEXT NOT NULL,
    written_at TEXT NOT NULL,
    PRIMARY KEY (attempt_uuid, follow_up)
) STRICT;

CREATE TABLE mock_ratings (
    run_uuid TEXT NOT NULL REFERENCES mock_runs (uuid) ON DELETE CASCADE,
    dimension TEXT NOT NULL,
    rating INTEGER NOT NULL,
    rated_at TEXT NOT NULL,
    PRIMARY KEY (run_uuid, dimension)
) STRICT;

UPDATE meta SET value = '0.5' WHERE name = 'needs_greenroom';

PRAGMA user_version = 5;

COMMIT;
